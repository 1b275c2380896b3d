import type { Perform } from '../../src/app/ports.ts';
import type { HouseholdWork, JoinDetails } from '../../src/features/household/intent.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { Scope } from '../../src/programme/area/areas.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { FiscalYear, IsoDate } from '../../src/programme/ids.ts';
import type { Role } from '../../src/programme/people/actor.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import {
  binding,
  center,
  centerRecord,
  district,
  intentId,
  person,
  province,
  record,
} from '../storage/contract/samples.ts';
import { openMongoWorld } from '../storage/mongoWorld.ts';
import { nobodySends } from '../support/announcing.ts';
import { createPerform } from '../support/effects.ts';

/** An office with its registry and its people in a database of its own, whose intents are performed directly. */
export type HouseholdOffice = {
  readonly store: OpenStore;
  /** Performs as an officer unless told otherwise; the same id again is the same intent. */
  readonly perform: <K extends Intent['kind'] & Outcome['of']>(
    intent: Intent & { readonly kind: K },
    id?: string,
    by?: Person,
  ) => Promise<Extract<Outcome, { of: K }>>;
  readonly notices: () => Awaited<ReturnType<Perform>>['notices'];
  readonly close: () => Promise<void>;
};

export const year = 2565 as FiscalYear;
export const at = new Date('2022-08-01T09:00:00+07:00');
export const today = '2022-08-01' as IsoDate;
export const day = (text: string): IsoDate => text as IsoDate;

/** Two centers of one district, and one of another. */
export const centers = [
  center(1),
  center(2),
  center(3, { province: 'น่าน', district: 'ปัว', householdTarget: 5 }),
] as const;
export const [here, there, far] = centers;
export const ofHere = scopeOfCenter(here);

export const officer = as(1, 'officer', district(here.district, here.province));
export const head = as(2, 'districtHead', district(here.district, here.province));
export const provincial = as(3, 'province', province(here.province));
export const department = as(4, 'department', { kind: 'nation' });
export const stranger = as(5, 'officer', district(far.district, far.province));
export const chair = as(6, 'chair', ofHere);

function as(n: number, role: Role, scope: Scope): Person {
  return person(n, { bindings: [binding(role, scope)] });
}

let intents = 0;

export async function openHouseholdOffice(
  wrapped: (store: OpenStore) => OpenStore = (store) => store,
): Promise<HouseholdOffice> {
  const world = await openMongoWorld();
  const store = world.store('a');
  for (const each of centers) await store.centers.write(centerRecord(each), 0);
  await store.persons.commit(
    [officer, head, provincial, department, stranger, chair].map((each) => ({
      record: record(each, 1),
      expected: 0,
    })),
  );
  const perform = createPerform({
    store: wrapped(store),
    line: { profile: async () => undefined },
    entropy: (of) => Buffer.from(of.padEnd(8)),
    debtLimits: legalLimits,
    announcing: nobodySends(() => at),
  });
  let notices: Awaited<ReturnType<Perform>>['notices'] = [];
  return {
    store,
    async perform(intent, id = `intent ${++intents}`, by = officer) {
      const done = await perform({ id: intentId(id), by, intent, at });
      notices = done.notices;
      const { outcome } = done;
      if (!isOf(outcome, intent.kind)) throw new Error(`${intent.kind} ended as ${outcome.of}`);
      return outcome;
    },
    notices: () => notices,
    close: world.close,
  };
}

const isOf = <K extends Intent['kind'] & Outcome['of']>(
  outcome: Outcome,
  of: K,
): outcome is Extract<Outcome, { of: K }> => outcome.of === of;

/** What a household says that joins on 1 June with 50,000 baht in two contracts. */
export const details = (more: Partial<JoinDetails> = {}): JoinDetails => ({
  on: day('2022-06-01'),
  head: 'นายสมชาย ใจดี',
  houseNo: '12/3',
  members: 4,
  contracts: [contract(30_000), contract(20_000)],
  outside: [],
  ...more,
});

export const contract = (baht: number) => ({
  fund: 'กลุ่มออมทรัพย์',
  outstandingSatang: baht * 100,
  rateBasisPoints: 600,
  overdue: false,
});

export const join = (more: Partial<JoinDetails> = {}, where: Center = here): Joining => ({
  ...{ kind: 'joinHousehold', center: where.id, year, consented: true, otherThan: [] },
  details: details(more),
});
type Joining = Extract<Intent, { kind: 'joinHousehold'; consented: true }>;

export const planned: HouseholdWork = {
  kind: 'change',
  based: 99,
  changes: [
    {
      field: 'plan',
      value: { aim: 'reduce', methods: ['consolidation'], who: 'คณะกรรมการ', by: day('2022-09-30') },
    },
  ],
};
export const managed: HouseholdWork = {
  kind: 'logStep',
  step: 4,
  told: { on: day('2022-07-01'), photos: [] },
  reason: 'ทำพร้อมกัน',
};
export const resulted = (...baht: readonly number[]): HouseholdWork => ({
  kind: 'stateResult',
  on: today,
  after: baht.map(contract),
  reason: 'ตรวจสอบแล้ว',
});
