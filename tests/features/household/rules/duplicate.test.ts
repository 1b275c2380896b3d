import { describe, expect, test } from 'vitest';
import { houseNoKey, looksAlike, similarNames } from '../../../../src/features/household/rules/duplicate.ts';

describe('a house number', () => {
  test.each([
    '12/3',
    '๑๒/๓',
    ' 12 / 3 ',
    'บ้านเลขที่ 12/3',
    'เลขที่12/3 หมู่ 4',
    '012/3',
    '12-3',
    '12/3 ม.4',
    'No. 12/3',
  ])('is the same written as %s', (text) => expect(houseNoKey(text)).toBe('12/3'));

  test.each(['123', '12', '12/30', '12/3ก', '1/23', '112/3'])('is another one: %s', (text) =>
    expect(houseNoKey(text)).not.toBe('12/3'),
  );
});

describe('a name', () => {
  test.each([
    ['นายสมชาย ใจดี', 'สมชาย ใจดี'],
    ['นาย สมชาย  ใจดี', 'สมชายใจดี'],
    ['นางสาวบุญส่ง แก้วใส', 'น.ส. บุญสง แก้วใส'],
    ['นางสาวบุญส่ง แก้วใส', 'นส บุญส่ง แก้วใส'],
    ['จ.ส.อ.ศักดิ์ชัย ทองคำ', 'ศักดิชัย ทองคำ'],
    ['สมชาย ใจดี', 'สมชาย ใจดิ'],
    ['สมชาย', 'นายสมชาย ใจดี'],
    ['Mr. Somchai Jaidee', 'somchai  JAIDEE'],
    ['ว่าที่ ร.ต.สมชาย ใจดี', 'สมชาย ใจดี'],
  ])('%s is similar to %s', (one, other) => {
    expect(similarNames(one, other)).toBe(true);
    expect(similarNames(other, one)).toBe(true);
  });

  test.each([
    ['นายสมชาย ใจดี', 'นางสมหญิง ใจดี'],
    ['สมชาย ใจดี', 'สมชาย รักถิ่น'],
    ['มี', 'มา'],
    ['นายิกา', 'ิกา'],
  ])('%s is not similar to %s', (one, other) => expect(similarNames(one, other)).toBe(false));

  test('that begins like a title keeps its beginning', () => {
    expect(similarNames('คุณากร ใจดี', 'ากร ใจดี')).toBe(false);
    expect(similarNames('คุณากร ใจดี', 'นายคุณากร ใจดี')).toBe(true);
  });
});

describe('two households', () => {
  test('look alike with one house number and similar heads', () => {
    expect(
      looksAlike({ head: 'นายสมชาย ใจดี', houseNo: '๑๒/๓' }, { head: 'สมชาย ใจดี', houseNo: '12/3' }),
    ).toBe(true);
  });

  test('do not in another house, and families of one house do not', () => {
    const one = { head: 'นายสมชาย ใจดี', houseNo: '12/3' };
    expect(looksAlike(one, { ...one, houseNo: '12/4' })).toBe(false);
    expect(looksAlike(one, { ...one, head: 'นางสมหญิง ใจดี' })).toBe(false);
  });
});
