import { randomBytes } from 'node:crypto';
import { features } from '../features/index.ts';
import { importRegistry } from '../features/registry/file/importRegistry.ts';
import { newestForms } from '../kernel/forms.ts';
import { stranger } from '../kernel/person.ts';
import type { Scope } from '../programme/area/areas.ts';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import { isSingleSeat, scopeKindOf } from '../programme/people/actor.ts';
import { seatId } from '../programme/people/seat.ts';
import { type SamplePerson, sampleInvites } from '../trial/samplePeople.ts';
import { sampleRegistry } from '../trial/sampleRegistry.ts';
import type { Database } from './database.ts';
import { knownDeadlines, takeOverDeadlines } from './deadlines.ts';
import { createInvite } from './invite.ts';

/** The sample province, its open year and its people; what is there already stays. Resolves to codes for new people. */
export async function seedTrial(database: Database, people: readonly SamplePerson[]) {
  const { store, clock } = database;
  const now = clock.now();
  const today = bangkokDate(now);
  const file = { bytes: Buffer.from(sampleRegistry), name: 'sample.csv' };
  await importRegistry(file, store.registry, today, false);
  if ((await store.years.list()).length === 0)
    await store.years.open(fiscalYearOf(today), now, newestForms(features));
  await takeOverDeadlines(store.deadlines, knownDeadlines);
  for (const person of people) await bind(database, person, now);
  return Promise.all(
    sampleInvites.map(async (invite) => {
      const scope = await scopeFor(database, invite);
      return {
        code: await createInvite(store, { role: invite.role, scope }, now, randomBytes(16)),
        who: invite.note,
      };
    }),
  );
}

async function bind(database: Database, sample: SamplePerson, now: Date): Promise<void> {
  const { store, sealer } = database;
  const id = sealer.personId(sample.userId);
  if ((await store.persons.read([id])).length > 0) return;
  const scope = await scopeFor(database, sample);
  const centerName = sample.center === undefined ? {} : { centerName: sample.center };
  const binding = { role: sample.role, scope, since: now, ...centerName };
  const person = { ...stranger(id, sample.userId), consentedAt: now, name: sample.name, bindings: [binding] };
  if (isSingleSeat(sample.role)) {
    const seat = seatId(sample.role, scope);
    await store.seats.write({ id: seat, holder: { person: id, since: now }, rev: 1, outcomes: {} }, 0);
  }
  await store.persons.commit([
    { record: { person, rev: 1, handled: [], outbox: [], pending: [] }, expected: 0 },
  ]);
}

async function scopeFor(
  { store }: Database,
  {
    role,
    province,
    district = '',
    center = '',
  }: Pick<SamplePerson, 'role' | 'province' | 'district' | 'center'>,
): Promise<Scope> {
  const kind = scopeKindOf[role];
  switch (kind) {
    case 'nation':
      return { kind: 'nation' };
    case 'province':
      return { kind: 'province', province };
    case 'district':
      return { kind: 'district', province, district };
    case 'center': {
      const all = await store.centers.within([{ kind: 'district', province, district }]);
      const found = all.find(({ name }) => name === center);
      if (!found) throw new Error(`the sample registry has no center ${center}`);
      return { kind: 'center', province, district, center: found.id };
    }
    default:
      return kind satisfies never;
  }
}
