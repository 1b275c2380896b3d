import { createHash } from 'node:crypto';
import { bareCode, checkSymbol, crockfordSymbols, encodeCrockford, readCrockford } from '../crockford.ts';
import type { FiscalYear, Receipt } from '../ids.ts';

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

/** Whether a text has a receipt number's letters and figures, whatever its check symbol. */
export const looksLikeReceipt = (text: string): boolean => shape.test(bareCode(text));

/** The year, the symbols and the check symbol. */
const shape = /^(?:RECEIPT)?[^0-9A-Z]*F[L1I]([0-9OIL]{2})([0-9A-Z]{8})([0-9A-Z])$/;

const brand = (text: string): Receipt => text as Receipt;
