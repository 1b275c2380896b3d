import { gregorianYear } from '../calendar/calendar.ts';
import type { IsoDate } from '../ids.ts';

/** A Gregorian year, `YYYY`. */
export type IsoYear = string & { readonly __brand: 'IsoYear' };

/** When a center was founded: a day, or a year alone where the papers say no more. */
export type Founding = IsoDate | IsoYear;

export const isYearAlone = (founded: string): founded is IsoYear => founded.length === 'YYYY'.length;

/** A year of either era; before 2400 it is Gregorian. */
export const toIsoYear = (year: number): IsoYear => String(gregorianYear(year)).padStart(4, '0') as IsoYear;

/** Whether a statement says less than what is known: the year alone of that very day. */
export const isVaguer = (stated: Founding | undefined, known: Founding | undefined): boolean =>
  stated !== undefined && isYearAlone(stated) && known?.startsWith(stated) === true;
