import { describe, expect, test } from 'vitest';
import type { PlanLine } from '../../../../src/features/assessment/rules/assessment.ts';
import {
  type AssessmentCase,
  type AssessmentIntent,
  decideAssessment,
} from '../../../../src/features/assessment/rules/assessmentCase.ts';
import type { PlanState } from '../../../../src/features/assessment/rules/planState.ts';
import type { IntentId, IsoDate, PersonId, Receipt } from '../../../../src/programme/ids.ts';
import { nothingAround } from '../../../support/around.ts';
import { centerNamed, heldBy, now, pointsOf, submitted } from '../../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const line: PlanLine = { aim: 'ประชุมทุกเดือน', who: 'คณะกรรมการ', by: '2022-09-30' };
const report = submitted(nong, { points: pointsOf(26), plan: [line, line] });
const underWay: PlanState = { state: 'underWay', on: '2022-07-01' as IsoDate, evidence: ['photo1'] };
const done: PlanState = { state: 'done', on: '2022-08-01' as IsoDate, evidence: ['photo2'] };

let events = 0;
function carry(number: number, state: PlanState): Extract<AssessmentIntent, { kind: 'carryPlan' }> {
  events += 1;
  const by = 'P0000000000000000000000AA' as PersonId;
  return { kind: 'carryPlan', id: `e${events}` as IntentId, by, name: 'อรทัย', at: now, line: number, state };
}

describe('a line of the development plan', () => {
  test('is noted with its state, date and evidence', () => {
    const { record: next, outcome } = decideAssessment(report, carry(2, underWay), nothingAround);
    expect(outcome).toEqual({ kind: 'noted', line: 2, state: underWay });
    expect(next.planStates).toEqual({ 2: underWay });
    expect(next.rev).toBe(report.rev + 1);
    expect(next.revisions).toBe(report.revisions);
  });

  test('takes the latest state and keeps all evidence', () => {
    const { record: begun } = decideAssessment(report, carry(1, underWay), nothingAround);
    const { record: finished } = decideAssessment(begun, carry(1, done), nothingAround);
    expect(finished.planStates).toEqual({ 1: { ...done, evidence: ['photo1', 'photo2'] } });
  });

  test('keeps documents beside the photos', () => {
    const [a, b] = ['a.pdf', 'b.docx'].map((name) => ({ file: `id of ${name}`, name }));
    if (!a || !b) throw new Error('there are two');
    const { record: begun } = decideAssessment(
      report,
      carry(1, { ...underWay, documents: [a] }),
      nothingAround,
    );
    const { record: finished } = decideAssessment(
      begun,
      carry(1, { ...done, documents: [b] }),
      nothingAround,
    );
    expect(finished.planStates[1]).toEqual({ ...done, evidence: ['photo1', 'photo2'], documents: [a, b] });
    expect(decideAssessment(begun, carry(1, done), nothingAround).record.planStates[1]).toMatchObject({
      documents: [a],
    });
  });

  test('is noted once, however often the same intent runs', () => {
    const intent = carry(1, underWay);
    const first = decideAssessment(report, intent, nothingAround);
    const again = decideAssessment(first.record, intent, nothingAround);
    expect(again).toEqual(first);
  });

  test.each([
    ['a line that the plan does not have', report, 3],
    ['line 0', report, 0],
    ['half a line', report, 1.5],
    ['a report that was not submitted', heldBy(nong, 'P1' as PersonId, 'วิชัย'), 1],
  ])('cannot be %s', (_what, present: AssessmentCase, number) => {
    const { record: next, outcome } = decideAssessment(present, carry(number, done), nothingAround);
    expect(outcome).toEqual({ kind: 'noSuchLine' });
    expect(next.planStates).toEqual({});
    expect(next.holder).toEqual(present.holder);
  });

  const other: PlanLine = { ...line, aim: 'ทบทวนระเบียบ' };
  const sent = (present: AssessmentCase, plan: readonly PlanLine[]): AssessmentCase => {
    const last = present.revisions.at(-1);
    if (!last) throw new Error('the report was submitted');
    const ended = { kind: 'recalled', by: last.by, byName: last.byName, at: now } as const;
    const recalled = { ...present, revisions: present.revisions.with(-1, { ...last, ended }) };
    events += 1;
    return decideAssessment(
      recalled,
      {
        ...{ kind: 'submit', id: `e${events}` as IntentId, by: last.by, name: 'อรทัย', at: now, draft: 'd2' },
        ...{ receipt: 'FL65-00000000-0' as Receipt, content: { ...last.content, plan } },
      },
      nothingAround,
    ).record;
  };

  test('goes along to a new report that has the same line, also where it has another number', () => {
    const { record: told } = decideAssessment(report, carry(2, done), nothingAround);
    expect(sent(told, [other, line]).planStates).toEqual({ 2: done });
    expect(sent(told, [other, { ...line, who: 'เลขานุการ' }, line]).planStates).toEqual({ 2: done });
    expect(sent(told, [other]).planStates).toEqual({});
  });

  test('that was told of under its old number is found by what it says', () => {
    const changed = sent(report, [other, line]);
    const meant = { ...carry(1, done), of: { aim: line.aim } };
    const { record: next, outcome } = decideAssessment(changed, meant, nothingAround);
    expect(outcome).toMatchObject({ kind: 'noted', line: 2 });
    expect(next.planStates).toEqual({ 2: done });
    const gone = { ...carry(1, done), of: { aim: 'ไม่มีในแผน' } };
    expect(decideAssessment(changed, gone, nothingAround).outcome).toEqual({ kind: 'noSuchLine' });
  });
});
