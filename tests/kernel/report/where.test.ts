import { expect, test } from 'vitest';
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
