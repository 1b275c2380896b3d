import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/engine/parse/candidates.ts';
import { clean, wordKey } from '../../../src/engine/parse/clean.ts';
import { nearest } from '../../../src/engine/parse/fuzzy.ts';
import { months, weekdays } from '../../../src/engine/parse/months.ts';
import { read } from '../../../src/engine/parse/reading.ts';
import { lexicon } from '../../../src/engine/parse/words.ts';
import { extent } from '../../extent.ts';
import { isWithin } from '../../support/effort.ts';
import { methods, points } from './choicePhrases.ts';
import type { Kind } from './phrase.ts';
import { phrases } from './phrases.ts';
import { holds, isCaught, tally } from './properties.ts';
import { type Reader, readers } from './readers.ts';

const KINDS = Object.keys(readers) as Kind[];
const ASKING: readonly Kind[] = ['number', 'money', 'date', 'phone', 'choice'];

/** What a value of a kind must be to be of use. */
const isSound: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  number: (value) => Number.isFinite(value) && !Object.is(value, -0),
  money: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  date: (value) => new Date(`${value}`).toISOString().startsWith(`${value}`),
  phone: (value) => /^0\d{8,9}$/.test(`${value}`),
  choice: (choice) => points.some(({ value }) => value === (choice as { value: string }).value),
  many: (values) => (values as string[]).every((chosen) => methods.some(({ value }) => value === chosen)),
  yesNo: (value) => typeof value === 'boolean',
  have: (value) => typeof value === 'boolean',
};

const SCRAPS = [
  ...lexicon.keys(),
  ...months.keys(),
  ...weekdays.keys(),
  ...'0123456789๐๑๒๓๔๕๖๗๘๙oO.,-/+() \n\t\u200b:%฿่้ำาๆ',
  'ครับ',
  'ค่ะ',
  'นะ',
  'วันนี้',
  'พ.ศ.',
  'ใช่',
  'ไม่',
  'โทร',
  '081',
  '234',
  '5678',
  '2565',
  'ทำครบ',
  'ปลดหนี้',
  'ๆ',
  '🙏',
  '\ud800',
];

const NUMBERS = [
  ...'12359',
  '25',
  '2565',
  'สอง',
  'ห้า',
  'สิบ',
  'ร้อย',
  'พัน',
  'หมื่น',
  'ล้าน',
  'one',
  'hundred',
  '-',
  '/',
  '.',
  ',',
];

/** Texts made of the very words that the readers look for, in no sensible order. */
const soup = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NUMBERS) }, fc.constantFrom(...SCRAPS)), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('', ' '),
  )
  .map(([scraps, gap]) => scraps.join(gap));

const anyText = fc.oneof(
  { weight: 9, arbitrary: soup },
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0x0e00, max: 0x0e5b }).map((code) => String.fromCharCode(code)) }),
);

/** Thai marks, spaces and letters of other widths in any order. */
const messyText = fc.string({
  unit: fc.constantFrom(...'กเาำิุั็่้ํ eＡ１ \n\r\t\u00a0\u200b\u2028'),
  maxLength: 12,
});

/** A phrase of the table with a scrap in place of a few of its letters. */
const damaged = (kind: Kind) =>
  fc
    .tuple(fc.constantFrom(...phrases.filter((phrase) => phrase.kind === kind)), fc.nat(), fc.nat(2))
    .chain(([{ text }, n, gone]) => {
      const at = n % (text.length + 1);
      return fc
        .oneof(fc.constant(''), fc.constantFrom(...SCRAPS))
        .map((scrap) => text.slice(0, at) + scrap + text.slice(at + gone));
    });

const typed = fc
  .constantFrom(...KINDS)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), text: fc.oneof({ weight: 3, arbitrary: damaged(kind) }, anyText) }),
  );

const sound = (reader: (kind: Kind) => Reader, seen = tally<string>()) =>
  fc.property(typed, ({ kind, text }) => {
    const reading = reader(kind)(text);
    seen.count(`${kind} ${reading.kind}`);
    const candidates = candidatesOf(reading);
    expect(candidates.every(isSound[kind])).toBe(true);
    expect(new Set(candidates.map((candidate) => JSON.stringify(candidate))).size).toBe(candidates.length);
    if (reading.kind === 'ambiguous') expect(candidates.length).toBeGreaterThan(0);
  });

const LONGEST = 5_000;
const ENDS = ['', 'ครับ', '3', 'x', '-'].slice(0, extent(1, 5));
const REPEATED = [
  '9',
  '0',
  'o',
  '1,',
  '1.',
  '1 ',
  '1-',
  '- ',
  '( ',
  ',',
  '.',
  'ส',
  'สิบ',
  'หนึ่งสอง',
  '1 หมื่น ',
  'ล้าน',
  'จุด1',
  'ถึง',
  'ๆ',
  'a ',
  'one hundred ',
  'ข้อ ',
  'และ',
  '1 และ ',
  'โทร ',
  'ครับ',
  'นะ',
  'ชนะ',
  'ค่า',
  'คร้',
  '🙏',
  '!',
  ' ',
  '\n',
  '\u200b',
  '่',
  'ํ',
  'ํ่',
  'ำ',
  'ใช่',
  'ส.',
  'วัน',
  '\ud800',
];

/** Whether each of the texts is read with at most so much effort, taken together. */
const isLight = (reader: Reader, texts: readonly string[]): boolean =>
  isWithin(60 * texts.length, () => {
    for (const text of texts) reader(text);
  });

const isAlwaysLight = (reader: Reader): void => {
  for (const scrap of REPEATED) {
    const long = scrap.repeat(Math.ceil(LONGEST / scrap.length));
    const texts = ENDS.map((end) => long.slice(0, LONGEST - end.length) + end);
    expect(isLight(reader, texts), `${JSON.stringify(scrap)}…`).toBe(true);
  }
};

describe('any text at all', () => {
  it('is read, asked about or not read, and never breaks a reader', () => {
    const seen = tally<string>();
    holds(sound((kind) => readers[kind], seen));
    expect(seen.fewest(...KINDS.map((kind) => `${kind} read`))).toBeGreaterThan(10);
    expect(seen.fewest(...ASKING.map((kind) => `${kind} ambiguous`))).toBeGreaterThan(3);
    expect(seen.fewest(...KINDS.map((kind) => `${kind} unreadable`))).toBeGreaterThan(100);
    isCaught(sound((kind) => (kind === 'number' ? (text) => read(Number(text)) : readers[kind])));
    isCaught(
      sound((kind) => (kind === 'date' ? (text) => read(new Date(text).toISOString()) : readers[kind])),
    );
  });

  it('stays clean when it is cleaned again', () => {
    let changed = 0;
    const stable = (cleaner: (text: string) => string) =>
      fc.property(fc.oneof(messyText, anyText), (text) => {
        if (cleaner(text) !== text) changed++;
        expect(cleaner(cleaner(text))).toBe(cleaner(text));
      });
    holds(stable(clean));
    expect(changed).toBeGreaterThan(500);
    isCaught(stable((text) => text.replace('  ', ' ')));
  });

  it.each(KINDS)('of %s is read with little effort, however long and odd', (kind) => {
    isAlwaysLight(readers[kind]);
  });

  it('is looked up and corrected with little effort, however long and odd', () => {
    isAlwaysLight((text) => read([wordKey(text), nearest(text, ['เมนู', 'menu', 'นะ', 'ส่งออก'])]));
  });

  it('would be found too much effort by a reader that begins anew at every word', () => {
    const again: Reader = (text) =>
      read(text.split(' ').map((_, at, words) => clean(words.slice(at).join(' '))));
    expect(isLight(again, ['1 หมื่น '.repeat(LONGEST / 8)])).toBe(false);
    expect(isLight(again, ['1 หมื่น'])).toBe(true);
  });
});
