import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone } from '../../../src/engine/parse/phone.ts';
import { read } from '../../../src/engine/parse/reading.ts';
import { fullWidth, guessing, holds, isCaught, manner, said, tally, thaiDigits } from './properties.ts';
import type { Reader } from './readers.ts';

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((numbers) => numbers.join(''));

const mobile = fc.tuple(fc.constantFrom('06', '08', '09'), digits(8)).map((parts) => parts.join(''));
const landline = fc
  .tuple(fc.constantFrom('02', '03', '04', '05', '07'), digits(7))
  .map((parts) => parts.join(''));
const phone = fc.oneof(mobile, landline);

const grouped = (sign: string) => (number: string) =>
  `${number.slice(0, 3)}${sign}${number.slice(3, 6)}${sign}${number.slice(6)}`;

const writings = {
  plain: (number) => number,
  dashes: grouped('-'),
  'long dashes': grouped('–'),
  spaces: grouped(' '),
  dots: grouped('.'),
  brackets: (number) => `(${number.slice(0, 3)}) ${number.slice(3)}`,
  'Thai digits': (number) => thaiDigits(grouped('-')(number)),
  'full width': fullWidth,
  'country code': (number) => `+66${number.slice(1)}`,
  'country code, spaced': (number) => `+66 ${number.slice(1, 3)} ${number.slice(3)}`,
  'country code without plus': (number) => `66${number.slice(1)}`,
  'dialled from abroad': (number) => `0066-${number.slice(1)}`,
  'with its zero': (number) => `+66 (0)${number.slice(1)}`,
  'letter O': (number) => number.replaceAll('0', 'O'),
  announced: (number) => `เบอร์โทร. ${number}`,
} satisfies Record<string, (number: string) => string>;

type Writing = keyof typeof writings;
const everyWriting = Object.keys(writings) as Writing[];

const writtenPhones = (reader: Reader, seen = tally<Writing | 'mobile' | 'landline'>()) =>
  fc.property(phone, fc.constantFrom(...everyWriting), manner, (number, writing, how) => {
    seen.count(writing);
    seen.count(number.length === 10 ? 'mobile' : 'landline');
    expect(reader(said(writings[writing](number), how))).toEqual(read(number));
  });

const twoPhones = (reader: Reader, seen = tally<'apart' | 'in a row'>()) =>
  fc.property(mobile, phone, fc.constantFrom(', ', ' หรือ ', '/', ' ', '\n'), (one, other, between) => {
    fc.pre(one !== other);
    seen.count(between.trim() === '' ? 'in a row' : 'apart');
    expect(reader(`${one}${between}${other}`)).toEqual({ kind: 'ambiguous', candidates: [one, other] });
  });

const wrongLength = (reader: Reader, seen = tally<'short' | 'long'>()) =>
  fc.property(phone, fc.nat(9), fc.boolean(), (number, digit, longer) => {
    const text = longer ? `${number}${digit}` : number.slice(0, -1);
    seen.count(longer ? 'long' : 'short');
    expect(reader(text).kind).toBe('unreadable');
  });

describe('telephone numbers', () => {
  it('a number is the same in every writing', () => {
    const seen = tally<Writing | 'mobile' | 'landline'>();
    holds(writtenPhones(readPhone, seen));
    expect(seen.fewest(...everyWriting, 'mobile', 'landline')).toBeGreaterThan(100);
    isCaught(writtenPhones((text) => read(text.replace(/\D/g, ''))));
    isCaught(writtenPhones((text) => readPhone(text.replaceAll('+66', ''))));
  });

  it('of two numbers one is asked about', () => {
    const seen = tally<'apart' | 'in a row'>();
    holds(twoPhones(readPhone, seen));
    expect(seen.fewest('apart', 'in a row')).toBeGreaterThan(500);
    isCaught(twoPhones(guessing(readPhone)));
  });

  it('a digit too few or too many is not read', () => {
    const seen = tally<'short' | 'long'>();
    holds(wrongLength(readPhone, seen));
    expect(seen.fewest('short', 'long')).toBeGreaterThan(500);
    isCaught(wrongLength((text) => readPhone(text.slice(0, 10))));
  });
});
