import { type Found, read } from '../../kernel/reads.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { IsoDate } from '../../programme/ids.ts';

/** What the summaries of areas are made of. */
export const summaryReads = (areas: readonly Scope[], today: IsoDate) => ({
  standings: read('standingsOf', areas),
  forecasts: read('forecastsOf', areas, today),
  late: read('lateWorkIn', areas, today),
  centers: read('centersIn', districtsOf(areas)),
});
export type SummaryFound = Found<ReturnType<typeof summaryReads>>;

/** The areas whose centers are told by name. */
export const districtsOf = (areas: readonly Scope[]): readonly Scope[] =>
  areas.filter(({ kind }) => kind === 'district');
