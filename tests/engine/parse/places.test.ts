import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlaces } from '../../../src/engine/parse/places.ts';

const values = (text: string, open = 14) => readPlaces(text, open)?.map(({ value }) => value);

describe('several numbers in one line', () => {
  test.each([
    ['2 2 3 1', [2, 2, 3, 1]],
    ['๒ ๒ ๓', [2, 2, 3]],
    ['2,2,3', [2, 2, 3]],
    ['สอง สาม หนึ่ง ค่ะ', [2, 3, 1]],
    ['2 คะแนน 3 คะแนน', [2, 3]],
    ['2\n3\n1', [2, 3, 1]],
    ['2 x 3', [2, undefined, 3]],
    ['2/2/3/1', [2, 2, 3, 1]],
    ['๒ / ๒ / ๓', [2, 2, 3]],
    ['2-2-3-1', [2, 2, 3, 1]],
    ['2 – 2 – 3 – 1', [2, 2, 3, 1]],
    ['2/x/3/1', [2, undefined, 3, 1]],
    ['2/2/3/1\n3/3', [2, 2, 3, 1, undefined]],
    ['3 3 3 / 2 2', [3, 3, 3, 2, 2]],
    ['คะแนน: 2 2 3 1', [2, 2, 3, 1]],
    // A fraction, a day, or an item with its points: shown back as unreadable, never taken.
    ['2/2', [undefined]],
    ['12/14', [undefined]],
    ['1 2\n2 3', [undefined, undefined]],
    ['1-2\n2-3', [undefined, undefined]],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));

  test('one digit each, where there are exactly as many as questions', () => {
    expect(values('๒๒๓๑', 4)).toEqual([2, 2, 3, 1]);
    expect(values('2231', 5)).toBeUndefined();
    expect(values('2', 1)).toBeUndefined();
  });

  test('each for the question that it names', () => {
    const named = (text: string) => readPlaces(text, 14)?.map(({ of, value }) => [of, value]);
    const pairs = [
      [1, 2],
      [5, 3],
    ];
    for (const text of [
      '1:2, 5:3',
      '1=2 5=3',
      'ข้อ 1: 2 ข้อ 5: 3',
      'ข้อ ๑:๒\nข้อ ๕:๓',
      '1 : 2; 5 : 3 ครับ',
      'ข้อ 1 ได้ 2 ข้อ 5 ได้ 3',
      'ข้อ1ได้2ข้อ5ได้3',
      'ข้อที่ 1 ได้ 2 คะแนนค่ะ ข้อที่ 5 ได้ 3 คะแนนค่ะ',
      'ข้อ 1 = 2, ข้อ 5 = 3',
      'ข้อ ๑ ให้ ๒\nข้อ ๕ ให้ ๓',
      '1 ได้ 2, 5 ได้ 3',
      '1 ได้ สอง 5 ได้ สาม',
      'ข้อ 1 2 ข้อ 5 3',
      '1. 2\n5. 3',
      '1.2\n5.3',
      '1) 2\n5) 3',
      '1. 2 5. 3',
      'item 1: 2 item 5: 3',
      'Item 1 is 2, item 5 is 3',
      'No.1 = 2 No.5 = 3',
      '#1 2 #5 3',
    ])
      expect(named(text), text).toEqual(pairs);
    expect(named('ข้อ 1 ได้ 2 ข้อ 2')).toEqual([
      [1, 2],
      [undefined, undefined],
    ]);
    expect(named('ข้อ 1 ได้ 2 หรือ 3 ข้อ 5 ได้ 3')).toEqual([
      [1, undefined],
      [5, 3],
    ]);
    expect(named('1:2, x')).toEqual([
      [1, 2],
      [undefined, undefined],
    ]);
  });

  test.each([
    ...[
      '2',
      'ข้อ 2',
      'ข้อ 2 3',
      '2) 3',
      '2. 3',
      '2 คะแนน',
      '4 ครั้ง',
      '2 หรือ 3',
      '2 แก้เป็น 3',
      '2 เปลี่ยนเป็น 3',
      '3 ไม่ใช่ 2',
      '2 -> 3',
      '2 2 แก้เป็น 3 1',
      '2 not 3',
      '2 ถึง 3',
      '2-3',
      '2 - 3',
    ],
    ...['9/8/65', '9-8-2565', '2565-08-09', '2.2', 'ข้อ 1-3 ได้ 2', 'ข้อ 1 และ ข้อ 2 ได้ 3', 'สวัสดีครับ', '2 บ้าน'],
  ])('is not what one answer is: %s', (text) => expect(values(text)).toBeUndefined());

  test('a place that cannot be read touches no other', () => {
    const point = fc.integer({ min: 1, max: 3 });
    const bad = fc.constantFrom('x', '?', 'abc', '2.5', '๔๔', '-', 'ก');
    const places = fc
      .array(fc.oneof({ weight: 4, arbitrary: point }, { weight: 1, arbitrary: bad }), {
        minLength: 2,
        maxLength: 14,
      })
      .filter((all) => all.filter((one) => typeof one === 'number').length * 2 > all.length + 1);
    fc.assert(
      fc.property(places, fc.constantFrom(' ', ', ', '\n'), (all, between) => {
        const read = readPlaces(all.join(between), 99) ?? [];
        expect(read).toHaveLength(all.length);
        for (const [at, one] of all.entries()) if (typeof one === 'number') expect(read[at]?.value).toBe(one);
      }),
    );
  });
});
