import { randomUUID } from 'node:crypto';
import { readConfig } from '../../../src/config.ts';
import { legalLimits } from '../../../src/features/household/rules/contract.ts';
import { features } from '../../../src/features/index.ts';
import { newestForms } from '../../../src/kernel/forms.ts';
import type { IntentId, PersonId } from '../../../src/programme/ids.ts';
import type { Role } from '../../../src/programme/people/actor.ts';
import { type Database, openDatabase } from '../../../src/start/database.ts';
import { seedTrial } from '../../../src/start/seed.ts';
import { type Connected, connect } from '../../../src/storage/index.ts';
import type { SamplePerson } from '../../../src/trial/samplePeople.ts';
import { contract, join, year } from '../../app/householdOffice.ts';
import { type Office, openOffice } from '../../e2e/office.ts';
import { nobodySends } from '../../support/announcing.ts';
import { createPerform } from '../../support/effects.ts';

export const province = 'ปราจีนบุรี';
const kabin = 'กบินทร์บุรี';
const nadi = 'นาดี';

/** The centers whose reports are made, and where they lie. */
export const centers: { readonly [center: string]: string } = {
  'ศจก.บ้านโคกตัวอย่าง': kabin,
  'ศจก.บ้านไร่ตัวอย่าง': kabin,
  'ศจก.บ้านทุ่งตัวอย่าง': nadi,
};

export type Seat = { readonly role: Role; readonly district?: string; readonly center?: string };

/** A small office: in นาดี nobody is district head nor chair, and ธนา has two seats. */
export const staff: { readonly [name: string]: readonly Seat[] } = {
  อรทัย: [{ role: 'officer', district: kabin }],
  สุดา: [{ role: 'officer', district: kabin }],
  วิชัย: [{ role: 'officer', district: nadi }],
  นิดา: [{ role: 'officer', district: nadi }],
  สมหญิง: [{ role: 'chair', district: kabin, center: 'ศจก.บ้านโคกตัวอย่าง' }],
  ธนา: [
    { role: 'districtHead', district: kabin },
    { role: 'chair', district: kabin, center: 'ศจก.บ้านไร่ตัวอย่าง' },
  ],
  อารี: [{ role: 'province' }],
  ประสิทธิ์: [{ role: 'provinceHead' }],
  นภา: [{ role: 'department' }],
};

export type ChainOffice = {
  readonly office: Office;
  readonly database: Database;
  readonly db: Connected['db'];
  readonly userOf: (name: string) => string;
  readonly idOf: (name: string) => PersonId;
  /** One more household of a center joins, without a word said. */
  readonly joins: (center: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The office on an empty database, with its registry, its people and a year that takes reports. */
export async function openChainOffice(fileName: string): Promise<ChainOffice> {
  const office = await openOffice(fileName);
  const config = readConfig({ ...office.settings });
  const database = await openDatabase(config, { owner: 'command', progress: () => {} });
  const connected = await connect(office.settings.MONGODB_URI ?? '', { allowOld: true });
  const { store, sealer, clock } = database;
  await store.years.open(year, clock.now(), newestForms(features));
  const users = new Map(Object.keys(staff).map((name) => [name, office.someone(name).userId]));
  const userOf = (name: string): string => users.get(name) ?? '';
  const idOf = (name: string): PersonId => sealer.personId(userOf(name));
  const first = Object.entries(staff).flatMap(([name, [seat]]): readonly SamplePerson[] =>
    seat ? [{ ...seat, userId: userOf(name), name, note: name, province }] : [],
  );
  await seedTrial(database, first);
  const registry = await store.centers.within([{ kind: 'province', province }]);
  for (const [name, [, second]] of Object.entries(staff)) if (second) await bindAlso(name, second);

  async function bindAlso(name: string, { role, district = '', center }: Seat): Promise<void> {
    const [record] = await store.persons.read([idOf(name)]);
    const at = registry.find((one) => one.name === center);
    if (!record || !at || !center) throw new Error(`${name} has no second seat`);
    const { person, rev } = record;
    const scope = { kind: 'center', province, district, center: at.id } as const;
    const bindings = [...person.bindings, { role, scope, since: clock.now(), centerName: center }];
    const both = { ...record, person: { ...person, bindings }, rev: rev + 1 };
    await store.persons.commit([{ record: both, expected: rev }]);
  }

  const perform = createPerform({
    store,
    line: { profile: async () => undefined },
    entropy: () => Buffer.from(randomUUID()),
    debtLimits: legalLimits,
    announcing: nobodySends(clock.now),
  });
  let houses = 0;

  return {
    office,
    database,
    db: connected.db,
    userOf,
    idOf,
    joins: async (name) => {
      houses += 1;
      const center = registry.find((one) => one.name === name);
      const officer = Object.keys(staff).find((one) =>
        staff[one]?.some(({ role, district }) => role === 'officer' && district === centers[name]),
      );
      const [record] = await store.persons.read([idOf(officer ?? '')]);
      if (!center || !record) throw new Error(`nobody works in ${name}`);
      const intent = join(
        { head: `นายคนที่ ${houses}`, houseNo: `${houses}`, contracts: [contract(30_000)] },
        center,
      );
      const id = `join-${houses}` as IntentId;
      await perform({ id, by: record.person, intent, at: clock.now() });
    },
    close: async () => {
      await connected.close();
      await database.close();
      await office.close();
    },
  };
}
