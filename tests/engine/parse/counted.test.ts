import { describe, expect, test } from 'vitest';
import { type Counted, readNumber, readTimes } from '../../../src/engine/parse/number.ts';
import { read, unreadable } from '../../../src/engine/parse/reading.ts';

/** What a question counts, with answers that count it, and some that count something else. */
const questions: readonly {
  readonly counts: Counted;
  readonly reads: readonly (readonly [number, ...string[]])[];
  readonly refuses: readonly string[];
}[] = [
  {
    counts: 'people',
    reads: [
      [5, '5', '๕ คน', '5คนค่ะ', 'มี 5 คน', 'สมาชิก 5 คน', 'มีสมาชิก 5 คน', 'ครัวเรือนมีสมาชิก 5 คน', 'ห้าคน'],
      [5, '5 ท่าน', '5 ราย', 'five members', '5 people', '5)'],
      [12, 'กรรมการ 12 คน', 'มีกรรมการ 12 คน', 'คณะกรรมการ 12 คน', 'สิบสองคน'],
      [1, 'คนเดียว', 'อยู่คนเดียวครับ', '1 คน'],
    ],
    refuses: [
      '5 ครัวเรือน',
      '5 หลังคาเรือน',
      '5 ครอบครัว',
      '5%',
      '12 กองทุน',
      '12 ครั้ง',
      '3 คะแนน',
      '5 บาท',
      'ข้อ 5',
    ],
  },
  {
    counts: 'percent',
    reads: [[6, '6', '6%', 'ร้อยละ 6', 'ร้อยละหก ต่อปี', '6 ต่อปี', 'ดอกเบี้ยร้อยละ 6', 'ร้อยละ 6 บาทต่อปี']],
    refuses: ['6 คน', '6 คะแนน', '6 ครั้ง', '6 สัญญา', '6 กองทุน'],
  },
  {
    counts: 'contracts',
    reads: [[2, '2', '2 สัญญา', 'สองสัญญาครับ', 'รวม 2 สัญญา']],
    refuses: ['2 คน', '2 กองทุน', '2%', '2 ครั้ง'],
  },
];

describe.each(questions)('a question that counts $counts', ({ counts, reads, refuses }) => {
  const meant = reads.flatMap(([value, ...texts]) => texts.map((text) => [text, value] as const));
  test.each(meant)('reads “%s”', (text, value) => expect(readNumber(text, counts)).toEqual(read(value)));
  test.each(refuses)('refuses “%s”', (text) => expect(readNumber(text, counts)).toEqual(unreadable));
});

describe('how often something happened', () => {
  test.each([
    ['4 ครั้ง', 4],
    ['ปีละ 4 ครั้ง', 4],
    ['ประชุม 4 ครั้งต่อปี', 4],
  ])('reads “%s”', (text, times) => expect(readTimes(text)).toEqual(read(times)));
  test.each(['ไม่ถึง 3 ครั้ง', 'น้อยกว่า 3 ครั้ง', 'ไม่เกิน 3 ครั้ง', 'เกือบ 3 ครั้ง', 'fewer than 3 times'])(
    'takes “%s” for no number of times, being fewer than that',
    (text) => expect(readTimes(text)).toEqual(unreadable),
  );
});
