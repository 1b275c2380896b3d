import { bangkokDate, toGregorianYear } from '../calendar/calendar.ts';
import type { FiscalYear, IsoDate } from '../ids.ts';

/** How often a kind of report is made. */
export type Every = 'year' | 'quarter' | 'month';

/**
 * What a report is about in time: a fiscal year, or a part of it: its quarter 1–4 (October to December is the first)
 * or its month 1–12 (October is the first).
 */
export type Period = { readonly year: FiscalYear; readonly part?: number };

const partsOfYear: { readonly [E in Every]: number } = { year: 1, quarter: 4, month: 12 };

/** In one word, for ids: `2565`, or `2565-2` for the second part. */
export const periodKey = ({ year, part }: Period): string =>
  part === undefined ? String(year) : `${year}-${part}`;

/** The periods of a year, in order. */
export function periodsOf(every: Every, year: FiscalYear): readonly Period[] {
  const parts = partsOfYear[every];
  return parts === 1 ? [{ year }] : Array.from({ length: parts }, (_, at) => ({ year, part: at + 1 }));
}

export const isPeriodOf = (every: Every, { part }: Period): boolean =>
  every === 'year'
    ? part === undefined
    : part !== undefined && Number.isInteger(part) && part >= 1 && part <= partsOfYear[every];

/** The period of a year in which a date lies: the year itself, whatever the date; none where it is in no part of it. */
export function periodOf(every: Every, year: FiscalYear, date: IsoDate): Period | undefined {
  if (every === 'year') return { year };
  return periodsOf(every, year).find(
    (period) => startOfPeriod(every, period) <= date && date <= endOfPeriod(every, period),
  );
}

export const startOfPeriod = (every: Every, { year, part = 1 }: Period): IsoDate =>
  dayOf(year, (part - 1) * monthsOf(every), 1);

export const endOfPeriod = (every: Every, { year, part = 1 }: Period): IsoDate =>
  dayOf(year, part * monthsOf(every), 0);

const monthsOf = (every: Every): number => 12 / partsOfYear[every];

/** A day of a month counted from October on; the day 0 is the last of the month before. */
const dayOf = (year: FiscalYear, month: number, day: number): IsoDate =>
  bangkokDate(new Date(Date.UTC(toGregorianYear(year) - 1, 9 + month, day)));

/** What a text says of a period. A month is said as people say it: its calendar month 1–12 and the year of that. */
export type PeriodLabel =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number }
  | { readonly kind: 'month'; readonly month: number; readonly gregorianYear: number };

export function periodLabel(every: Every, { year, part = 1 }: Period): PeriodLabel {
  if (every === 'year') return { kind: 'year', year };
  if (every === 'quarter') return { kind: 'quarter', quarter: part, year };
  const sinceJanuary = part + 8;
  const gregorianYear = toGregorianYear(year) - 1 + Math.floor(sinceJanuary / 12);
  return { kind: 'month', month: (sinceJanuary % 12) + 1, gregorianYear };
}
