import { summaryAreas } from '../features/clock/morning.ts';
import { readOpenDueDates } from '../features/deadline/reads.ts';
import { remindOthers } from '../features/remind/deeds.ts';
import { readDuties } from '../kernel/duty/readDuties.ts';
import { readLate } from '../kernel/duty/readLate.ts';
import type { Person } from '../kernel/person.ts';
import { readPeople } from '../kernel/readPeople.ts';
import type { Scope } from '../programme/area/areas.ts';
import { bangkokDate } from '../programme/calendar/calendar.ts';
import type { DeadlineRule } from '../programme/deadline/deadline.ts';
import type { DueKind } from '../programme/deadline/kind.ts';
import { closesOn, closingSummaryDay } from '../programme/deadline/summaryDays.ts';
import { byProvince } from '../programme/duty/byProvince.ts';
import { callsAt, callsFor, type DutyCall } from '../programme/duty/calls.ts';
import { countByKind, type DutyCount } from '../programme/duty/dutyCount.ts';
import { urgencyOf } from '../programme/duty/urgency.ts';
import type { FiscalYear, PersonId } from '../programme/ids.ts';
import type { JobName, RunOrder } from '../programme/job/job.ts';
import { mayInAll, reportingRoles } from '../programme/people/actor.ts';
import type { Want } from '../programme/quota/want.ts';
import type { JobParts } from './parts.ts';

/** Somebody whom a run has to tell something, and how much it matters. */
export type Recipient = {
  readonly person: PersonId;
  readonly area: Scope;
  readonly away: boolean;
  readonly want: Want;
  readonly about?: readonly DutyCount[];
};

const nation: Scope = { kind: 'nation' };
/** Whom a run tells, as far as can be said now; each is looked at again when told. */
export async function recipientsOf(
  parts: Pick<JobParts, 'store' | 'year' | 'dues'>,
  job: JobName,
  at: Date,
  order?: RunOrder,
): Promise<readonly Recipient[]> {
  const { store, year, dues } = parts;
  const present = await year();
  switch (job) {
    case 'reminders':
      return everyone(store, await remindedAt(parts, present, at));
    case 'weekly-summary':
      return everyone(store, summarised);
    case 'closing-summary':
      return everyone(store, closedFor(dues, await readOpenDueDates(store, present), at));
    case 'sweep':
      return [];
    case 'manual-reminder':
      return order ? lateOf(parts, order, { year: present, today: bangkokDate(at) }) : [];
    default:
      return job satisfies never;
  }
}

/** Those who are late in the areas of an order, now that it is carried out; nobody where its author has lost them. */
async function lateOf(
  { store, dues }: Pick<JobParts, 'store' | 'dues'>,
  { areas, by }: RunOrder,
  when: Parameters<typeof readLate>[3],
): Promise<readonly Recipient[]> {
  const [author] = await store.persons.read([by]);
  if (!author || !mayInAll(author.person.bindings, remindOthers, areas)) return [];
  const people = await readLate({ store, dues }, areas, by, when);
  return people.flatMap(({ person, late }) =>
    recipient(person, () => ({ class: 'overdue', about: countByKind(dues, late) })),
  );
}

/** What a person is to be told, and how much it matters. */
type WantOf = (person: Person) => (Omit<Want, 'key'> & Pick<Recipient, 'about'>) | undefined;

/** Nobody is read where there is nothing to tell. */
async function everyone(store: JobParts['store'], wantOf: WantOf | undefined): Promise<readonly Recipient[]> {
  if (!wantOf) return [];
  const people = await readPeople(store.persons, await store.persons.holding(reportingRoles, nation));
  return people.flatMap((person) => recipient(person, wantOf));
}

function recipient(person: Person, wantOf: WantOf): readonly Recipient[] {
  const [first] = person.bindings;
  const want = first && person.consentedAt ? wantOf(person) : undefined;
  if (!first || !want) return [];
  const { about, ...push } = want;
  const { id, away } = person;
  return [{ person: id, area: first.scope, away, want: { ...push, key: id }, ...(about && { about }) }];
}

/** Who owes something, or oversees who does, and is told of it on that day. */
async function remindedAt(
  { store, dues }: Pick<JobParts, 'store' | 'dues'>,
  year: FiscalYear,
  at: Date,
): Promise<WantOf | undefined> {
  const calls = callsAt(await readDuties({ store, dues }, [nation], year), at);
  if (calls.length === 0) return undefined;
  const near = byProvince(calls, ({ duty }) => duty);
  const today = bangkokDate(at);
  return (person) => {
    const own = callsFor(person, near(person));
    const [first] = own;
    const about = countByKind(
      dues,
      own.map(({ duty }) => duty),
    );
    return first && { class: urgencyOf(first.duty, today), ...dueOf(first), about };
  };
}

const dueOf = ({ duty: { deadline } }: DutyCall) => (deadline ? { due: deadline.due } : {});

const summarised: WantOf = (person) => (summaryAreas(person).length > 0 ? { class: 'summary' } : undefined);

/** Those in whose area a date of an open year has passed. */
function closedFor(dues: readonly DueKind[], rules: readonly DeadlineRule[], at: Date): WantOf | undefined {
  const today = bangkokDate(at);
  if (!rules.some((rule) => closingSummaryDay(rule) === today)) return undefined;
  return (person) =>
    summaryAreas(person).some((area) => closesOn(dues, rules, area, today))
      ? { class: 'summary' }
      : undefined;
}
