import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/engine/parse/reading.ts';
import { readBalance } from '../../../../src/features/household/rules/balance.ts';
import { readNoInterest } from '../../../../src/features/household/rules/noInterest.ts';
import { readOverdue } from '../../../../src/features/household/rules/overdueWords.ts';
import { readPaid } from '../../../../src/features/household/rules/paid.ts';

/** What officers say of a contract in words of their own; what only leans to an answer is asked about. */

const words = (...lines: readonly string[]) => lines.flatMap((line) => line.split(' | '));
const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });
const asks = <T>(value: T): Reading<T> => ({ kind: 'ambiguous', candidates: [value] });
const nothing = { kind: 'unreadable' };

describe('whether a contract is overdue', () => {
  test.each(
    words(
      'เกินกำหนด | เกินกำหนดชำระแล้ว | เกินกำหนดแล้วครับ | หนี้เกินกำหนดชำระ | เลยกำหนดแล้ว | พ้นกำหนดชำระ | ผิดนัด | ผิดนัดชำระหนี้',
      'ค้างชำระ | ค้างชำระอยู่ | ค้างชำระ 2 งวด | เกินกำหนดมาแล้ว 3 เดือน | เกินกำหนด ๓ เดือน | ขาดส่ง',
      'overdue | Overdue | past due | late | in arrears | in default | late by 2 months | already overdue',
    ),
  )('it is: %s', (text) => expect(readOverdue(text)).toEqual(read('overdue')));

  test.each(
    words(
      'ไม่เกิน | ไม่เกินกำหนด | ไม่เกินกำหนดชำระ | ยังไม่เกินกำหนดค่ะ | ไม่ค้างชำระ | ไม่มีค้างชำระ | ไม่ผิดนัด | ยังไม่ผิดนัด | ไม่เคยผิดนัด',
      'ยังไม่ครบกำหนด | ยังไม่ถึงกำหนดชำระ | ปกติ | ชำระปกติ | ยังจ่ายได้ปกติ | จ่ายตรงเวลา | ชำระตามกำหนด | ส่งตรงทุกเดือน',
      'on time | not overdue | not yet due | never late | up to date | no arrears | paid on time | current | normal',
    ),
  )('it is not: %s', (text) => expect(readOverdue(text)).toEqual(read('onTime')));

  test.each([
    ...words('เกิน | ค้าง | ครบกำหนดแล้ว | ถึงกำหนด | ใช่ | หนี้เสีย | due').map(
      (text) => [text, 'overdue'] as const,
    ),
    ...words('ไม่ | ไม่ใช่ | no | ไม่มี | ใกล้ครบกำหนด').map((text) => [text, 'onTime'] as const),
  ])('is asked about at %s', (text, leaning) => expect(readOverdue(text)).toEqual(asks(leaning)));

  test.each(
    words(
      'เคยผิดนัด | ไม่ปกติ | ผิดปกติ | ใกล้ผิดนัด | จะเกินกำหนด | อาจเกินกำหนด | ไม่เกิน 3 เดือน | เกิน 3 งวด | คงค้าง | late? | was late once',
    ),
  )('is not read from %s', (text) => expect(readOverdue(text)).toEqual(nothing));
});

describe('the interest', () => {
  test.each(
    words(
      'ไม่มีดอกเบี้ย | ไม่มีดอก | ไม่คิดดอกเบี้ย | ไม่ได้คิดดอกเบี้ย | ไม่เก็บดอกเบี้ย | ไม่เสียดอกเบี้ย | ปลอดดอกเบี้ย | ฟรีดอกเบี้ย | ดอกเบี้ยไม่มี',
      'ไม่มีดอกเบี้ยเลยครับ | no interest | interest free | interest-free | without interest | zero interest',
    ),
  )('is 0 percent: %s', (text) => expect(readNoInterest(text)).toEqual(read(0)));

  test.each(words('ไม่มี | ไม่คิด | none | - | หยุดคิดดอกเบี้ย | พักดอกเบี้ย | ยกดอกเบี้ย'))(
    'is asked about at %s',
    (text) => expect(readNoInterest(text)).toEqual(asks(0)),
  );

  test.each(
    words(
      'ไม่มีดอกเบี้ยผิดนัด | ไม่มีดอกเบี้ย 6 เดือน | ดอกเบี้ยแพง | มีดอกเบี้ย | ไม่ทราบดอกเบี้ย | interest | no interest for 6 months',
    ),
  )('is not read from %s', (text) => expect(readNoInterest(text)).toEqual(nothing));
});

describe('what is owed now of a contract on which 25,000 baht were owed', () => {
  const balance = (text: string) => readBalance(text, 2_500_000);

  test.each(
    words(
      'เหมือนเดิม | เท่าเดิม | คงเดิม | ยังเท่าเดิม | หนี้เท่าเดิม | ยอดหนี้คงเดิม | ไม่เปลี่ยนแปลง | ไม่มีการเปลี่ยนแปลง | ไม่เปลี่ยน | เท่าครั้งก่อนค่ะ',
      'unchanged | no change | same as before | same amount | not changed',
    ),
  )('is the same: %s', (text) => expect(balance(text)).toEqual(read(2_500_000)));

  test.each(
    words(
      'จ่ายหมดแล้ว | ชำระหมด | ชำระหนี้หมดแล้วค่ะ | ใช้หนี้หมดแล้ว | ผ่อนหมดแล้ว | ส่งเงินคืนหมดแล้ว | ปิดบัญชีแล้ว | ปิดหนี้แล้ว | ปิดยอดเรียบร้อยแล้ว',
      'paid in full | fully paid | fully repaid | paid it off | account closed | the account is closed',
    ),
  )('is nothing: %s', (text) => expect(balance(text)).toEqual(read(0)));

  test.each([
    ...words(
      'จ่ายครบแล้ว | ชำระครบแล้ว | ส่งหมดแล้ว | ใช้หมดแล้ว | ปิดบัญชี | ไม่เหลือแล้ว | ไม่มีหนี้แล้ว | ไม่มี | หนี้หมดแล้ว | nothing left | closed',
    ).map((text) => [text, 0] as const),
    ['เดิม', 2_500_000] as const,
    ['จ่ายไป 5000 เหลือ 20000', 2_000_000] as const,
  ])('is asked about at %s', (text, satang) => expect(balance(text)).toEqual(asks(satang)));

  test.each([
    ['ตอนนี้เหลือ 20,000', 20_000],
    ['ตอนนี้ 20000', 20_000],
    ['ปัจจุบันคงเหลือ 2 หมื่น', 20_000],
    ['ลดเหลือ 15000', 15_000],
    ['ลดเหลือ15000', 15_000],
    ['ลดลงเหลือ ๑๕,๐๐๐ บาท', 15_000],
    ['คงค้าง 12,000', 12_000],
    ['ยังเหลืออีก 5 พัน', 5000],
    ['เหลือแค่ 5000 บาท', 5000],
    ['เพิ่มเป็น 30000', 30_000],
    ['20000 left', 20_000],
    ['now 20,000', 20_000],
    ['down to 15000', 15_000],
    ['still owes 20000', 20_000],
    ['balance is 12000', 12_000],
  ])('is the amount behind the words: %s', (text, baht) => {
    expect(balance(text)).toEqual(read(baht * 100));
    expect(readPaid(text)).toBeUndefined();
  });

  test.each(
    words(
      'ครบแล้ว | หมดแล้ว | ยังจ่ายไม่หมด | ยังไม่ปิดบัญชี | ใกล้หมดแล้ว | จ่ายดอกหมดแล้ว | งวดนี้จ่ายหมดแล้ว | จะปิดบัญชี | ไม่เหมือนเดิม | เพิ่มจากเดิม',
      'เหลือ 3 งวด | เหลือ 20000 จาก 25000 | ไม่เหลือ 5000 | เพิ่ม 5000 | paid | not paid off | paid up',
    ),
  )('is not read from %s', (text) => expect(balance(text)).toEqual(nothing));

  test.each(
    words('ชำระ 5000 | จ่ายแล้ว 5,000 บาท | ลด 5000 | ลดลง 5000 | ลดไป 5,000 | paid 5000 | reduced by 5000'),
  )('is not what was paid, of which the rest is asked about: %s', (text) => {
    expect(readPaid(text)).toBe(500_000);
    expect(balance(text)).toEqual(nothing);
  });

  test.each(words('จ่ายหมดแล้ว | เหมือนเดิม | ไม่มี | เดิม | ปิดบัญชีแล้ว'))(
    'is nothing where nobody knows what was owed: %s',
    (text) => expect(readBalance(text, undefined)).toEqual(nothing),
  );
});
