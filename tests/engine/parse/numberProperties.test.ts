import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/engine/parse/number.ts';
import { read, unreadable } from '../../../src/engine/parse/reading.ts';
import { guessing, holds, isCaught, manner, said, tally, thaiDigits } from './properties.ts';
import type { Reader } from './readers.ts';
import { DIGITS, meant, spell, UNITS } from './thaiWords.ts';

/** A broken reader that knows school spelling alone: it takes พันห้า for 1,005. */
const schoolOnly: Reader = (text) => {
  let [total, count] = [0, 0];
  for (const [word] of text.matchAll(new RegExp([...DIGITS, ...UNITS.slice(1), 'เอ็ด', 'ยี่'].join('|'), 'g'))) {
    const zeros = UNITS.indexOf(word);
    if (zeros > 0) [total, count] = [total + (count || 1) * 10 ** zeros, 0];
    else count = word === 'เอ็ด' ? 1 : word === 'ยี่' ? 2 : DIGITS.indexOf(word);
  }
  return read(total + count);
};

/** Whole numbers below ten million in which zeros, and so short forms, are common. */
const belowTenMillion = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(9) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((digits) => Number(digits.join('')));

const spelledNumbers = (reader: Reader, seen = tally<'plain' | 'asked' | 'short' | 'eleven'>()) =>
  fc.property(belowTenMillion, manner, (n, how) => {
    const expected = meant(n);
    seen.count(
      expected.kind === 'ambiguous'
        ? 'asked'
        : expected.kind === 'read' && expected.value !== n
          ? 'short'
          : 'plain',
    );
    if (n % 10 === 1 && n > 10) seen.count('eleven');
    expect(reader(said(spell(n), how))).toEqual(expected);
  });

const shortForms = (reader: Reader, seen = tally<'bare' | 'counted'>()) =>
  fc.property(
    fc.nat(9),
    fc.integer({ min: 3, max: 6 }),
    fc.integer({ min: 2, max: 9 }),
    (count, zeros, last) => {
      seen.count(count === 0 ? 'bare' : 'counted');
      const text = `${count === 0 ? '' : DIGITS[count]}${UNITS[zeros]}${DIGITS[last]}`;
      expect(reader(text)).toEqual(read((count || 1) * 10 ** zeros + last * 10 ** (zeros - 1)));
    },
  );

const figures = (reader: Reader, seen = tally<'grouped' | 'thai' | 'decimal' | 'negative' | 'letter O'>()) =>
  fc.property(
    fc.integer({ min: -9_999_999, max: 9_999_999 }),
    fc.constantFrom(0, 1, 2),
    fc.constantFrom('grouped' as const, 'thai' as const, 'letter O' as const, 'plain' as const),
    manner,
    (digits, places, writing, how) => {
      const value = digits / 10 ** places;
      if (places > 0 && !Number.isInteger(value)) seen.count('decimal');
      if (value < 0) seen.count('negative');
      if (writing !== 'plain') seen.count(writing);
      const plain = writing === 'grouped' ? value.toLocaleString('en-US') : String(value);
      const text =
        writing === 'thai'
          ? thaiDigits(plain)
          : writing === 'letter O'
            ? plain.replace(/(?<=\d)0/g, 'O')
            : plain;
      expect(reader(said(text, how))).toEqual(read(value));
    },
  );

describe('numbers', () => {
  it('every number below ten thousand is understood as it is spelled', () => {
    for (let n = 0; n < 10_000; n++) expect(readNumber(spell(n)), spell(n)).toEqual(meant(n));
  });

  it('spelled numbers below ten million are understood, the short forms of speech among them', () => {
    const seen = tally<'plain' | 'asked' | 'short' | 'eleven'>();
    holds(spelledNumbers(readNumber, seen));
    expect(seen.fewest('plain', 'asked', 'short', 'eleven')).toBeGreaterThan(50);
    isCaught(spelledNumbers(schoolOnly));
    isCaught(spelledNumbers(guessing(readNumber)));
  });

  it('a digit after a thousand or more counts the next lower unit', () => {
    const seen = tally<'bare' | 'counted'>();
    holds(shortForms(readNumber, seen));
    expect(seen.fewest('bare', 'counted')).toBeGreaterThan(200);
    isCaught(shortForms(schoolOnly));
  });

  it('figures are read in every writing', () => {
    const seen = tally<'grouped' | 'thai' | 'decimal' | 'negative' | 'letter O'>();
    holds(figures(readNumber, seen));
    expect(seen.fewest('grouped', 'thai', 'decimal', 'negative', 'letter O')).toBeGreaterThan(200);
    isCaught(figures((text) => (text.includes(',') ? unreadable : readNumber(text))));
    isCaught(figures((text) => readNumber(text.replace('-', ''))));
  });
});
