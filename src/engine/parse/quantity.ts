import { candidatesOf, either, mapReading } from './candidates.ts';
import { type Decimal, negated, toNumber } from './decimal.ts';
import { isPoint, readNumeral } from './numeral.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

/** Reads a number or the two ends of a range (2-3 หมื่น, สองสามพัน, แปดสิบเก้าสิบ); a range is always asked about. */
export function readQuantity(tokens: readonly Token[], formal: boolean): Reading<Decimal> {
  const [first, ...rest] = tokens;
  if (first?.kind === 'minus') return mapReading(readNumeral(rest, formal), negated);
  const range = tokens.findIndex(({ kind }) => kind === 'range');
  if (range >= 0) return between(tokens.slice(0, range), tokens.slice(range + 1), formal);
  const neighbours = neighbouringDigits(tokens);
  if (neighbours >= 0) {
    return either(
      readNumeral(tokens.toSpliced(neighbours + 1, 1), formal),
      readNumeral(tokens.toSpliced(neighbours, 1), formal),
    );
  }
  const second = secondOfUnit(tokens);
  if (second >= 0) return between(tokens.slice(0, second), tokens.slice(second), formal);
  return readNumeral(tokens, formal);
}

/** In "2-3 หมื่น" both ends count the same unit; in "9,000 - 1 หมื่น" each has its own. */
function between(from: readonly Token[], to: readonly Token[], formal: boolean): Reading<Decimal> {
  const [count, ...unit] = to;
  const shares = from.length === 1 && count !== undefined && unit.length > 0 && isLess(from, [count]);
  return either(readNumeral(shares ? [...from, ...unit] : from, formal), readNumeral(to, formal));
}

function isLess(a: readonly Token[], b: readonly Token[]): boolean {
  const [less, more] = [a, b].map(
    (tokens) => candidatesOf(mapReading(readNumeral(tokens, false), toNumber))[0],
  );
  return less !== undefined && more !== undefined && less < more;
}

/** Where two digits that follow each other are said together: สองสาม is "two or three". After จุด they are a fraction. */
function neighbouringDigits(tokens: readonly Token[]): number {
  if (tokens.some(isPoint)) return -1;
  return tokens.findIndex((token, i) => {
    const next = tokens[i + 1];
    return (
      token.kind === 'digit' && token.value > 0 && next?.kind === 'digit' && next.value === token.value + 1
    );
  });
}

/** Where a counted unit comes again: ร้อย|สองร้อย, สองหมื่น|สามหมื่น. */
function secondOfUnit(tokens: readonly Token[]): number {
  const counted = new Set<number>();
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'unit') continue;
    const before = tokens[i - 1]?.kind;
    if (counted.has(token.zeros) && (before === 'digit' || before === 'figure')) return i - 1;
    counted.add(token.zeros);
  }
  return -1;
}
