import type { Scope } from '../../programme/area/areas.ts';
import { byProvince } from '../../programme/duty/byProvince.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { waitsFor } from '../../programme/duty/ofPerson.ts';
import type { PersonId } from '../../programme/ids.ts';
import { type Role, reportingRoles } from '../../programme/people/actor.ts';
import { type Audience, isAddressed } from '../../programme/people/audience.ts';
import type { Person } from '../person.ts';
import { readPeople } from '../readPeople.ts';
import type { DutyParts, When } from './readDuties.ts';
import { readOverdue } from './readOverdue.ts';

/** Whom something reaches, and how many of those it is meant for do not let the bot write to them. */
export type Reached = { readonly to: readonly Person[]; readonly away: number };

/** The people of an audience as they are now; its author is not among them. */
export async function readAudience(
  parts: DutyParts,
  audience: Audience,
  author: PersonId,
  when: When,
): Promise<Reached> {
  const isMeant = await judgeOf(parts, audience, when);
  const people = await holding(parts, audience.roles, audience.areas);
  return reached(people.filter((person) => person.id !== author && isMeant(person)));
}

/** Whether somebody belongs to an audience now. */
export async function judgeOf(
  parts: DutyParts,
  audience: Audience,
  when: When,
): Promise<(person: Person) => boolean> {
  const lateOf = audience.late ? await lateIn(parts, audience.areas, when) : undefined;
  return (person) =>
    person.consentedAt !== undefined &&
    isAddressed(person.bindings, audience) &&
    (!lateOf || lateOf(person).length > 0);
}

/** Everybody for whom something overdue in these areas waits, and what. */
export async function readLate(
  parts: DutyParts,
  areas: readonly Scope[],
  author: PersonId,
  when: When,
): Promise<readonly { readonly person: Person; readonly late: readonly Duty[] }[]> {
  const lateOf = await lateIn(parts, areas, when);
  const people = await holding(parts, reportingRoles, areas);
  return people
    .filter((person) => person.consentedAt && person.id !== author)
    .map((person) => ({ person, late: lateOf(person) }))
    .filter(({ late }) => late.length > 0);
}

export const reached = (people: readonly Person[]): Reached => {
  const to = people.filter(({ away }) => !away);
  return { to, away: people.length - to.length };
};

async function lateIn(parts: DutyParts, areas: readonly Scope[], when: When) {
  const near = byProvince(await readOverdue(parts, areas, when), (duty) => duty);
  return (person: Person): readonly Duty[] => near(person).filter((duty) => waitsFor(person, duty));
}

/** Each once, whichever of the areas it is found by. */
async function holding(
  { store: { persons } }: DutyParts,
  roles: readonly Role[],
  areas: readonly Scope[],
): Promise<readonly Person[]> {
  const found = await Promise.all(areas.map((area) => persons.holding(roles, area)));
  return readPeople(persons, [...new Set(found.flat())]);
}
