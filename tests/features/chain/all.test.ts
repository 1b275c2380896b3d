import { expect, test } from 'vitest';
import type { AssessmentCase } from '../../../src/features/assessment/rules/assessmentCase.ts';
import { conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  certified,
  inDistrict,
  personAs,
  pointsOf,
  submitted,
} from '../../support/flowWorld.ts';

const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });
const centers = Array.from({ length: 32 }, (_, n) => centerNamed(`ศจก.บ้านที่${n + 1}`, 'นาดี'));
const cases = centers.map((center) => acknowledged(submitted(center, { points: pointsOf(26) })));

/** Acknowledged by its chair, and so with the district head. */
function acknowledged(report: AssessmentCase): AssessmentCase {
  const last = certified(report).revisions.at(-1);
  if (!last) throw new Error('it was submitted');
  const { locked: _, signatures, ...open } = last;
  return { ...report, revisions: [{ ...open, signatures: signatures.slice(0, 1) }] };
}

test('one card signs the thirty reports that it shows, and says how many come after them', async () => {
  const talk = conversation(() => ({ centers, cases }), head);
  const card = await talk.command('chain', '', 'certifyAll');
  expect(card).toContain('30 ฉบับ รอรับรองพร้อมกัน');
  // The words are cut where a phone reads them aloud; the card itself goes on.
  expect(JSON.stringify(talk.last().reply)).toContain('{"key":"chain:restLater","params":{"count":2}}');
  await talk.taps('รับรองทั้งหมด');
  const { intent } = talk.last();
  expect(intent?.kind === 'signReports' && intent.reports.length).toBe(30);
});
