import { makeNumber, type NumberKind, readNumber } from '../checkedNumber.ts';
import { bareCode } from '../crockford.ts';
import type { FiscalYear, Receipt } from '../ids.ts';
import { arabicDigits, plainSpelling } from '../spelling.ts';

const kind: NumberKind = { prefix: 'FL', of: 'receipt' };

/** The receipt number of a year that belongs to some entropy; the next attempt is another one. */
export const makeReceipt = (year: FiscalYear, entropy: Uint8Array, attempt: number): Receipt =>
  brand(makeNumber(kind, year, entropy, attempt));

/** Reads a receipt number as people type it, alone or after its label; nothing where its check symbol does not fit. */
export function readReceipt(text: string): Receipt | undefined {
  const number = readNumber(kind, shape, text);
  return number === undefined ? undefined : brand(number);
}

/** A receipt number with dashes inside a sentence; nothing where none stands there, or where its check symbol does not fit. */
export const receiptWithin = (text: string): Receipt | undefined =>
  readReceipt(within.exec(arabicDigits(plainSpelling(text)))?.[0] ?? '');

/** What is wrong with a text that is no receipt number but was meant as one: its check symbol, or how many it has. */
export function receiptFault(text: string): 'wrongCheck' | 'wrongLength' | undefined {
  const code = bareCode(text);
  if (readReceipt(text) !== undefined) return undefined;
  if (shape.test(code)) return 'wrongCheck';
  return nearly.test(code) ? 'wrongLength' : undefined;
}

/** The year, the symbols and the check symbol. */
const shape = /^(?:RECEIPT)?[^0-9A-Z]*F[L1I]([0-9OIL]{2})([0-9A-Z]{8})([0-9A-Z])$/;
/** Some symbols too few or too many; never as few as an invitation code has. */
const nearly = /^(?:RECEIPT)?[^0-9A-Z]*F[L1I][0-9OIL]{2}[0-9A-Z]{7,12}$/;
const within = /(?<![0-9A-Z])FL\d{2}-[0-9A-Z]{8}-[0-9A-Z](?![0-9A-Z])/i;

const brand = (text: string): Receipt => text as Receipt;
