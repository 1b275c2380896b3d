import { type Found, read } from '../../kernel/reads.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { OpenWork } from './found.ts';

/** What the summaries of areas in a year are made of. */
export const summaryReads = (areas: readonly Scope[], year: FiscalYear, today: IsoDate) => ({
  standings: read('standingsOf', areas, year),
  forecasts: read('forecastsOf', areas, year, today),
  open: read('openWorkIn', areas, today),
  centers: read('centersIn', districtsOf(areas)),
  freezes: read('freezes'),
});
export type SummaryFound = Found<ReturnType<typeof summaryReads>>;

/** The areas whose centers are told by name. */
export const districtsOf = (areas: readonly Scope[]): readonly Scope[] =>
  areas.filter(({ kind }) => kind === 'district');

/**
 * Who is late with what a summary is of, and what waits for a signature: with the newest year stands what earlier open
 * years still owe.
 */
export function openWorkOf(
  { open: { late, waiting } }: Pick<SummaryFound, 'open'>,
  year: FiscalYear,
  newest: FiscalYear,
): OpenWork {
  if (year === newest) return { late, waiting };
  return {
    late: late.filter(({ duty }) => duty.year === year),
    waiting: waiting.filter((duty) => duty.year === year),
  };
}
