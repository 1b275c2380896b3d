import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/engine/parse/candidates.ts';
import { readMoney } from '../../../src/engine/parse/money.ts';
import type { Kind } from './phrase.ts';
import { phrases } from './phrases.ts';
import { holds, isCaught, tally } from './properties.ts';
import { type Reader, readers } from './readers.ts';
import { spell } from './thaiWords.ts';

/** Words and signs that no reader knows what to do with. */
const UNEXPLAINED = [
  'บ้าน',
  'กขค',
  'ไม่',
  'ไม่ใช่',
  'หรือเปล่า',
  'ไหม',
  'ยกเว้น',
  'อีก',
  'ต่อเดือน',
  'ดอลลาร์',
  'ฯลฯ',
  'แมว 2 ตัว',
  'xyz',
  'not',
  'usd',
  'x2',
  '?',
  '@',
  '$',
  '*',
  '^',
  '<',
  'é',
  '漢字',
  '½',
  '❌',
  '👎',
];

const KINDS: readonly Kind[] = ['number', 'money', 'date', 'phone', 'choice', 'many', 'yesNo', 'have'];
const readable = phrases.filter(({ expected }) => expected.kind === 'read');

type ReadersOf = (kind: Kind) => Reader;
const right: ReadersOf = (kind) => readers[kind];

const withSomethingUnexplained = (
  readersOf: ReadersOf,
  seen = tally<Kind | 'before' | 'after' | 'glued'>(),
) =>
  fc.property(
    fc
      .constantFrom(...KINDS)
      .chain((kind) => fc.constantFrom(...readable.filter((phrase) => phrase.kind === kind))),
    fc.constantFrom(...UNEXPLAINED),
    fc.boolean(),
    fc.constantFrom('', ' '),
    ({ kind, text }, unexplained, before, gap) => {
      // "ไม่" before "ใช่" or "มี" is explained: it makes the other answer.
      fc.pre(!before || (kind !== 'yesNo' && kind !== 'have'));
      seen.count(kind);
      seen.count(before ? 'before' : 'after');
      if (gap === '') seen.count('glued');
      const said = before ? `${unexplained}${gap}${text}` : `${text}${gap}${unexplained}`;
      expect(readersOf(kind)(said).kind).not.toBe('read');
    },
  );

/** Broken readers that pass over what they do not know, at one end or at both. */
const passingOver =
  (pattern: RegExp): ReadersOf =>
  (kind) =>
  (text) =>
    readers[kind](text.replace(pattern, ''));

const HEDGES = ['ประมาณ ', 'เกือบ', 'ราวๆ ', 'น่าจะ', 'ไม่เกิน ', 'ไม่ถึง', 'about ', 'almost ', '~'];

const hedgedAmounts = (reader: Reader, seen = tally<'words' | 'figures'>()) =>
  fc.property(
    fc.integer({ min: 1, max: 999 }),
    fc.boolean(),
    fc.constantFrom(...HEDGES),
    (n, inWords, hedge) => {
      seen.count(inWords ? 'words' : 'figures');
      const reading = reader(`${hedge}${inWords ? spell(n * 1_000) : n * 1_000} บาท`);
      expect(reading.kind).toBe('ambiguous');
      expect(candidatesOf(reading)).toEqual([n * 100_000]);
    },
  );

/** A count and its unit with "more than" between them: สิบกว่าล้าน. */
const hedgedBetween = (reader: Reader) =>
  fc.property(
    fc.integer({ min: 1, max: 99 }),
    fc.boolean(),
    fc.constantFrom('กว่า', ' กว่า '),
    fc.constantFrom('ล้าน', 'ล้านบาท'),
    (n, inWords, hedge, unit) => {
      expect(candidatesOf(reader(`${inWords ? spell(n) : n}${hedge}${unit}`))).toEqual([n * 100_000_000]);
      expect(reader(`${inWords ? spell(n) : n}${hedge}${unit}`).kind).toBe('ambiguous');
    },
  );

const atDate: Reader = readers.date;

/** Two figures with a space between them are not one number of days. */
const figuresApart = (reader: Reader) =>
  fc.property(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom(
      (days: string) => `${days} วันก่อน`,
      (days: string) => `เมื่อ ${days} วันที่แล้ว`,
      (days: string) => `อีก ${days} วัน`,
      (days: string) => `${days} days ago`,
    ),
    (one, other, said) => {
      expect(reader(said(`${one}${other}`)).kind).toBe('read');
      expect(reader(said(`${one} ${other}`)).kind).not.toBe('read');
    },
  );

/** How many is not which: "3 ข้อ" is no choice of the third. */
const countedItems = (reader: Reader) =>
  fc.property(fc.integer({ min: 1, max: 5 }), fc.constantFrom('ข้อ', ' ข้อ', ' ข้อค่ะ', ' items'), (n, word) => {
    expect(reader(`${n}${word}`).kind).toBe('unreadable');
    expect(reader(`${spell(n)}${word}`).kind).toBe('unreadable');
    expect(reader(`ข้อ ${n}`).kind).toBe('read');
  });

describe('a wrong answer is never accepted silently', () => {
  it('a text with anything unexplained in it is not read', () => {
    const seen = tally<Kind | 'before' | 'after' | 'glued'>();
    holds(withSomethingUnexplained(right, seen));
    expect(seen.fewest(...KINDS, 'before', 'after', 'glued')).toBeGreaterThan(100);
    isCaught(withSomethingUnexplained(passingOver(/(บ้าน|xyz)$/)));
    isCaught(withSomethingUnexplained(passingOver(/^ไม่/)));
    isCaught(withSomethingUnexplained(passingOver(/\?/)));
  });

  it('an amount with "more than" within it is to be confirmed', () => {
    holds(hedgedBetween(readMoney));
    isCaught(hedgedBetween((text) => readMoney(text.replace('กว่า', ''))));
  });

  it('figures that stand apart are not one number of days', () => {
    holds(figuresApart(atDate));
    isCaught(figuresApart((text) => atDate(text.replaceAll(/(?<=\d) (?=\d)/g, ''))));
  });

  it('how many choices there are is none of them', () => {
    holds(countedItems(readers.many));
    isCaught(countedItems((text) => readers.many(text.replace(/(?<=\d) ?ข้อ/, ''))));
  });

  it('an amount with "about" or "almost" is to be confirmed', () => {
    const seen = tally<'words' | 'figures'>();
    holds(hedgedAmounts(readMoney, seen));
    expect(seen.fewest('words', 'figures')).toBeGreaterThan(500);
    isCaught(hedgedAmounts((text) => readMoney(text.replace(/^(เกือบ|ประมาณ)/, ''))));
  });
});
