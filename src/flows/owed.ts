import { type Binding, capacities, may } from '../domain/actor.ts';
import { centersToAssess } from './assess/centers.ts';
import type { ChoiceRow } from './choose.ts';
import type { Context, Needs } from './flow.ts';
import { newestReport } from './newestReport.ts';
import type { Person } from './person.ts';
import { scopeOfCenter } from './scopeOfCenter.ts';

/** What has to be read to know what an officer owes. */
export function owedNeeds(bindings: readonly Binding[]): Needs {
  const own = capacities(bindings, 'assess').map(({ scope }) => scope);
  return own.length === 0 ? {} : { centersIn: own, casesIn: own, progress: true };
}

/** An officer owes the assessment of each center of the district: begun ones first, then the others. */
export function notSubmitted(person: Person, context: Context): readonly ChoiceRow[] {
  const { cases, centers } = context.gathered;
  const open = centers
    .filter((center) => may(person.bindings, 'assess', scopeOfCenter(center)))
    .filter(({ id }) => !newestReport(cases, id, context.year));
  return centersToAssess(person, context).filter((row) => open.some(({ id }) => id === row.id));
}
