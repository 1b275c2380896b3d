import { type Found, read } from '../../kernel/reads.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';

/** What the summaries of areas in a year are made of. */
export const summaryReads = (areas: readonly Scope[], year: FiscalYear, today: IsoDate) => ({
  standings: read('standingsOf', areas, year),
  forecasts: read('forecastsOf', areas, year, today),
  late: read('lateWorkIn', areas, today),
  centers: read('centersIn', districtsOf(areas)),
});
export type SummaryFound = Found<ReturnType<typeof summaryReads>>;

/** The areas whose centers are told by name. */
export const districtsOf = (areas: readonly Scope[]): readonly Scope[] =>
  areas.filter(({ kind }) => kind === 'district');

/** Who is late with what a summary is of: with the newest year stands what earlier open years still owe. */
export const lateOf = (
  { late }: Pick<SummaryFound, 'late'>,
  year: FiscalYear,
  newest: FiscalYear,
): SummaryFound['late'] => (year === newest ? late : late.filter(({ duty }) => duty.year === year));
