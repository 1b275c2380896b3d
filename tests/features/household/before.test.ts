import { describe, expect, test } from 'vitest';
import { debtReportFromBefore } from '../../../src/features/household/before.ts';
import { previewRound, roundRules } from '../../../src/features/household/rules/round.ts';
import { hashOf } from '../../../src/programme/report/hash.ts';
import { emptyReport, joined, submit } from './rules/world.ts';

const at = new Date('2022-08-01T02:00:00Z');
/** What a round said is written as it is today. */
const household = joined();
const content = submit(emptyReport(1), [household], { declined: 2 }).record.revisions[0]?.content;
if (!content) throw new Error('it was submitted');

const stored = {
  id: 'CAAAAA1:debt1:2565',
  rev: 4,
  center: 'CAAAAA1',
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  year: 2565,
  form: 'debt1',
  version: 2565,
  round: 1,
  revisions: [{ no: 1, receipt: 'FL65-A', submittedAt: at, by: 'P1', byName: 'วิชัย', ...content }],
  outcomes: {
    e1: { kind: 'nothingToReport' },
    e2: { kind: 'changed' },
    e3: { kind: 'submitted', receipt: 'FL65-A', revision: 1, households: 1, flags: [] },
    e4: { kind: 'nothingNew', receipt: 'FL65-A' },
    e5: { kind: 'resultsMissing', nos: [1, 2] },
    e6: { kind: 'roundOneFirst', nos: [3] },
  },
};

describe('a round of before', () => {
  test('reads as a case of today', () => {
    const form = { id: 'debt1', version: 2565 };
    expect(debtReportFromBefore(stored)).toEqual({
      id: 'CAAAAA1:debt1:2565',
      kind: 'debt1',
      unit: { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center: 'CAAAAA1' },
      period: { year: 2565 },
      form,
      rev: 4,
      revisions: [
        {
          ...{ no: 1, receipt: 'FL65-A', at, by: 'P1', byName: 'วิชัย', content },
          hash: hashOf(form, roundRules[1].says(content)),
          ...{ signatures: [], since: at },
        },
      ],
      outcomes: {
        ...stored.outcomes,
        e3: { kind: 'submitted', receipt: 'FL65-A', revision: 1, kept: [] },
      },
    });
  });

  test('whose households say the same has nothing new', () => {
    const material = { households: [household], declined: 2, joinings: [] };
    expect(previewRound(debtReportFromBefore(stored), material)).toEqual({
      kind: 'nothingNew',
      receipt: 'FL65-A',
    });
  });

  test('of round 2 is one of round 2', () => {
    const second = { ...stored, id: 'CAAAAA1:debt2:2565', form: 'debt2', round: 2 };
    expect(debtReportFromBefore(second)).toMatchObject({ id: second.id, kind: 'debt2' });
  });

  test.each([
    ['nothing', undefined],
    ['a case of today', debtReportFromBefore(stored)],
    ['a report without rows', { ...stored, revisions: [{ ...stored.revisions[0], rows: undefined }] }],
  ])('is not %s', (_what, record) => {
    expect(() => debtReportFromBefore(record)).toThrow();
  });
});
