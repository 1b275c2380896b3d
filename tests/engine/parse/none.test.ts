import { expect, test } from 'vitest';
import { isMarksOnly, saysNone, saysNoPhone } from '../../../src/engine/parse/none.ts';

test.each([
  'ไม่มี',
  'ไม่มีครับ',
  'ไม่ มี',
  'ยังไม่มี',
  'ไม่มีใคร',
  'ไม่มีอะไร',
  'ไม่มีเพิ่มเติม',
  '-',
  '–',
  '--',
  'none',
  'Nobody',
  'N/A',
])('%s says nothing', (text) => {
  expect(saysNone(text)).toBe(true);
  expect(saysNoPhone(text)).toBe(true);
});

test.each([
  'ไม่มีโทรศัพท์',
  'ไม่มีเบอร์โทร',
  'ไม่มีเบอร์ค่ะ',
  'ไม่มีมือถือ',
  'no phone',
  'no phone number',
  'without phone',
])('%s says that there is no telephone, and nothing elsewhere', (text) => {
  expect(saysNoPhone(text)).toBe(true);
  expect(saysNone(text)).toBe(false);
});

test.each(['ไม่', 'ไม่มีปัญหา', 'ไม่มีงบประมาณ', '081-234-5678', 'มีเบอร์', '1-2', 'no', 'ไม่มีเวลารับโทรศัพท์'])(
  '%s says something',
  (text) => {
    expect(saysNone(text)).toBe(false);
    expect(saysNoPhone(text)).toBe(false);
  },
);

test('marks alone are no words', () => {
  for (const text of ['-', '...', '?', '/', '👍']) expect(isMarksOnly(text), text).toBe(true);
  for (const text of ['ก', '5', 'a.']) expect(isMarksOnly(text), text).toBe(false);
});
