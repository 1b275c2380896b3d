import type { IsoDate } from '../ids.ts';
import { addDays, buddhistYearOf } from './calendar.ts';
import { closedDaysByYear, yearlyClosedDays } from './closedDayList.ts';

const yearly = new Set(yearlyClosedDays);
const listed = new Set(
  Object.values(closedDaysByYear).flatMap(({ moon, ploughing, instead, special }) => [
    ...moon,
    ...(ploughing === undefined ? [] : [ploughing]),
    ...instead,
    ...special.flatMap(({ days }) => days),
  ]),
);

/** 0 is Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(Date.parse(date)).getUTCDay();
const isWeekend = (date: IsoDate): boolean => weekdayOf(date) % 6 === 0;

/** Whether government offices are closed: Saturdays, Sundays and public holidays, of a year not listed only the yearly ones. */
export const isClosedDay = (date: IsoDate): boolean =>
  isWeekend(date) || yearly.has(date.slice(5)) || listed.has(date);

/** Whether the holidays of a date's year are listed. */
export const knowsYear = (date: IsoDate): boolean => closedDaysByYear[buddhistYearOf(date)] !== undefined;

/** Why the list of a date's year is to be looked over, in a word for the one who keeps it; nothing when it is sure. */
export const doubtAbout = (date: IsoDate): string | undefined =>
  closedDaysByYear[buddhistYearOf(date)]?.unsure;

export const workingDayOnOrBefore = (date: IsoDate): IsoDate => nearest(date, -1);
export const workingDayOnOrAfter = (date: IsoDate): IsoDate => nearest(date, 1);
export const workingDayBefore = (date: IsoDate): IsoDate => nearest(addDays(date, -1), -1);
export const workingDayAfter = (date: IsoDate): IsoDate => nearest(addDays(date, 1), 1);

function nearest(from: IsoDate, towards: 1 | -1): IsoDate {
  let date = from;
  while (isClosedDay(date)) date = addDays(date, towards);
  return date;
}
