import { describe, expect, test } from 'vitest';
import { readDateTowards, saysDay } from '../../../src/engine/parse/date.ts';
import type { Towards } from '../../../src/engine/parse/dateEdges.ts';

/** Ends of months and years, and times from today on, all typed on 20 August 2022. */
const read = (text: string, towards: Towards) => readDateTowards(text, '2022-08-20', towards);
const is = (day: string) => ({ kind: 'read', value: day });
const asks = (...days: readonly string[]) => ({ kind: 'ambiguous', candidates: days });

describe('what is planned', () => {
  test.each([
    ['สิ้นเดือนกันยายน', '2022-09-30'],
    ['สิ้นเดือน ก.ย.', '2022-09-30'],
    ['สิ้น ก.ย. 65', '2022-09-30'],
    ['ภายในสิ้นเดือนกันยายน', '2022-09-30'],
    ['ภายในสิ้นเดือนกันยายน พ.ศ. ๒๕๖๖ ครับ', '2023-09-30'],
    ['วันสุดท้ายของเดือนกันยายน', '2022-09-30'],
    ['สิ้นเดือนกุมภาพันธ์', '2023-02-28'],
    ['สิ้นเดือนกุมภาพันธ์ 2567', '2024-02-29'],
    ['สิ้นเดือนนี้', '2022-08-31'],
    ['สิ้นเดือนหน้า', '2022-09-30'],
    ['ภายในสิ้นปีงบประมาณ', '2022-09-30'],
    ['สิ้นปีงบ 66', '2023-09-30'],
    ['สิ้นปีงบประมาณหน้า', '2023-09-30'],
    ['end of September', '2022-09-30'],
    ['by the end of September 2023', '2023-09-30'],
    ['end of next month', '2022-09-30'],
    ['by the end of the fiscal year', '2022-09-30'],
    ['ภายใน 7 วัน', '2022-08-27'],
    ['within 10 days', '2022-08-30'],
  ])('is one day: %s', (text, day) => expect(read(text, 'future')).toEqual(is(day)));

  test.each([
    ['ปลายเดือนหน้า', ['2022-09-30']],
    ['ปลายเดือนกันยายน', ['2022-09-30']],
    ['กลางเดือนหน้า', ['2022-09-15']],
    ['ต้นเดือนตุลาคม', ['2022-10-01']],
    ['สิ้นเดือน', ['2022-08-31']],
    ['ก่อนสิ้นเดือนกันยายน', ['2022-09-30']],
    ['ภายในเดือนกันยายน', ['2022-09-30']],
    ['เดือนหน้า', ['2022-09-30']],
    ['ปลายปีงบประมาณ', ['2022-09-30']],
    ['สิ้นปี', ['2022-12-31', '2022-09-30']],
    ['สิ้นปี 2565', ['2022-12-31', '2022-09-30']],
    ['ภายใน 3 เดือน', ['2022-11-20']],
    ['อีกสามเดือน', ['2022-11-20']],
    ['ภายใน 6 เดือนนับจากนี้', ['2023-02-20']],
    ['อีก 2 สัปดาห์', ['2022-09-03']],
    ['ภายใน 2 สัปดาห์', ['2022-09-03']],
    ['ภายใน 1 ปี', ['2023-08-20']],
    ['within 3 months', ['2022-11-20']],
    ['late next month', ['2022-09-30']],
    ['mid September', ['2022-09-15']],
  ])('is offered with a day where the words are vague: %s', (text, days) =>
    expect(read(text, 'future')).toEqual(asks(...days)),
  );

  test.each([
    'เร็ว ๆ นี้',
    'สิ้นเดือน 13',
    'ภายใน',
    'ภายในเร็ววัน',
    '3 เดือน',
    'ภายใน 2-3 เดือน',
    'ภายในศูนย์วัน',
    'เดือน',
    'soon',
  ])('is no day: %s', (text) => expect(read(text, 'future').kind).toBe('unreadable'));

  test('a time of months ends on the last day that the month has', () => {
    expect(readDateTowards('ภายใน 1 เดือน', '2022-01-31', 'future')).toEqual(asks('2022-02-28'));
    expect(readDateTowards('สิ้นเดือนสิงหาคม', '2022-08-31', 'future')).toEqual(is('2022-08-31'));
  });
});

describe('what happened', () => {
  test.each([
    ['สิ้นเดือนกันยายน', '2021-09-30'],
    ['สิ้นเดือนกรกฎาคม', '2022-07-31'],
    ['สิ้นเดือนที่แล้ว', '2022-07-31'],
    ['end of last month', '2022-07-31'],
    ['สิ้นปีงบประมาณ', '2021-09-30'],
    ['สิ้นเดือน ก.ค. 65', '2022-07-31'],
  ])('lies back: %s', (text, day) => expect(read(text, 'past')).toEqual(is(day)));

  test.each([
    ['สิ้นเดือน', '2022-07-31'],
    ['ปลายเดือนที่แล้ว', '2022-07-31'],
  ])('is asked about: %s', (text, day) => expect(read(text, 'past')).toEqual(asks(day)));

  test.each([
    'ภายใน 3 เดือน',
    'อีก 3 เดือน',
    'ภายใน 7 วัน',
    'ภายในเดือนกันยายน',
    'เดือนหน้า',
    'within 3 months',
    'กันยายน',
  ])('is never told by a time to come: %s', (text) => expect(read(text, 'past').kind).toBe('unreadable'));
});

test('an end of a month says a day, and a time or a month alone does not', () => {
  for (const text of ['สิ้นเดือนกันยายน', 'ปลายเดือนหน้า', 'end of September'])
    expect(saysDay(text), text).toBe(true);
  for (const text of ['ภายใน 3 เดือน', 'กันยายน', 'เดือนหน้า', 'สิ้นสุดโครงการ', 'ปลายทาง'])
    expect(saysDay(text), text).toBe(false);
});
