import type { PersonId } from '../ids.ts';
import type { Forecast } from './forecast.ts';
import type { ReportRound } from './round.ts';

/** Somebody to remind, how many reports wait for them, and by how many the expected number grows if all get done. */
export type ToRemind = {
  readonly id: PersonId;
  readonly name: string;
  readonly open: number;
  readonly gain: number;
};

/** Whether the target is expected to be reached once these have finished. */
export type RemindList = { readonly people: readonly ToRemind[]; readonly reaches: boolean };

/** Gains are compared to six digits, so that equal ones are equal however they were added up. */
const rounded = (gain: number): number => Math.round(gain * 1e6);

/**
 * The fewest people whose finishing brings the expected completeness to the target, a share from 0 to 1; of people who
 * matter alike the first by name. Nobody where the target is expected to be reached as it is.
 */
export function shortestListToRemind(
  round: Pick<ReportRound, 'reports'>,
  { total, expected, chances }: Forecast,
  target: number,
): RemindList {
  const everybody = openByPerson(round, chances).toSorted(
    (a, b) =>
      rounded(b.gain) - rounded(a.gain) || a.name.localeCompare(b.name, 'th') || (a.id < b.id ? -1 : 1),
  );
  const people: ToRemind[] = [];
  let reached = expected;
  const isShort = () => rounded(reached) < rounded(target * total);
  for (const person of everybody) {
    if (!isShort()) break;
    people.push(person);
    reached += person.gain;
  }
  return { people, reaches: !isShort() };
}

/** Of a report that waits for nobody there is nobody to remind. */
function openByPerson(
  { reports }: Pick<ReportRound, 'reports'>,
  chances: Forecast['chances'],
): readonly ToRemind[] {
  const people = new Map<PersonId, ToRemind>();
  for (const { center, officer } of reports) {
    const chance = chances.get(center);
    if (!officer || chance === undefined) continue;
    const { open = 0, gain = 0 } = people.get(officer.id) ?? {};
    people.set(officer.id, { ...officer, open: open + 1, gain: gain + 1 - chance });
  }
  return [...people.values()];
}
