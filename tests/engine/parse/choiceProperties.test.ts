import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Option, readChoice } from '../../../src/engine/parse/choice.ts';
import { readMany } from '../../../src/engine/parse/many.ts';
import { type Reading, read, unreadable } from '../../../src/engine/parse/reading.ts';
import { guessing, holds, isCaught, manner, said, tally, thaiDigits } from './properties.ts';
import { spell } from './thaiWords.ts';

type Many = (text: string, options: readonly Option[]) => Reading<unknown>;

const LABELS = [
  'บ้านหนองบัว',
  'บ้านหนองแวง',
  'โคกสูง',
  'นายมานะ ใจดี',
  'Ban Non Sung',
  'หัวทะเลและท่าใหม่',
  'ลาดใหญ่',
  'นาดี',
  'ท่าค่า',
  'วังน้ำเย็น',
];

const options: readonly Option[] = LABELS.map((label, i) => ({ value: `v${i + 1}`, labels: [label] }));

const oneChosen = (reader: Many, seen = tally<'label' | 'figure' | 'Thai digit' | 'word' | 'item'>()) =>
  fc.property(
    fc.integer({ min: 1, max: LABELS.length }),
    fc.constantFrom(
      'label' as const,
      'figure' as const,
      'Thai digit' as const,
      'word' as const,
      'item' as const,
    ),
    manner,
    (n, way, how) => {
      const text = {
        label: `${LABELS[n - 1]}`,
        figure: `${n}`,
        'Thai digit': thaiDigits(`${n}`),
        word: spell(n),
        item: `ข้อ ${n}`,
      }[way];
      seen.count(way);
      expect(reader(said(text, how), options)).toEqual(read({ value: `v${n}`, itemWord: way === 'item' }));
    },
  );

const severalChosen = (reader: Many, seen = tally<'numbers' | 'labels' | 'range' | 'repeated'>()) =>
  fc.property(
    fc.array(fc.integer({ min: 1, max: LABELS.length }), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(',', ', ', ' และ ', '\n', ' / '),
    fc.constantFrom('numbers' as const, 'labels' as const, 'range' as const),
    manner,
    (chosen, between, way, how) => {
      const [first = 1, second = first] = chosen;
      const [from, to] = [Math.min(first, second), Math.max(first, second)];
      const numbers =
        way === 'range' ? options.map((_, i) => i + 1).filter((n) => from <= n && n <= to) : chosen;
      if (new Set(numbers).size < numbers.length) seen.count('repeated');
      seen.count(way);
      const text =
        way === 'range'
          ? `${from}-${to}`
          : chosen.map((n) => (way === 'labels' ? LABELS[n - 1] : n)).join(between);
      const expected = options.filter((_, i) => numbers.includes(i + 1)).map(({ value }) => value);
      expect(reader(said(text, how), options)).toEqual(read(expected));
    },
  );

const outOfList = (reader: Many, seen = tally<'alone' | 'among others'>()) =>
  fc.property(
    fc.array(fc.integer({ min: 1, max: LABELS.length }), { maxLength: 4 }),
    fc.integer({ min: 11, max: 99 }),
    (good, bad) => {
      seen.count(good.length === 0 ? 'alone' : 'among others');
      expect(reader([...good, bad].join(','), options)).toEqual(unreadable);
    },
  );

describe('choices', () => {
  it('one is chosen by its label or its number', () => {
    const seen = tally<'label' | 'figure' | 'Thai digit' | 'word' | 'item'>();
    holds(oneChosen(readChoice, seen));
    expect(seen.fewest('label', 'figure', 'Thai digit', 'word', 'item')).toBeGreaterThan(300);
    isCaught(oneChosen((text, list) => readChoice(text, list.toReversed())));
    isCaught(oneChosen((text, list) => readChoice(text.replace('ข้อ', ''), list)));
  });

  it('several are chosen, each once and in the order of the list', () => {
    const seen = tally<'numbers' | 'labels' | 'range' | 'repeated'>();
    holds(severalChosen(readMany, seen));
    expect(seen.fewest('numbers', 'labels', 'range', 'repeated')).toBeGreaterThan(300);
    isCaught(severalChosen((text) => read(text.split(/,|และ/).map((n) => `v${Number(n)}`))));
  });

  it('one number that is not on the list makes the whole answer unreadable', () => {
    const seen = tally<'alone' | 'among others'>();
    holds(outOfList(readMany, seen));
    expect(seen.fewest('alone', 'among others')).toBeGreaterThan(300);
    isCaught(outOfList((text, list) => readMany(text.replace(/,\d+$/, ''), list)));
  });

  it('a beginning is asked about, and only when it begins one label', () => {
    expect(readChoice('โคก', options)).toEqual({
      kind: 'ambiguous',
      candidates: [{ value: 'v3', itemWord: false }],
    });
    expect(readChoice('บ้านหนอง', options)).toEqual(unreadable);
    expect(readChoice('นา', options)).toEqual(unreadable);
    expect(guessing((text) => readChoice(text, options))('โคก').kind).toBe('read');
  });

  it('a label that two options share is asked about', () => {
    const twins: readonly Option[] = [
      { value: 'a', labels: ['โคกสูง'] },
      { value: 'b', labels: ['โคกสูง'] },
    ];
    expect(readChoice('โคกสูง', twins)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ value: 'a' }, { value: 'b' }],
    });
    expect(readMany('โคกสูง', twins)).toEqual(unreadable);
  });
});
