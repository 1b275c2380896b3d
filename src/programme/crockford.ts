import { arabicDigits, plainSpelling } from './spelling.ts';

/** Crockford's base32: digits and capitals without I, L, O and U. */
export const crockfordSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The five more symbols that a check symbol (mod 37) may be. */
const checkSymbols = `${crockfordSymbols}*~$=U`;

/** The first `length` symbols (five bits each) of some bytes. */
export function encodeCrockford(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5)
    throw new RangeError(`${bytes.length} bytes are too few for ${length} symbols`);
  let symbols = '';
  for (let bit = 0; bit < length * 5; bit += 5) {
    const twoBytes = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    symbols += crockfordSymbols.charAt((twoBytes >> (11 - (bit & 7))) & 31);
  }
  return symbols;
}

/** The check symbol of a number written in Crockford's base32: its remainder by 37. */
export function checkSymbol(symbols: string): string {
  const remainder = [...symbols].reduce(
    (sum, symbol) => (sum * 32 + crockfordSymbols.indexOf(symbol)) % 37,
    0,
  );
  return checkSymbols.charAt(remainder);
}

/** What a person typed or pasted, in capitals and Arabic digits, without spaces, dashes and invisible characters. */
export function bareCode(text: string): string {
  return arabicDigits(plainSpelling(text))
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '');
}

/** Reads look-alikes as what they stand for (O is 0; I and L are 1); nothing where another symbol is among them. */
export function readCrockford(code: string): string | undefined {
  const symbols = code.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]*$/.test(symbols) ? symbols : undefined;
}
