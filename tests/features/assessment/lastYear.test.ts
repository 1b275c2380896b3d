import { expect, test } from 'vitest';
import type { DraftId } from '../../../src/engine/ids.ts';
import { officialReport } from '../../../src/features/assessment/rules/newestReport.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { centerNamed, pointsOf, submitted } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const report = submitted(nong, { points: pointsOf(26) });
const at = new Date('2022-08-01T02:00:00Z');

test('last year’s points are those that stand, not those of a correction that was recalled', () => {
  const corrected = report.revisions.map((one) => ({
    ...{ ...one, no: 2, content: { ...one.content, total: 40 } },
    ended: { kind: 'recalled' as const, by: one.by, byName: one.byName, at },
  }));
  const record = { ...report, revisions: [...report.revisions, ...corrected] };
  const { year } = report.period;
  const lastYears = officialReport([record], nong.id, year);
  const draft = startDraft('d1' as DraftId, nong, { year, version: report.form.version }, lastYears, at);
  expect(draft.facts.lastTotal).toBe(26);
});
