import { bangkokDate, toGregorianYear } from '../calendar/calendar.ts';
import type { FiscalYear, IsoDate } from '../ids.ts';
import { type DeadlineKind, type Route, routes } from './kind.ts';

/**
 * What a report is about: a fiscal year, or a part of it: its quarter 1–4 (October to December is the first) or its
 * month 1–12 (October is the first).
 */
export type Period = { readonly year: FiscalYear; readonly part?: number };

/** In one word, for ids: `2565`, or `2565-2` for the second part. */
export const periodKey = ({ year, part }: Period): string =>
  part === undefined ? String(year) : `${year}-${part}`;

/** In a year there are so many reports of a kind. */
const partsOfYear: { readonly [E in Route['every']]: number } = { year: 1, quarter: 4, month: 12 };

/** What a kind is reported about in a year, in order. */
export function periodsOf(kind: DeadlineKind, year: FiscalYear): readonly Period[] {
  const parts = partsOfYear[routes[kind].every];
  return parts === 1 ? [{ year }] : Array.from({ length: parts }, (_, at) => ({ year, part: at + 1 }));
}

/** What a report of a kind is about that is due on a date of the year; nothing where the date is in no part of it. */
export function periodOf(kind: DeadlineKind, year: FiscalYear, due: IsoDate): Period | undefined {
  const periods = periodsOf(kind, year);
  const [only] = periods;
  if (only?.part === undefined) return only;
  return periods.find((period) => startOfPeriod(kind, period) <= due && due <= endOfPeriod(kind, period));
}

export const startOfPeriod = (kind: DeadlineKind, { year, part = 1 }: Period): IsoDate =>
  dayOf(year, (part - 1) * monthsOf(kind), 1);

export const endOfPeriod = (kind: DeadlineKind, { year, part = 1 }: Period): IsoDate =>
  dayOf(year, part * monthsOf(kind), 0);

const monthsOf = (kind: DeadlineKind): number => 12 / partsOfYear[routes[kind].every];

/** A day of a month counted from October on; the day 0 is the last of the month before. */
const dayOf = (year: FiscalYear, month: number, day: number): IsoDate =>
  bangkokDate(new Date(Date.UTC(toGregorianYear(year) - 1, 9 + month, day)));
