import { ambiguous, type Reading, read, unreadable } from './reading.ts';

export type Era = 'buddhist' | 'christian';

const BUDDHIST_OFFSET = 543;

/** From here on a year of four digits is a Buddhist one. */
const FIRST_BUDDHIST = 2400;

/** No date of the programme's people lies outside these Gregorian years. */
const EARLIEST = 1850;
const LATEST = 2250;

/** How many years ahead of today a Gregorian, and a Buddhist, year of two digits may lie. */
const CHRISTIAN_AHEAD = 10;
const BUDDHIST_AHEAD = 20;

/**
 * Reads a year of two or four digits as a Gregorian one.
 *
 * Two digits `yy` without an era can be 25yy of the Buddhist era or 20yy of the Christian one:
 * - 20yy is at most ten years ahead: both make sense and the person is asked (22 is 2022 or 1979);
 * - else 25yy, when it is at most twenty years ahead (65 is 2022);
 * - else 19yy or 25yy, asked (99 is 1999 or 2056).
 */
export function readYear(digits: string, era: Era | undefined, thisYear: number): Reading<number> {
  const number = Number(digits);
  if (digits.length === 2) return twoDigits(number, era, thisYear);
  if (digits.length !== 4) return unreadable;
  const written: Era = number < FIRST_BUDDHIST ? 'christian' : 'buddhist';
  if (era !== undefined && era !== written) return unreadable;
  const year = written === 'buddhist' ? number - BUDDHIST_OFFSET : number;
  return year >= EARLIEST && year <= LATEST ? read(year) : unreadable;
}

function twoDigits(number: number, era: Era | undefined, thisYear: number): Reading<number> {
  const buddhist = 2500 + number - BUDDHIST_OFFSET;
  const christian = 2000 + number;
  if (era !== undefined) return read(era === 'buddhist' ? buddhist : christian);
  if (christian <= thisYear + CHRISTIAN_AHEAD) return ambiguous(christian, buddhist);
  return buddhist <= thisYear + BUDDHIST_AHEAD ? read(buddhist) : ambiguous(1900 + number, buddhist);
}
