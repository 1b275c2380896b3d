import { describe, expect, test } from 'vitest';
import { readDateTowards } from '../../../src/engine/parse/date.ts';
import { readMoney } from '../../../src/engine/parse/money.ts';
import { saysNone } from '../../../src/engine/parse/none.ts';
import { readTimes } from '../../../src/engine/parse/number.ts';
import { ambiguous, read, unreadable } from '../../../src/engine/parse/reading.ts';
import { readHave, readYesNo } from '../../../src/engine/parse/yesNo.ts';

/** Plain words of officers, each with what it is read as on 8 August 2022. */
const today = '2022-08-08';

describe('an amount', () => {
  test.each(['ยังเป็นหนี้ 12,000', 'ยังเป็นหนี้อยู่ 12000 บาท', 'ยังติดหนี้ 12,000'])('is owed: %s', (text) =>
    expect(readMoney(text)).toEqual(read(12_000_00)),
  );
  test.each(['กู้มา 30000', 'กู้ยืมมา 30,000 บาท', 'ยืมมา สามหมื่น', 'borrowed 30000'])(
    'that was borrowed is asked about, for it may be paid back in part: %s',
    (text) => expect(readMoney(text)).toEqual(ambiguous(30_000_00)),
  );
});

describe('a day', () => {
  test.each([
    ['วันนี้ 9 โมง', '2022-08-08'],
    ['วันนี้ตอน 9 โมงเช้า', '2022-08-08'],
    ['วันนี้ 09.00 น.', '2022-08-08'],
    ['เมื่อวาน บ่ายสอง', '2022-08-07'],
    ['เมื่อวานตอนเย็น', '2022-08-07'],
  ])('may have its hour: %s', (text, day) => expect(readDateTowards(text, today, 'past')).toEqual(read(day)));

  test.each(['ประมาณ 5 ส.ค.', 'ราวๆ 5 ส.ค.', 'น่าจะวันที่ 5 ส.ค.', '5 ส.ค. มั้ง'])(
    'that is a guess is asked about: %s',
    (text) => expect(readDateTowards(text, today, 'past')).toEqual(ambiguous('2022-08-05')),
  );

  test.each(['ต.ค. 65', 'ต.ค. 2565', 'ตุลาคม 2565', 'ภายใน ต.ค. 65', 'เดือนตุลาคม 65'])(
    'of a plan is the last of a month with its year: %s',
    (text) => expect(readDateTowards(text, today, 'future')).toEqual(read('2022-10-31')),
  );

  test.each([
    ['ต.ค.', ambiguous('2022-10-31')],
    ['ก่อน ต.ค. 65', ambiguous('2022-10-31')],
    ['ก.ย. 29-30', ambiguous('2022-09-29', '2022-09-30')],
    ['ส.ค. 32', ambiguous('2032-08-31', '1989-08-31')],
  ])('is asked about or none where it is not clear: %s', (text, reading) => {
    const got = readDateTowards(text, today, 'future');
    expect(got.kind === 'read').toBe(false);
    if (got.kind === 'ambiguous' && text !== 'ส.ค. 32') expect(got).toEqual(reading);
  });

  test('of what happened is no month', () => {
    expect(readDateTowards('ก.ค. 65', today, 'past')).toEqual(unreadable);
  });
});

test.each(['โอเค', 'โอเคค่ะ', 'โอเคครับ', 'okay'])('%s is a yes', (text) =>
  expect(readYesNo(text)).toEqual(read(true)),
);
test.each(['โอเคไหม', 'ไม่โอเค', 'โอ'])('%s is none', (text) => expect(readYesNo(text)).toEqual(unreadable));

test.each(['ยังไม่มี', 'ไม่มีเลย', 'ยังไม่มีเลยค่ะ'])('%s is nothing', (text) => {
  expect(saysNone(text)).toBe(true);
  expect(readHave(text)).toEqual(read(false));
});

test.each([
  ['เดือนละ 1 ครั้ง', 12],
  ['เดือนละครั้ง', 12],
  ['ประชุมเดือนละ 2 ครั้ง', 24],
  ['ประชุมทุกเดือน', 12],
  ['1 ครั้งต่อเดือน', 12],
  ['ไตรมาสละ 1 ครั้ง', 4],
  ['ทุก 3 เดือน', 4],
  ['3 เดือนครั้ง', 4],
  ['monthly', 12],
  ['ปีละ 4 ครั้ง', 4],
])('%s is so often in a year', (text, times) => expect(readTimes(text)).toEqual(read(times)));

test.each([
  'ไม่ถึงเดือนละครั้ง',
  'เดือนละ',
  'เดือนละ 3 คน',
  'ทุก 2 เดือน',
  'เดือนละหลายครั้ง',
  'สองเดือนครั้ง',
  'เกือบทุกเดือน',
])('%s is not', (text) => expect(readTimes(text)).toEqual(unreadable));

test.each(['มีแล้ว', 'มีแล้วครับ', 'มีอยู่แล้ว', 'มีคะ', 'มีครบแล้วค่ะ'])('%s is something', (text) => {
  expect(readHave(text)).toEqual({ kind: 'read', value: true });
});
