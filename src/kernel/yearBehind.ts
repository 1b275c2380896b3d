import { gregorianYear, readFiscalYear, toBuddhistYear } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';

const yearWords = /(?:^|\s)(?:ปีงบประมาณ|ปีงบ|ปี|พ\.?\s?ศ\.?|fiscal year|fy|year)?\s?(\d{4})$/;

/**
 * The fiscal year that stands last behind a command, of either era, and what stands before it. A year after the
 * newest is none: nothing was opened for it.
 */
export function yearBehind(
  rest: string,
  newest: FiscalYear,
): { readonly year?: FiscalYear; readonly rest: string } {
  const found = yearWords.exec(rest);
  if (!found) return { rest };
  const year = readFiscalYear(toBuddhistYear(gregorianYear(Number(found[1]))));
  return year === undefined || year > newest ? { rest } : { year, rest: rest.slice(0, found.index).trim() };
}
