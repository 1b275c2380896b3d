import { mapReading, unsure } from './candidates.ts';
import { bare } from './clean.ts';
import { yearOf } from './isoDay.ts';
import { months } from './months.ts';
import { type Reading, unreadable } from './reading.ts';
import { type Era, readYear } from './year.ts';

const LEAD = /^(?:(?:เมื่อ|ตั้งแต่|ก่อตั้ง|จัดตั้ง|ใน|ช่วง|since|in|founded) ?)+/;
const LOOSELY = /^(?:ราว ?ๆ?|ประมาณ|น่าจะ|about|around) ?/;
/** A year behind its word, with its era or without; bare only where it has four figures. */
const YEAR = /^(?<word>ปี|year)? ?(?<era>พ\.? ?ศ\.?|ค\.? ?ศ\.?|be|b\.e\.|ad|a\.d\.)? ?(?<digits>\d{4}|\d{2})$/;
/** The year of a month. */
const OF_MONTH = /^(?:เดือน)? ?(?<month>[^\d]+?) ?(?:ปี)? ?(?<era>พ\.? ?ศ\.?|ค\.? ?ศ\.?)? ?(?<digits>\d{4})$/;

/** Reads a year and no day of it, as Gregorian `YYYY`: `2555`, `ปี 55`, `พ.ศ. 2555`; of `ก.ค. 2555` the year is asked about. */
export function readYearAlone(text: string, today: string): Reading<string> {
  const line = bare(text).replace(LEAD, '');
  const rest = line.replace(LOOSELY, '');
  const year = yearIn(YEAR.exec(rest)?.groups, today);
  if (year.kind !== 'unreadable') return rest === line ? year : unsure(year);
  const ofMonth = OF_MONTH.exec(rest)?.groups;
  const isMonth = months.has(ofMonth?.month?.replace(/[.\s]/g, '') ?? '');
  return isMonth ? unsure(yearIn(ofMonth, today)) : unreadable;
}

type Parts = { readonly [part: string]: string | undefined };

function yearIn(parts: Parts | undefined, today: string): Reading<string> {
  const { word, era, digits } = parts ?? {};
  if (digits === undefined) return unreadable;
  if (digits.length === 2 && word === undefined && era === undefined) return unreadable;
  return mapReading(readYear(digits, eraOf(era), yearOf(today)), (year) => String(year));
}

function eraOf(word: string | undefined): Era | undefined {
  if (word === undefined) return undefined;
  return /^[พb]/.test(word) ? 'buddhist' : 'christian';
}
