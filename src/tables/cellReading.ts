import { readDate } from '../engine/parse/date.ts';
import { findDistrict, findProvince } from '../programme/area/areas.ts';
import { bangkokDate, buddhistDate, parseIsoDate } from '../programme/calendar/calendar.ts';
import type { IsoDate } from '../programme/ids.ts';

/** A cell that was read, or what is wrong with it. */
export type CellReading<T, Code extends string> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly code: Code; readonly params: CellParams };

type CellParams = { readonly [name: string]: string | number };

export const cellValue = <T>(value: T): CellReading<T, never> => ({ kind: 'value', value });

export const cellProblem = <Code extends string>(
  code: Code,
  params: CellParams = {},
): CellReading<never, Code> => ({ kind: 'problem', code, params });

export function readProvince(text: string): CellReading<string, 'unknownProvince'> {
  const found = findProvince(text);
  return found.kind === 'found'
    ? cellValue(found.name)
    : cellProblem('unknownProvince', { nearest: found.nearest });
}

/** Where the province could not be read there is nothing to say of the district. */
export const readDistrict =
  (province: string) =>
  (text: string): CellReading<string, 'unknownDistrict'> => {
    if (province === '') return cellValue(text);
    const found = findDistrict(province, text);
    return found.kind === 'found'
      ? cellValue(found.name)
      : cellProblem('unknownDistrict', { province, nearest: found.nearest });
  };

/** A date in any usual form, of either era; a number that may be a spreadsheet's count of days is told with the day. */
export const readDay =
  (today: IsoDate) =>
  (text: string): CellReading<IsoDate, 'unreadableDate' | 'ambiguousDate' | 'numberForDate'> => {
    const exact = parseIsoDate(text.replace(/[T ]\d{2}:\d{2}.*$/, ''));
    if (exact) return cellValue(exact);
    const counted = readSerial(text);
    if (counted) return cellProblem('numberForDate', { reading: buddhistDate(counted) });
    const reading = readDate(text, today);
    if (reading.kind === 'unreadable') return cellProblem('unreadableDate');
    if (reading.kind === 'ambiguous')
      return cellProblem('ambiguousDate', { readings: reading.candidates.map(buddhistDate).join(' / ') });
    const date = parseIsoDate(reading.value);
    return date ? cellValue(date) : cellProblem('unreadableDate');
  };

function readSerial(text: string): IsoDate | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
  // Spreadsheets count from 30 December 1899, since their 1900 has a leap day that never was.
  return bangkokDate(new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))));
}
