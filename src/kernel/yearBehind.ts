import type { FiscalYear } from '../programme/ids.ts';

const yearWords = /(?:^|\s)(?:ปีงบประมาณ|ปีงบ|ปี|พ\.?\s?ศ\.?|fiscal year|fy|year)?\s?(\d{4})$/;
const buddhistOffset = 543;
const firstBuddhist = 2400;

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
  const number = Number(found[1]);
  const year = (number < firstBuddhist ? number + buddhistOffset : number) as FiscalYear;
  return year > newest || year < firstBuddhist ? { rest } : { year, rest: rest.slice(0, found.index).trim() };
}
