import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import type { Center } from '../../programme/center/center.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import { dueFor } from '../../programme/deadline/dueFor.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';

/** By when a center's results of a year are reported: its own date, else the one by which its province reports them. */
export function resultDue(
  rules: readonly DeadlineRule[],
  center: Center,
  year: FiscalYear,
): IsoDate | undefined {
  const area = scopeOfCenter(center);
  return dueFor(rules, 'debt2', { year }, area) ?? dueFor(rules, 'round2', { year }, area);
}
