import { openYears } from '../../kernel/duty/readDuties.ts';
import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { FiscalYear } from '../../programme/ids.ts';

type DatesStore = Pick<Kept, 'deadlines' | 'years'>;

export const deadlineReaders = (store: DatesStore): Pick<Readers, 'dueDates' | 'openDueDates'> => ({
  dueDates: ({ year }) => store.deadlines.rules(year),
  openDueDates: ({ year }) => readOpenDueDates(store, year),
});

/** The due dates of every year that is open, of all areas; `newest` as for `openYears`. */
export async function readOpenDueDates(
  store: DatesStore,
  newest: FiscalYear,
): Promise<readonly DeadlineRule[]> {
  const years = await openYears(store, newest);
  const rules = await Promise.all(years.map((year) => store.deadlines.rules(year)));
  return rules.flat();
}
