import { describe, expect, test } from 'vitest';
import type { CaseId, CenterId, FiscalYear, IntentId, PersonId, Receipt } from '../../src/domain/ids.ts';
import {
  type AssessmentReport,
  type CaseIntent,
  decideCase,
  type ReportCase,
} from '../../src/domain/reportCase.ts';

const orathai = 'Porathai' as PersonId;
const wichai = 'Pwichai' as PersonId;
const at = new Date('2022-08-01T02:00:00Z');
const report = {
  points: {},
  total: 26,
  level: 2,
  percent: 61.9,
  answers: {},
  evidence: {},
  plan: [],
} satisfies AssessmentReport;
const receipt = 'FL65-AAAAAAAA-A' as Receipt;

const empty: ReportCase = {
  id: 'C1:center-assessment:2565' as CaseId,
  center: 'C1' as CenterId,
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  year: 2565 as FiscalYear,
  form: 'center-assessment',
  version: 2565,
  revisions: [],
  planStates: {},
  rev: 0,
  outcomes: {},
};

type Act =
  | { kind: 'claim'; draft: string; takeOver: boolean }
  | { kind: 'release'; draft: string }
  | { kind: 'submit'; draft: string };

const intent = (id: string, by: PersonId, act: Act): CaseIntent => {
  const who = { id: id as IntentId, by, name: by, at };
  return act.kind === 'submit' ? { ...who, ...act, receipt, report } : { ...who, ...act };
};

const after = (...intents: readonly CaseIntent[]): ReportCase =>
  intents.reduce((present, one) => decideCase(present, one).case, empty);

const claimed = intent('e1', orathai, { kind: 'claim', draft: 'd1', takeOver: false });

describe('a report case', () => {
  test('belongs to the first officer who starts it', () => {
    const second = intent('e2', wichai, { kind: 'claim', draft: 'd2', takeOver: false });
    expect(decideCase(after(claimed), second).outcome).toEqual({ kind: 'heldByOther', name: orathai });
  });

  test('goes to a colleague who takes it over, and names the one before', () => {
    const taken = intent('e2', wichai, { kind: 'claim', draft: 'd2', takeOver: true });
    const { case: present, outcome } = decideCase(after(claimed), taken);
    expect(outcome).toMatchObject({ kind: 'claimed', draft: 'd2', from: { person: orathai, draft: 'd1' } });
    expect(present.holder?.person).toBe(wichai);
  });

  test('is submitted once: of two officers at the same moment the holder wins', () => {
    const taken = intent('e2', wichai, { kind: 'claim', draft: 'd2', takeOver: true });
    const first = intent('e3', orathai, { kind: 'submit', draft: 'd1' });
    const second = intent('e4', wichai, { kind: 'submit', draft: 'd2' });
    const held = after(claimed, taken);
    expect(decideCase(held, first).outcome.kind).toBe('heldByOther');
    const done = decideCase(held, second);
    expect(done.outcome).toMatchObject({ kind: 'submitted', receipt, total: 26 });
    expect(decideCase(done.case, { ...first, id: 'e5' as IntentId }).outcome).toEqual({
      kind: 'alreadySubmitted',
      receipt,
    });
    expect(done.case.revisions).toHaveLength(1);
  });

  test('gives the same outcome to the same intent, and changes nothing', () => {
    const submitted = intent('e3', orathai, { kind: 'submit', draft: 'd1' });
    const once = decideCase(after(claimed), submitted);
    const again = decideCase(once.case, submitted);
    expect(again.case).toBe(once.case);
    expect(again.outcome).toEqual(once.outcome);
  });

  test('is free again when its draft was deleted, but not for the draft of somebody else', () => {
    const theirs = intent('e2', wichai, { kind: 'release', draft: 'd9' });
    expect(after(claimed, theirs).holder?.person).toBe(orathai);
    expect(after(claimed, intent('e3', orathai, { kind: 'release', draft: 'd1' })).holder).toBeUndefined();
  });

  test('remembers the outcomes of late intents, and not for ever', () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      intent(`m${n}`, orathai, { kind: 'release', draft: 'd9' }),
    );
    const present = after(claimed, ...many);
    expect(Object.keys(present.outcomes).length).toBeLessThan(60);
    expect(present.outcomes.m99).toBeDefined();
  });
});
