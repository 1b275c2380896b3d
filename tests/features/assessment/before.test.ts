import { describe, expect, test } from 'vitest';
import { assessmentFromBefore } from '../../../src/features/assessment/before.ts';
import { decideAssessment } from '../../../src/features/assessment/rules/assessmentCase.ts';
import type { IntentId, IsoDate, PersonId } from '../../../src/programme/ids.ts';
import { hashOf } from '../../../src/programme/report/hash.ts';
import { nothingAround } from '../../support/around.ts';

const at = new Date('2022-07-20T03:30:00Z');
const report = {
  points: { 1: 2, 2: 3 },
  total: 26,
  level: 2,
  percent: 61.9,
  answers: { i1: '2', i2: '3', improve: 'ตลาดนัด' },
  evidence: { i1: [{ kind: 'photo', file: 'f1' }] },
  plan: [{ indicator: 1, aim: 'ประชุมทุกเดือน', who: 'คณะกรรมการ', by: '2022-09-30' }],
};
const place = {
  id: 'C4K7Q2M:center-assessment:2565',
  center: 'C4K7Q2M',
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  year: 2565,
  form: 'center-assessment',
  version: 2565,
};
const underWay = { state: 'underWay', on: '2022-08-01', evidence: ['f2'] };
const orathai = { person: 'P1', name: 'อรทัย', draft: 'd1' };

/** Submitted, with a plan that is carried out and everything that was ever decided. */
const submitted = {
  ...place,
  rev: 7,
  revisions: [{ no: 1, receipt: 'FL65-A', submittedAt: at, by: 'P1', byName: 'อรทัย', draft: 'd1', report }],
  planStates: { 1: underWay },
  outcomes: {
    e1: { kind: 'claimed', draft: 'd1' },
    e2: { kind: 'heldByOther', name: 'อรทัย' },
    e3: { kind: 'claimed', draft: 'e3', from: orathai },
    e4: { kind: 'released' },
    e5: { kind: 'submitted', receipt: 'FL65-A', total: 26, level: 2, percent: 61.9 },
    e6: { kind: 'alreadySubmitted', receipt: 'FL65-A' },
    e7: { kind: 'noted', line: 1, state: underWay },
    e8: { kind: 'noSuchLine' },
  },
};

describe('an assessment of before', () => {
  test('that was submitted reads as a case of today', () => {
    expect(assessmentFromBefore(submitted)).toEqual({
      id: 'C4K7Q2M:center-assessment:2565',
      kind: 'assessment',
      unit: { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center: 'C4K7Q2M' },
      period: { year: 2565 },
      form: { id: 'center-assessment', version: 2565 },
      rev: 7,
      revisions: [
        {
          ...{ no: 1, receipt: 'FL65-A', at, by: 'P1', byName: 'อรทัย', draft: 'd1', content: report },
          hash: hashOf({ id: 'center-assessment', version: 2565 }, report),
          ...{ signatures: [], since: at },
        },
      ],
      planStates: { 1: underWay },
      outcomes: {
        ...submitted.outcomes,
        e5: { kind: 'submitted', receipt: 'FL65-A', revision: 1, kept: [] },
      },
    });
  });

  test('keeps who holds its draft', () => {
    const held = { ...place, rev: 1, holder: orathai, revisions: [], planStates: {}, outcomes: {} };
    expect(assessmentFromBefore(held)).toMatchObject({ rev: 1, holder: orathai, revisions: [] });
  });

  test('decides on, and what it decided comes to the same', () => {
    const record = assessmentFromBefore(submitted);
    const acting = { by: 'P1' as PersonId, name: 'อรทัย', at };
    const again = { ...acting, id: 'e5' as IntentId, kind: 'claim', draft: 'd9', takeOver: false } as const;
    expect(decideAssessment(record, again, nothingAround)).toEqual({ record, outcome: record.outcomes.e5 });
    const state = { state: 'done', on: '2022-08-02' as IsoDate, evidence: [] } as const;
    const next = decideAssessment(
      record,
      {
        ...{ ...acting, id: 'e9' as IntentId, kind: 'carryPlan', line: 1, state },
      },
      nothingAround,
    );
    expect(next.record.planStates).toEqual({ 1: { ...state, evidence: ['f2'] } });
  });

  test.each([
    ['nothing', undefined],
    ['a case of today', assessmentFromBefore(submitted)],
    ['a report without its points', { ...submitted, revisions: [{ ...submitted.revisions[0], report: {} }] }],
  ])('is not %s', (_what, stored) => {
    expect(() => assessmentFromBefore(stored)).toThrow();
  });
});
