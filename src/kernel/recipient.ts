import type { Scope } from '../programme/area/areas.ts';
import type { DutyCount } from '../programme/duty/dutyCount.ts';
import type { FiscalYear, PersonId } from '../programme/ids.ts';
import type { JobName, Run } from '../programme/job/job.ts';
import { reportingRoles } from '../programme/people/actor.ts';
import type { Want } from '../programme/quota/want.ts';
import type { DutyParts } from './duty/readDuties.ts';
import type { Person } from './person.ts';
import { readPeople } from './readPeople.ts';

/** Somebody whom a run has to tell something, and how much it matters. */
export type Recipient = {
  readonly person: PersonId;
  readonly area: Scope;
  readonly away: boolean;
  readonly want: Want;
  readonly about?: readonly DutyCount[];
};

export type RecipientParts = DutyParts & {
  /** The programme year that is worked on. */
  readonly year: () => Promise<FiscalYear>;
};

/** Whom a run tells, as far as can be said now; each is looked at again when told. */
export type Tells = (parts: RecipientParts, run: Pick<Run, 'at' | 'order'>) => Promise<readonly Recipient[]>;

/** By the jobs that tell somebody. */
export type TellsOfJobs = { readonly [J in JobName]?: Tells };

/** What a person is to be told, and how much it matters. */
export type WantOf = (person: Person) => (Omit<Want, 'key'> & Pick<Recipient, 'about'>) | undefined;

/** Everybody with a role in the reports, where there is something to tell them. */
export async function everyone(
  { persons }: DutyParts['store'],
  wantOf: WantOf,
): Promise<readonly Recipient[]> {
  const ids = await persons.holding(reportingRoles, { kind: 'nation' });
  return (await readPeople(persons, ids)).flatMap((person) => recipient(person, wantOf));
}

/** Nobody who has no role (any more), or has not consented. */
export function recipient(person: Person, wantOf: WantOf): readonly Recipient[] {
  const [first] = person.bindings;
  const want = first && person.consentedAt ? wantOf(person) : undefined;
  if (!first || !want) return [];
  const { about, ...push } = want;
  const { id, away } = person;
  return [{ person: id, area: first.scope, away, want: { ...push, key: id }, ...(about && { about }) }];
}
