import { createHash } from 'node:crypto';
import { bareCode, checkSymbol, crockfordSymbols, encodeCrockford, readCrockford } from './crockford.ts';
import type { FiscalYear } from './ids.ts';

/** Symbols of a number between its year and its check symbol: 40 bits. */
const length = 8;

/** Numbers such as `FL65-4QK7M2XA-9`: a prefix with the year, eight symbols, and one that shows slips. */
export type NumberKind = {
  /** Two letters. */
  readonly prefix: string;
  /** What the number is of; two kinds never make the same symbols of the same entropy. */
  readonly of: string;
};

/**
 * The number of a year that belongs to some entropy; the next attempt is another number, for when the first is taken.
 * Numbers whose check symbol would not be a letter or digit are passed over.
 */
export function makeNumber(
  { prefix, of }: NumberKind,
  year: FiscalYear,
  entropy: Uint8Array,
  attempt: number,
): string {
  for (let round = 0; ; round += 1) {
    const hash = createHash('sha256').update(`${of} ${attempt} ${round} `).update(entropy).digest();
    const symbols = encodeCrockford(hash, length);
    const check = checkSymbol(symbols);
    if (crockfordSymbols.includes(check))
      return `${prefix}${String(year % 100).padStart(2, '0')}-${symbols}-${check}`;
  }
}

/** Reads such a number out of a code's year, symbols and check symbol; nothing where the last does not fit. */
export function readNumber({ prefix }: NumberKind, shape: RegExp, text: string): string | undefined {
  const [year, symbols, check] = (shape.exec(bareCode(text)) ?? []).slice(1).map(readCrockford);
  if (!year || !symbols || !check || checkSymbol(symbols) !== check) return undefined;
  return `${prefix}${year}-${symbols}-${check}`;
}
