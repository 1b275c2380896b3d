import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearOf, isoDate } from '../../../src/programme/calendar/calendar.ts';
import { checkSymbol, crockfordSymbols, encodeCrockford } from '../../../src/programme/crockford.ts';
import { inviteCode, readInviteCode } from '../../../src/programme/people/inviteCode.ts';
import {
  makeReceipt,
  readReceipt,
  receiptFault,
  receiptWithin,
} from '../../../src/programme/report/receipt.ts';
import { seed } from '../../seed.ts';

const fy65 = fiscalYearOf(isoDate(2022, 8, 9) ?? expect.fail());
const entropy = fc.uint8Array({ minLength: 8, maxLength: 32 });
const attempt = fc.nat(5);

/** What people do to a code when they type it. */
const typing = fc.record({
  lower: fc.boolean(),
  zeroAsLetter: fc.boolean(),
  oneAs: fc.constantFrom('1', 'I', 'l'),
  dash: fc.constantFrom('-', '', ' ', '–', ' - '),
  thaiDigits: fc.boolean(),
  around: fc.constantFrom('', ' ', '\u200B', '\uFEFF'),
});
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never;

function typed(code: string, way: Typing): string {
  let text = code.replaceAll('1', way.oneAs);
  if (way.zeroAsLetter) text = text.replaceAll('0', 'O');
  if (way.lower) text = text.toLowerCase();
  if (way.thaiDigits) text = text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
  return `${way.around}${text.replaceAll('-', way.dash)}${way.around}`;
}

describe("Crockford's base32", () => {
  it('writes five bits as a symbol and leaves out I, L, O and U', () => {
    expect(encodeCrockford(Uint8Array.of(0, 0, 0, 0, 0), 8)).toBe('00000000');
    expect(encodeCrockford(Uint8Array.of(255, 255, 255, 255, 255), 8)).toBe('ZZZZZZZZ');
    expect(encodeCrockford(Uint8Array.of(0b00001_000, 0b10_00011_0), 3)).toBe('123');
    expect(crockfordSymbols).toHaveLength(32);
    expect(crockfordSymbols).not.toMatch(/[ILOU]/);
  });

  it('refuses to write more symbols than there are bits', () => {
    expect(() => encodeCrockford(Uint8Array.of(1, 2), 4)).toThrow(RangeError);
  });

  it.each([
    ['0', '0'],
    ['Z', 'Z'],
    ['10', '*'],
    ['14', 'U'],
    ['15', '0'],
    ['16J', 'D'],
  ])('gives %s the check symbol %s, the remainder by 37', (symbols, check) => {
    expect(checkSymbol(symbols)).toBe(check);
  });
});

describe('a receipt number', () => {
  it('carries the year, eight symbols and a check symbol that is a letter or digit', () => {
    fc.assert(
      fc.property(entropy, attempt, (bytes, again) => {
        const receipt = makeReceipt(fy65, bytes, again);
        expect(receipt).toMatch(/^FL65-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$/);
        expect(makeReceipt(fy65, bytes, again)).toBe(receipt);
        expect(makeReceipt(fy65, bytes, again + 1)).not.toBe(receipt);
      }),
      { seed },
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(entropy, typing, (bytes, way) => {
        const receipt = makeReceipt(fy65, bytes, 0);
        expect(readReceipt(typed(receipt, way))).toBe(receipt);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is read after its label', () => {
    const receipt = makeReceipt(fy65, Uint8Array.of(1, 2, 3), 0);
    expect(readReceipt(`เลขที่รับ ${receipt}`)).toBe(receipt);
    expect(readReceipt(`Receipt ${receipt}`)).toBe(receipt);
    expect(readReceipt(`receipt: ${receipt.toLowerCase()}`)).toBe(receipt);
  });

  it('is told from one with a wrong check symbol or some symbols too few or too many, and from all else', () => {
    const receipt = makeReceipt(fy65, Uint8Array.of(1, 2, 3), 0);
    const wrong = receipt.slice(0, -1) + (receipt.endsWith('A') ? 'B' : 'A');
    expect(receiptFault(receipt)).toBeUndefined();
    expect(receiptFault(wrong)).toBe('wrongCheck');
    for (const text of [receipt.slice(0, -2), receipt.slice(0, -3), `${receipt}A`, 'FL65-0000000-0'])
      expect([text, receiptFault(text)]).toEqual([text, 'wrongLength']);
    for (const text of ['FL65', 'FL65-A7K4', 'FLUORESCENT BULBS', '7K4M2QXA', '25000'])
      expect([text, receiptFault(text)]).toEqual([text, undefined]);
  });

  it('is found in a sentence by its dashes', () => {
    const receipt = makeReceipt(fy65, Uint8Array.of(1, 2, 3), 0);
    expect(receiptWithin(`ขอดู ${receipt} หน่อยครับ`)).toBe(receipt);
    expect(receiptWithin(`ขอดูใบรับ${receipt.toLowerCase()}หน่อย`)).toBe(receipt);
    for (const text of [`A${receipt}`, `${receipt}7`, receipt.replaceAll('-', ' '), 'ใบรับ'])
      expect([text, receiptWithin(text)]).toEqual([text, undefined]);
  });

  it('is refused when one symbol is wrong or two neighbours are exchanged', () => {
    let swaps = 0;
    fc.assert(
      fc.property(entropy, fc.nat(7), fc.nat(30), (bytes, at, step) => {
        const receipt = makeReceipt(fy65, bytes, 0);
        const place = 5 + at;
        const right = receipt.charAt(place);
        const wrong = crockfordSymbols.charAt((crockfordSymbols.indexOf(right) + 1 + step) % 32);
        expect(readReceipt(receipt.slice(0, place) + wrong + receipt.slice(place + 1))).toBeUndefined();
        const next = receipt.charAt(place + 1);
        if (next === '-' || next === right) return;
        swaps += 1;
        expect(
          readReceipt(receipt.slice(0, place) + next + right + receipt.slice(place + 2)),
        ).toBeUndefined();
      }),
      { seed, numRuns: 500 },
    );
    expect(swaps).toBeGreaterThan(200);
  });

  it.each([
    '',
    'FL65',
    'สวัสดี',
    'FL65-00000000-U',
    'FL65-0000000-0',
    'FL65-00000000-00',
    'XX65-00000000-0',
    '25000',
  ])('is not read from %j', (text) => {
    expect(readReceipt(text)).toBeUndefined();
  });
});

describe('an invitation code', () => {
  it('has eight symbols without look-alikes and is read however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 16 }), typing, (random, way) => {
        const code = inviteCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(readInviteCode(typed(code, way))).toBe(code);
        expect(readInviteCode(typed(`${code.slice(0, 4)}-${code.slice(4)}`, way))).toBe(code);
      }),
      { seed, numRuns: 500 },
    );
  });

  it.each(['', 'ABC', 'ABCDEFGHJ', 'UUUUUUUU', 'สวัสดีครับ', '12345678*'])('is not read from %j', (text) => {
    expect(readInviteCode(text)).toBeUndefined();
  });
});
