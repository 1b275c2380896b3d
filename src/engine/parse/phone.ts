import { readingOf } from './candidates.ts';
import { bare } from './clean.ts';
import { plainDashes } from './dashes.ts';
import { LETTER_O, zerosForO } from './figure.ts';
import { ambiguous, type Reading, read, unreadable } from './reading.ts';

const LEAD = /^(?:(?:เบอร์|หมายเลข|โทรศัพท์|โทร|มือถือ|tel|phone|mobile)[.: ]*)+/;
const BETWEEN_NUMBERS = /[,;/]|หรือ|และ|กับ| or | and /;
const WRITTEN = new RegExp(`^\\+?[\\d${LETTER_O} ().-]+$`);

/** Mobiles have ten digits (06, 08, 09), landlines nine (02 and the provinces' 03, 04, 05, 07). */
const NATIONAL = /^0(?:[689]\d{8}|[2-57]\d{7})$/;
const INTERNATIONAL = /^(?:\+|00)?660?([2-9]\d{7,8})$/;
const WITHOUT_ZERO = /^[689]\d{8}$/;
const LANDLINE_DIGITS = 9;
const MOBILE_DIGITS = 10;

/** Reads a Thai telephone number as its national digits (0812345678, 037211234). Extensions are not read. */
export function readPhone(text: string): Reading<string> {
  const parts = plainDashes(bare(text)).split(BETWEEN_NUMBERS);
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return readOne(digitsOf(only));
  const numbers = parts.map((part) => national(digitsOf(part)));
  const whole = numbers.filter((number) => number !== undefined);
  return whole.length === parts.length ? readingOf(whole, false) : unreadable;
}

function readOne(digits: string): Reading<string> {
  const number = national(digits);
  if (number !== undefined) return read(number);
  // Spreadsheets drop the zero at the front.
  if (WITHOUT_ZERO.test(digits)) return ambiguous(`0${digits}`);
  return twoInARow(digits);
}

function twoInARow(digits: string): Reading<string> {
  for (const length of [MOBILE_DIGITS, LANDLINE_DIGITS]) {
    const pair = [digits.slice(0, length), digits.slice(length)];
    if (pair.every((number) => NATIONAL.test(number))) return readingOf(pair, false);
  }
  return unreadable;
}

/** The digits of a written number, a plus sign kept at the front; nothing when anything else is in it. */
function digitsOf(part: string): string {
  const written = part
    .trim()
    .replace(LEAD, '')
    .replace(/^\((\+\d+)\)/, '$1');
  return WRITTEN.test(written) ? zerosForO(written).replace(/[^\d+]/g, '') : '';
}

function national(digits: string): string | undefined {
  const subscriber = INTERNATIONAL.exec(digits)?.[1];
  const number = subscriber === undefined ? digits : `0${subscriber}`;
  return NATIONAL.test(number) ? number : undefined;
}
