import { covers } from '../area/areas.ts';
import type { PersonId } from '../ids.ts';
import type { Binding } from '../people/actor.ts';
import type { Duty } from './duty.ts';
import { byUrgency } from './urgency.ts';

/** Someone who may owe something. */
export type Owing = { readonly id: PersonId; readonly bindings: readonly Binding[] };

/**
 * Whether a duty waits for this person: the step is one of an own role, in an own area, or of a seat that the person
 * stands in for, and in nobody else's hands. Nobody signs two steps of one case.
 */
export function waitsFor({ id, bindings }: Owing, { step }: Duty): boolean {
  const { person, chain } = step;
  if (person !== undefined && person !== id) return false;
  if (step.act !== 'delegate' && chain?.barred.includes(id)) return false;
  if (chain?.deputies.some(({ person: deputy }) => deputy === id)) return true;
  return bindings.some(({ role, scope }) => step.roles.includes(role) && covers(scope, step.scope));
}

/** What waits for a person, the most urgent first. */
export const dutiesOf = (person: Owing, duties: readonly Duty[]): readonly Duty[] =>
  duties.filter((duty) => waitsFor(person, duty)).sort(byUrgency);
