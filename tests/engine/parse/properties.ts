import fc from 'fast-check';
import { expect } from 'vitest';
import { candidatesOf } from '../../../src/engine/parse/candidates.ts';
import { type Reading, read } from '../../../src/engine/parse/reading.ts';
import { seed } from '../../seed.ts';
import type { Reader } from './readers.ts';

const RUNS = 3_000;

/** Checks a property with the suite's seed. */
export const holds = <T>(property: fc.IRawProperty<T>): void => {
  fc.assert(property as fc.IProperty<T>, { seed, numRuns: RUNS });
};

/** Checks that a property sees what is wrong with a broken reader. */
export const isCaught = <T>(property: fc.IRawProperty<T>): void => {
  // Nobody looks for the smallest case in which a broken reader is wrong.
  const { failed } = fc.check(property as fc.IProperty<T>, { seed, numRuns: RUNS, endOnFailure: true });
  expect(failed).toBe(true);
};

/** Counts which cases a generator reached; `fewest` is the count of the rarest of those named. */
export function tally<K extends string>() {
  const counts = new Map<K, number>();
  return {
    count: (reached: K): void => void counts.set(reached, (counts.get(reached) ?? 0) + 1),
    fewest: (...cases: readonly K[]): number => Math.min(...cases.map((reached) => counts.get(reached) ?? 0)),
  };
}

/** A broken reader: it takes the likeliest candidate and does not ask. */
export const guessing =
  (reader: Reader): Reader =>
  (text) => {
    const reading: Reading<unknown> = reader(text);
    return reading.kind === 'ambiguous' ? read(candidatesOf(reading)[0]) : reading;
  };

export const thaiDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** What comes with an answer and changes nothing: courtesy, spaces, an invisible character at some place. */
export interface Manner {
  readonly before: string;
  readonly after: string;
  readonly invisible: string;
  /** Where the invisible character stands, from 0, the beginning, to 1. */
  readonly at: number;
}

export const manner: fc.Arbitrary<Manner> = fc.record({
  before: fc.constantFrom('', ' ', '\n', '\ufeff'),
  after: fc.constantFrom('', ' ', ' ครับ', 'ค่ะ', ' นะคะ', 'คับ', ' 🙏', '!', ' ค่ะ 🙏🙏', 'ครับผม'),
  invisible: fc.constantFrom('', '\u200b', '\u200d', '\u2060', '\u200e'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

export function said(text: string, { before, after, invisible, at }: Manner): string {
  const cut = Math.floor(at * text.length);
  return `${before}${text.slice(0, cut)}${invisible}${text.slice(cut)}${after}`;
}
