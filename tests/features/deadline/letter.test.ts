import { describe, expect, test } from 'vitest';
import { readLetter } from '../../../src/features/deadline/letter.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { context } from '../../support/turn.ts';

const today = '2022-08-10' as IsoDate;
const read = (text: string, due = '2022-08-31' as IsoDate) =>
  readLetter(text, { today, due }, context.wordings);

describe('the letter that sets a date', () => {
  const number = 'ปจ 0019/26655';
  const date = '2022-08-07';
  test.each([
    ['ปจ 0019/26655 ลงวันที่ 7 ส.ค. 2565 ด่วนที่สุด', { number, date, urgency: 'mostUrgent' }],
    ['หนังสือที่ ปจ ๐๐๑๙/๒๖๖๕๕ ลงวันที่ ๗ สิงหาคม ๒๕๖๕ (ด่วนที่สุด)', { number, date, urgency: 'mostUrgent' }],
    ['ด่วนมาก ที่ ปจ 0019/26655 ลว. 7 ส.ค. 65', { number, date, urgency: 'veryUrgent' }],
    ['ด่วน ปจ 0019/26655 7 ส.ค. 65', { number, date, urgency: 'urgent' }],
    ['ปจ 0019/26655 ลงวันที่ 7 ส.ค.', { number, date }],
    ['ปจ 0019/ว 123', { number: 'ปจ 0019/ว 123' }],
    ['letter ปจ 0019/26655 dated 7 Aug 2565, very urgent', { number, date, urgency: 'veryUrgent' }],
  ])('is read with its date and urgency: %s', (text, letter) =>
    expect(read(text)).toEqual({ kind: 'read', value: letter }),
  );

  test.each([
    ['ปจ 0019/26655 ลงวันที่ 9 ธ.ค. 65', 'ahead', '2022-12-09'],
    ['ปจ 0019/26655 ลงวันที่ 11 ส.ค. 65', 'ahead', '2022-08-11'],
    // The coming one lies ahead, and the last one is of a year ago.
    ['ปจ 0019/26655 ลงวันที่ 12 ส.ค.', 'whichYear', '2021-08-12'],
    ['ปจ 0019/26655 ลงวันที่ 9 ธ.ค.', 'whichYear', '2021-12-09'],
    ['ปจ 0019/26655 ลงวันที่ 9 มี.ค.', undefined, '2022-03-09'],
    ['ปจ 0019/26655 ลงวันที่ 12 ส.ค. 64', undefined, '2021-08-12'],
    ['ปจ 0019/26655 ลงวันที่ 12 ส.ค. 63', undefined, '2020-08-12'],
    ['ปจ 0019/26655 ลงวันที่ 7 ส.ค. 63', 'tooOld', '2020-08-07'],
    ['ปจ 0019/26655 ลงวันที่ 7 ส.ค. 56', 'tooOld', '2013-08-07'],
  ])('is of today at the latest, and no day of a year ago is guessed: %s', (text, why, date) =>
    expect(read(text)).toMatchObject(
      why ? { kind: 'wrongDate', why, date } : { kind: 'read', value: { date } },
    ),
  );

  test('may be as old as a date that is long past', () =>
    expect(read('ปจ 0019/26655 ลงวันที่ 7 ส.ค. 62', '2020-09-30' as IsoDate).kind).toBe('read'));

  test.each([
    'ไม่มี',
    'ด่วนที่สุด',
    '7 ส.ค. 65',
    'ปจ 0019/26655 ลงวันที่ 32 ส.ค. 65',
    'ปจ 0019/26655 ลงวันที่ 29-30 ก.ย.',
  ])('is asked for again where its number or a date that is announced cannot be read: %s', (text) =>
    expect(read(text).kind).toBe('unreadable'),
  );
});
