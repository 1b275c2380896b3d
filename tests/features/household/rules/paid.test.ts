import { describe, expect, test } from 'vitest';
import { readPaid } from '../../../../src/features/household/rules/paid.ts';

describe('what was paid', () => {
  test.each([
    ['ชำระ 5000', 5_000_00],
    ['จ่ายแล้ว 5000', 5_000_00],
    ['ชำระแล้ว 5,000 บาท', 5_000_00],
    ['ชำระคืนแล้ว ๕,๐๐๐ บาทครับ', 5_000_00],
    ['ผ่อนไปแล้ว 5000', 5_000_00],
    ['ชำระ5000', 5_000_00],
    ['paid 5,000', 5_000_00],
  ])('%s', (text, satang) => expect(readPaid(text)).toBe(satang));

  test.each(['5000', 'เหลือ 5000', 'คงเหลือ 5,000 บาท', 'ชำระหมดแล้ว', 'ชำระ', 'ชำระ 0', 'เท่าเดิม'])(
    'nothing of it: %s',
    (text) => expect(readPaid(text)).toBeUndefined(),
  );
});
