import { readLate } from '../app/audience.ts';
import { readSituation } from '../app/situation.ts';
import type { Binding } from '../domain/actor.ts';
import type { Scope } from '../domain/areas.ts';
import { bangkokDate } from '../domain/calendar.ts';
import type { DeadlineRule } from '../domain/deadline/deadline.ts';
import { closesOn } from '../domain/deadline/summaryDays.ts';
import { type Call, callsAt, callsFor } from '../domain/duty/calls.ts';
import { owedIn } from '../domain/duty/owed.ts';
import { urgencyOf } from '../domain/duty/urgency.ts';
import type { FiscalYear, PersonId } from '../domain/ids.ts';
import type { JobName, RunOrder } from '../domain/job/job.ts';
import type { Want } from '../domain/quota/want.ts';
import { summaryAreas, summaryRoles } from '../flows/clock/morning.ts';
import type { Person } from '../flows/person.ts';
import type { JobParts } from './parts.ts';

/** Somebody whom a run has to tell something, and how much it matters. */
export type Recipient = {
  readonly person: PersonId;
  readonly area: Scope;
  readonly away: boolean;
  readonly want: Want;
};

const nation: Scope = { kind: 'nation' };
/** Everybody whom the clock may tell anything. */
const roles: readonly Binding['role'][] = ['officer', 'chair', ...summaryRoles];
/** People that are read at a time. */
const batch = 500;

/** Whom a run tells, as far as can be said now; each is looked at again when told. */
export async function recipientsOf(
  { store, year }: Pick<JobParts, 'store' | 'year'>,
  job: JobName,
  at: Date,
  order?: RunOrder,
): Promise<readonly Recipient[]> {
  const present = await year();
  switch (job) {
    case 'reminders':
      return everyone(store, await remindedAt(store, present, at));
    case 'weekly-summary':
      return everyone(store, summarised);
    case 'closing-summary':
      return everyone(store, closedFor(await store.deadlines.rules(present), at));
    case 'sweep':
      return [];
    case 'manual-reminder':
      return order ? lateOf(store, order, { year: present, today: bangkokDate(at) }) : [];
    default:
      return job satisfies never;
  }
}

/** Those who are late in the areas of an order, now that it is carried out. */
async function lateOf(
  store: JobParts['store'],
  { areas, by }: RunOrder,
  when: Parameters<typeof readLate>[3],
): Promise<readonly Recipient[]> {
  const people = await readLate(store, areas, by, when);
  return people.flatMap((person) => recipient(person, () => ({ class: 'overdue' })));
}

type WantOf = (person: Person) => Omit<Want, 'key'> | undefined;

async function everyone(store: JobParts['store'], wantOf: WantOf): Promise<readonly Recipient[]> {
  const ids = await store.persons.holding(roles, nation);
  const found: Recipient[] = [];
  for (let from = 0; from < ids.length; from += batch) {
    const records = await store.persons.read(ids.slice(from, from + batch));
    found.push(...records.flatMap(({ person }) => recipient(person, wantOf)));
  }
  return found;
}

function recipient(person: Person, wantOf: WantOf): readonly Recipient[] {
  const [first] = person.bindings;
  const want = first && person.consentedAt ? wantOf(person) : undefined;
  if (!first || !want) return [];
  return [{ person: person.id, area: first.scope, away: person.away, want: { ...want, key: person.id } }];
}

/** Who owes something, or oversees who does, and is told of it on that day. */
async function remindedAt(store: JobParts['store'], year: FiscalYear, at: Date): Promise<WantOf> {
  const calls = callsAt(owedIn(await readSituation(store, [nation], year)), at);
  const byProvince = new Map<string, Call[]>();
  for (const call of calls) {
    const { province } = call.duty.about;
    byProvince.set(province, [...(byProvince.get(province) ?? []), call]);
  }
  const today = bangkokDate(at);
  return (person) => {
    const provinces = new Set(
      person.bindings.flatMap(({ scope }) => ('province' in scope ? [scope.province] : [])),
    );
    const near = [...provinces].flatMap((province) => byProvince.get(province) ?? []);
    const [first] = callsFor(person, near);
    return first && { class: urgencyOf(first.duty, today), ...dueOf(first) };
  };
}

const dueOf = ({ duty: { deadline } }: Call) => (deadline ? { due: deadline.due } : {});

const summarised: WantOf = (person) => (summaryAreas(person).length > 0 ? { class: 'summary' } : undefined);

/** Those in whose area a date has passed. */
const closedFor =
  (rules: readonly DeadlineRule[], at: Date): WantOf =>
  (person) =>
    summaryAreas(person).some((area) => closesOn(rules, area, bangkokDate(at)))
      ? { class: 'summary' }
      : undefined;
