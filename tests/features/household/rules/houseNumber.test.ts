import { expect, test } from 'vitest';
import { readHouseNumber } from '../../../../src/features/household/rules/houseNumber.ts';

const numbers = [
  ['12/3', '12/3', '๑๒/๓', '12/3 ครับ', '12/3ค่ะ', 'บ้านเลขที่ 12/3', 'เลขที่ 12/3 นะคะ', 'house no. 12/3'],
  ['12', '12', '12 คะ'],
  ['12ก', '12ก'],
  ['12/3-4', '12/3-4'],
  ['12/3 หมู่ 4', '12/3 หมู่ 4', '๑๒/๓ หมู่ ๔'],
  ['12/3 ม.4', '12/3 ม.4'],
  ['ไม่มีเลขที่', 'ไม่มีเลขที่', 'ไม่มีเลขที่ค่ะ'],
] as const;

const others = [
  ...[
    '4 คน',
    '12/3 4 คน',
    '12/3 4',
    '12/3 และ 12/4',
    '12/3, 14/5',
    '9 ส.ค. 65',
    '081-234-5678',
    '25,000 บาท',
  ],
  ...['กทบ.', 'นายสมชาย ใจดี', 'ไม่มี', '-', 'เหมือนเดิม', '0', '12/3 สมชาย'],
];

test.each(numbers.flatMap(([number, ...texts]) => texts.map((text) => [text, number] as const)))(
  '“%s” is the house number %s',
  (text, number) => expect(readHouseNumber(text)).toBe(number),
);

test.each(others)('“%s” is none', (text) => expect(readHouseNumber(text)).toBeUndefined());
