import { describe, expect, it } from 'vitest';
import { type ReportCase, receiptsOf } from '../../../src/programme/report/case.ts';
import { changeCase, decideReport } from '../../../src/programme/report/decide/decideReport.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import { decideOnce } from '../../../src/programme/sharedRecord.ts';
import { nothingAround } from '../../support/around.ts';
import { assessmentOfToday, type Case, type Content, idOf, openCase, roundOfToday } from './caseOffice.ts';

describe('an assessment without a chain', () => {
  it('is claimed, held, taken over and submitted once', () => {
    const one = openCase(assessmentOfToday);
    expect(one.claims('orathai')).toEqual({ kind: 'claimed', draft: 'd-i1' });
    expect(one.claims('orathai')).toEqual({ kind: 'claimed', draft: 'd-i1' });
    expect(one.claims('wichai')).toEqual({ kind: 'heldByOther', name: 'อรทัย' });
    expect(one.claims('wichai', true)).toEqual({
      kind: 'claimed',
      draft: 'd-i4',
      from: { person: idOf('orathai'), name: 'อรทัย', draft: 'd-i1' },
    });
    expect(one.releases('orathai', 'd-i1')).toEqual({ kind: 'released' });
    expect(one.submits('wichai', 26)).toMatchObject({ kind: 'submitted', receipt: 'FL65-6', revision: 1 });
    expect(one.stage).toMatchObject({ kind: 'done', locked: false });
    const already = { kind: 'alreadySubmitted', receipt: 'FL65-6' };
    expect(one.claims('orathai', true)).toEqual(already);
    expect(one.submits('orathai', 30)).toEqual(already);
    expect(one.revises('orathai')).toEqual(already);
    expect(one.recalls('wichai')).toEqual(already);
    expect(receiptsOf(one.present)).toEqual(['FL65-6']);
  });
});

describe('a round without a chain', () => {
  it('is composed, compared with what was shown and with the last one, and supplemented', () => {
    const one = openCase(roundOfToday);
    expect(one.sends('orathai', 5, { shown: '000000000000' })).toEqual({ kind: 'changed' });
    expect(one.sends('orathai', 5)).toMatchObject({ kind: 'submitted', revision: 1, receipt: 'FL65-2' });
    const again = { remark: 'another rev of a household', shown: '000000000000' };
    expect(one.sends('wichai', 5, again)).toEqual({ kind: 'nothingNew', receipt: 'FL65-2' });
    expect(one.sends('wichai', 6)).toMatchObject({ kind: 'submitted', revision: 2 });
    expect(one.present.revisions.at(-1)).not.toHaveProperty('draft');
  });
});

describe('a record with more in it', () => {
  type Own = { readonly kind: 'noted' } | { readonly kind: 'nothingToReport' };
  type Record = ReportCase<Content, Own> & { readonly planStates: { readonly [line: number]: string } };
  const fresh = openCase(assessmentOfToday).present;
  const act = openCase(assessmentOfToday).act('orathai');
  const claim = { ...act, kind: 'claim', draft: 'd1', takeOver: false } as const;

  it('keeps that, and the outcomes of its own', () => {
    const decide = decideReport<Content, Own, { readonly planStates: Record['planStates'] }>(
      assessmentOfToday,
    );
    const present: Record = { ...fresh, planStates: { 1: 'done' }, outcomes: { earlier: { kind: 'noted' } } };
    const { record } = decide(present, claim, nothingAround);
    expect(record).toMatchObject({ planStates: { 1: 'done' }, holder: { draft: 'd1' }, rev: 1 });
    expect(record.outcomes).toMatchObject({ earlier: { kind: 'noted' }, [act.id]: { kind: 'claimed' } });
    expect(decide(record, claim, nothingAround).record).toBe(record);
  });

  it('may have an obstacle of its own, decided once like all else', () => {
    const decide = (present: Case, obstacle?: Own) =>
      decideOnce<ReportCase<Content, Own>, CaseOutcome | Own>(present, act.id, () =>
        obstacle
          ? { change: {}, outcome: obstacle }
          : changeCase(assessmentOfToday, present, claim, nothingAround),
      );
    const { record, outcome } = decide(fresh, { kind: 'nothingToReport' });
    expect(outcome).toEqual({ kind: 'nothingToReport' });
    expect(record).toMatchObject({ rev: 1, outcomes: { [act.id]: outcome } });
    expect(decide(fresh).outcome).toMatchObject({ kind: 'claimed' });
  });
});
