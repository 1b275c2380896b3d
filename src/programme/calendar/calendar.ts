import type { FiscalYear, IsoDate } from '../ids.ts';

/** Years of the Buddhist Era are ahead of Gregorian ones. */
const eraGap = 543;
/** From here on a year is one of the Buddhist Era: no Gregorian date of the programme is as late. */
const firstBuddhistYear = 2400;
const dayMs = 24 * 3600 * 1000;
/** Bangkok is seven hours ahead of UTC all the year. */
const bangkokMs = 7 * 3600 * 1000;

export const toBuddhistYear = (gregorian: number): number => gregorian + eraGap;
export const toGregorianYear = (buddhist: number): number => buddhist - eraGap;
/** A Gregorian year out of a year of either era. */
export const gregorianYear = (year: number): number =>
  year >= firstBuddhistYear ? toGregorianYear(year) : year;

/** A date of the Gregorian calendar, or nothing where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists && year >= 1 && year <= 9999 ? utcDate(at) : undefined;
}

/** Reads `YYYY-MM-DD`, the year in either era. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  return isoDate(gregorianYear(Number(year)), Number(month), Number(day));
}

/**
 * Reads an ISO instant, the year in either era: `2565-08-09T18:00`, `2022-08-09 18:00:30+07:00`, `2022-08-09`.
 * It is Bangkok time where no offset is given, and the beginning of the day where no time is.
 */
export function parseInstant(text: string): Date | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/i;
  const [, day = '', clock = '00:00', seconds = '00', fraction = '', offset = '+07:00'] =
    parts.exec(text.trim()) ?? [];
  const date = parseIsoDate(day);
  if (date === undefined) return undefined;
  const at = new Date(`${date}T${clock}:${seconds}.${fraction.padEnd(3, '0')}${offset.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The date that the calendar on a Bangkok wall shows. */
export const bangkokDate = (instant: Date): IsoDate => utcDate(new Date(instant.getTime() + bangkokMs));

/** A `YYYY-MM-DD` as operators read and give it: `2565-08-09`. */
export const buddhistDate = (date: string): string =>
  `${toBuddhistYear(Number(date.slice(0, 4)))}${date.slice(4)}`;

/** Date and time in Bangkok as operators read and give them: `2565-08-09 18:00`. */
export function bangkokMinute(instant: Date): string {
  const time = new Date(instant.getTime() + bangkokMs).toISOString().slice(11, 16);
  return `${buddhistDate(bangkokDate(instant))} ${time}`;
}

/** 00:00:00.000 in Bangkok. */
export const startOfDay = (date: IsoDate): Date => new Date(Date.parse(date) - bangkokMs);

/** 23:59:59.999 in Bangkok, when a duty that is due that day ends. */
export const endOfDay = (date: IsoDate): Date => new Date(startOfDay(date).getTime() + dayMs - 1);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  utcDate(new Date(Date.parse(date) + days * dayMs));

/** Whole days from one date to another; below zero when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs;

/** The Buddhist year of a date. */
export const buddhistYearOf = (date: IsoDate): number => toBuddhistYear(Number(date.slice(0, 4)));

/** A fiscal year out of a number of the Buddhist Era, or nothing where it cannot be one. */
export function readFiscalYear(year: number): FiscalYear | undefined {
  return Number.isInteger(year) && year >= firstBuddhistYear && year < 3000 ? brandYear(year) : undefined;
}

/** The fiscal year runs from 1 October to 30 September and is named after the year in which it ends. */
export function fiscalYearOf(date: IsoDate): FiscalYear {
  const afterSeptember = Number(date.slice(5, 7)) >= 10;
  return brandYear(buddhistYearOf(date) + (afterSeptember ? 1 : 0));
}

/** The fiscal year after the one of a date. */
export const comingFiscalYear = (date: IsoDate): FiscalYear => brandYear(fiscalYearOf(date) + 1);

/** 1 October of the Gregorian year before. */
export const startOfFiscalYear = (year: FiscalYear): IsoDate =>
  brandDate(`${toGregorianYear(year) - 1}-10-01`);

/**
 * The first day of which something can be told of a programme year: its 1 October, or that of today's year while it
 * still lies ahead.
 */
export function firstDayTold(year: FiscalYear, today: IsoDate): IsoDate {
  const present = fiscalYearOf(today);
  return startOfFiscalYear(year <= present ? year : present);
}

/** The first 30 September after today that is not before the end of a programme year. */
export function yearEndAhead(year: FiscalYear, today: IsoDate): IsoDate {
  const ends = [year, fiscalYearOf(today), comingFiscalYear(today)].map(endOfFiscalYear);
  return ends.find((end) => end > today) ?? endOfFiscalYear(comingFiscalYear(today));
}

/** 30 September. */
export const endOfFiscalYear = (year: FiscalYear): IsoDate => brandDate(`${toGregorianYear(year)}-09-30`);

const utcDate = (at: Date): IsoDate => brandDate(at.toISOString().slice(0, 10));
const brandDate = (text: string): IsoDate => text as IsoDate;
const brandYear = (year: number): FiscalYear => year as FiscalYear;

/** Minutes after midnight in Bangkok; the hours run over midnight where `from` is later than `to`. */
export type DailyHours = { readonly from: number; readonly to: number };

/** Whether an instant falls into daily hours such as the quiet ones; equal ends mean never. */
export function isWithinHours(at: Date, { from, to }: DailyHours): boolean {
  const bangkok = new Date(at.getTime() + bangkokMs);
  const minute = bangkok.getUTCHours() * 60 + bangkok.getUTCMinutes();
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
