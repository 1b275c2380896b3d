import type { Duty } from '../../programme/duty/duty.ts';
import { unitId } from '../../programme/report/unit.ts';

/** One duty at least; the most urgent of them first where they came so. */
export type DutyGroup = readonly [Duty, ...Duty[]];

/** Duties by something that they have in common, in the order of the first of each. */
export function groupDuties(duties: readonly Duty[], keyOf: (duty: Duty) => string): readonly DutyGroup[] {
  const found = new Map<string, [Duty, ...Duty[]]>();
  for (const duty of duties) {
    const known = found.get(keyOf(duty));
    if (known) known.push(duty);
    else found.set(keyOf(duty), [duty]);
  }
  return [...found.values()];
}

/** Where a report comes from: the district of its unit, or the province itself. */
export const districtOf = ({ about }: Duty): string =>
  about.kind === 'province' ? about.province : about.district;

/** What the report is about, as a key. */
export const placeOf = ({ unit }: Duty): string => `${unit.kind}:${unitId(unit)}`;

const thai = new Intl.Collator('th', { numeric: true });

/** What has waited longest first, then by what a group is called. */
export const byDueAndName =
  (nameOf: (group: DutyGroup) => string) =>
  (one: DutyGroup, other: DutyGroup): number =>
    dueOf(one).localeCompare(dueOf(other)) || thai.compare(nameOf(one), nameOf(other));

const dueOf = ([{ deadline }]: DutyGroup): string => deadline?.due ?? '';
