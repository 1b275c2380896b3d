import { expect, test } from 'vitest';
import type { SeatNow } from '../../../src/kernel/report/seatNow.ts';
import { whereText } from '../../../src/kernel/report/where.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { createTexts } from '../../../src/text/texts.ts';
import {
  assessment,
  assessmentOfToday,
  type Content,
  openCase,
  roundWithChain,
} from '../../programme/report/caseOffice.ts';

const texts = createTexts();
const whereIs = (rules: ReportRules<Content>, { present }: ReturnType<typeof openCase>): string =>
  texts.render(whereText(present, rules), 'th');

test('what nobody has sent is with nobody', () => {
  const report = openCase(assessment);
  expect(whereIs(assessment, report)).toBe('ยังไม่ได้ส่ง');
  report.claims('orathai');
  expect(whereIs(assessment, report)).toBe('ยังไม่ได้ส่ง');
});

test('a report without a chain is done when it is sent', () => {
  const report = openCase(assessmentOfToday);
  report.claims('orathai');
  report.submits('orathai', 26);
  expect(whereIs(assessmentOfToday, report)).toBe('ส่งแล้วเมื่อ 1 ส.ค. 2565 10:00');
});

test('a report is with whoever signs next, or with the officer again', () => {
  const report = openCase(roundWithChain);
  report.sends('orathai', 5);
  expect(whereIs(roundWithChain, report)).toBe('รอพัฒนาการอำเภอรับรอง ตั้งแต่ 1 ส.ค. 2565 09:00');
  report.recalls('orathai');
  expect(whereIs(roundWithChain, report)).toBe('เรียกคืนไปแก้ไข โดย อรทัย เมื่อ 1 ส.ค. 2565 10:00');
});

test.each<[SeatNow, ReportRules<Content>, string]>([
  [{ kind: 'held' }, assessment, 'รอประธานศูนย์จัดการกองทุนชุมชนรับทราบ ตั้งแต่ 1 ส.ค. 2565 09:00'],
  [
    { kind: 'standIns', names: ['อารี', 'ธนา'] },
    roundWithChain,
    'รอ อารี, ธนา รักษาราชการแทนพัฒนาการอำเภอ รับรอง ตั้งแต่ 1 ส.ค. 2565 09:00',
  ],
  [
    { kind: 'vacant' },
    roundWithChain,
    'รอพัฒนาการอำเภอรับรอง ตั้งแต่ 1 ส.ค. 2565 09:00 แต่ขณะนี้ไม่มีผู้ลงนามในตำแหน่งนี้ พัฒนาการจังหวัดพิมพ์ มอบหมาย เพื่อตั้งผู้ลงนามแทนได้',
  ],
  [
    { kind: 'left' },
    assessment,
    'รอประธานศูนย์จัดการกองทุนชุมชนรับทราบ ตั้งแต่ 1 ส.ค. 2565 09:00 แต่ผู้ดำรงตำแหน่งเลิกติดตามบอตแล้ว จึงไม่ได้รับแจ้ง พัฒนาการอำเภอพิมพ์ มอบหมาย เพื่อตั้งผู้ลงนามแทนได้ หรือพัฒนากรพิมพ์ รับทราบบนกระดาษ',
  ],
])('where nobody signs it says who can do what about it: %j', (seat, rules, words) => {
  const report = openCase(rules);
  report.sends('orathai', 5);
  expect(texts.render(whereText(report.present, rules, seat), 'th')).toBe(words);
});
