import { createHash } from 'node:crypto';
import { bareCode, checkSymbol, crockfordSymbols, encodeCrockford, readCrockford } from '../crockford.ts';
import type { FiscalYear, Receipt } from '../ids.ts';
import { arabicDigits, plainSpelling } from '../spelling.ts';

/** Symbols of a receipt's number between its year and its check symbol: 40 bits. */
const length = 8;

/**
 * The receipt number of a year that belongs to some entropy; the next attempt is another number,
 * for when the first is taken. Numbers whose check symbol would not be a letter or digit are passed over.
 */
export function makeReceipt(year: FiscalYear, entropy: Uint8Array, attempt: number): Receipt {
  for (let round = 0; ; round += 1) {
    const hash = createHash('sha256').update(`receipt ${attempt} ${round} `).update(entropy).digest();
    const symbols = encodeCrockford(hash, length);
    const check = checkSymbol(symbols);
    if (crockfordSymbols.includes(check)) {
      return brand(`FL${String(year % 100).padStart(2, '0')}-${symbols}-${check}`);
    }
  }
}

/** Reads a receipt number as people type it, alone or after its label; nothing where its check symbol does not fit. */
export function readReceipt(text: string): Receipt | undefined {
  const [year, symbols, check] = (shape.exec(bareCode(text)) ?? []).slice(1).map(readCrockford);
  if (!year || !symbols || !check || checkSymbol(symbols) !== check) return undefined;
  return brand(`FL${year}-${symbols}-${check}`);
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
