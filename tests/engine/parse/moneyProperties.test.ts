import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf, mapReading } from '../../../src/engine/parse/candidates.ts';
import { readMoney } from '../../../src/engine/parse/money.ts';
import { type Reading, read } from '../../../src/engine/parse/reading.ts';
import { fullWidth, guessing, holds, isCaught, manner, said, tally, thaiDigits } from './properties.ts';
import type { Reader } from './readers.ts';
import { meant, spell } from './thaiWords.ts';

interface Writing {
  /** The whole baht that can be written so are multiples of this. */
  readonly step: number;
  readonly write: (baht: number) => string;
}

const grouped = (baht: number): string => baht.toLocaleString('en-US');

const writings = {
  plain: { step: 1, write: String },
  grouped: { step: 1, write: grouped },
  'with baht': { step: 1, write: (baht) => `${grouped(baht)} บาท` },
  'with sign': { step: 1, write: (baht) => `฿${grouped(baht)}` },
  'in English': { step: 1, write: (baht) => `THB ${grouped(baht)}` },
  'on a price tag': { step: 1, write: (baht) => `${grouped(baht)}.-` },
  exact: { step: 1, write: (baht) => `${baht}.00 บาทถ้วน` },
  'in Thai digits': { step: 1, write: (baht) => thaiDigits(`${grouped(baht)} บาท`) },
  'in full width': { step: 1, write: (baht) => fullWidth(grouped(baht)) },
  'with letters O': { step: 1, write: (baht) => grouped(baht).replace(/(?<=\d,?)0/g, 'O') },
  'in k': { step: 100, write: (baht) => `${baht / 1_000}k` },
  'in หมื่น': { step: 100, write: (baht) => `${baht / 10_000} หมื่น` },
  'in แสน': { step: 1_000, write: (baht) => `${baht / 100_000}แสนบาท` },
  'in ล้าน': { step: 10_000, write: (baht) => `${baht / 1_000_000} ล้าน` },
  'in parts': {
    step: 1_000,
    write: (baht) => `${Math.floor(baht / 10_000) + 1} หมื่น ${((baht / 1_000) % 9) + 1} พัน`,
  },
  'in words': { step: 1, write: (baht) => `${spell(baht)}บาท` },
} satisfies Record<string, Writing>;

type WritingName = keyof typeof writings;
const names = Object.keys(writings) as WritingName[];

function meantBy(name: WritingName, baht: number): Reading<number> {
  if (name === 'in words') return mapReading(meant(baht), (value) => value * 100);
  if (name === 'in parts')
    return read((Math.floor(baht / 10_000) + 1) * 1_000_000 + (((baht / 1_000) % 9) + 1) * 100_000);
  return read(baht * 100);
}

const amount = fc.oneof(fc.nat(999), fc.nat(99_999), fc.nat(9_999_999));

const writtenAmounts = (reader: Reader, seen = tally<WritingName>()) =>
  fc.property(amount, fc.constantFrom(...names), manner, (any, name, how) => {
    const { step, write } = writings[name];
    const baht = Math.floor(any / step) * step;
    seen.count(name);
    expect(reader(said(write(baht), how))).toEqual(meantBy(name, baht));
  });

const withSatang = (reader: Reader, seen = tally<'point' | 'words'>()) =>
  fc.property(amount, fc.integer({ min: 1, max: 99 }), fc.boolean(), (baht, satang, inWords) => {
    seen.count(inWords ? 'words' : 'point');
    const text = inWords
      ? `${baht} บาท ${satang} สตางค์`
      : `${grouped(baht)}.${String(satang).padStart(2, '0')}`;
    expect(reader(text)).toEqual(read(baht * 100 + satang));
  });

const doubts = {
  'a point before three digits': (n: number) => `${n}.${String((n * 7) % 1_000).padStart(3, '0')}`,
  'a comma before one digit': (n: number) => `${n},${n % 10}`,
  'a range in หมื่น': (n: number) => `${n}-${n + 1} หมื่น`,
  'a range of amounts': (n: number) => `${grouped(n * 100)} ถึง ${grouped(n * 200)} บาท`,
  'about an amount': (n: number) => `ประมาณ ${grouped(n * 100)} บาท`,
  'more than an amount': (n: number) => `${spell(n * 1_000)}กว่าบาท`,
  'a hundred and a digit': (n: number) =>
    `${['', 'สอง', 'สาม'][n % 3]}ร้อย${['ห้า', 'สอง', 'เก้า', 'สี่'][n % 4]}`,
  'an even thousand and one': (n: number) => `${['พัน', 'หมื่น', 'แสน', 'ล้าน'][n % 4]}นึง`,
} satisfies Record<string, (n: number) => string>;

type Doubt = keyof typeof doubts;
const everyDoubt = Object.keys(doubts) as Doubt[];

const doubtful = (reader: Reader, seen = tally<Doubt>()) =>
  fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...everyDoubt), (n, doubt) => {
    seen.count(doubt);
    const reading = reader(doubts[doubt](n));
    expect(reading.kind).toBe('ambiguous');
    for (const candidate of candidatesOf(reading)) expect(Number.isSafeInteger(candidate)).toBe(true);
  });

describe('money', () => {
  it('an amount is the same in every writing', () => {
    const seen = tally<WritingName>();
    holds(writtenAmounts(readMoney, seen));
    expect(seen.fewest(...names)).toBeGreaterThan(100);
    isCaught(
      writtenAmounts((text) => read(Math.round(Number.parseFloat(text.replace(/[^\d.]/g, '')) * 100))),
    );
    isCaught(writtenAmounts((text) => readMoney(text.replace('แสน', 'หมื่น'))));
  });

  it('satang are kept to the last one', () => {
    const seen = tally<'point' | 'words'>();
    holds(withSatang(readMoney, seen));
    expect(seen.fewest('point', 'words')).toBeGreaterThan(500);
    isCaught(withSatang((text) => read(Math.floor(Number.parseFloat(text.replaceAll(',', '')) * 100))));
  });

  it('what can mean two amounts is asked about', () => {
    const seen = tally<Doubt>();
    holds(doubtful(readMoney, seen));
    expect(seen.fewest(...everyDoubt)).toBeGreaterThan(100);
    isCaught(doubtful(guessing(readMoney)));
  });
});
