import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentReport,
  type CaseIntent,
  type CaseOutcome,
  decideCase,
  type ReportCase,
} from '../../../../src/features/assessment/rules/reportCase.ts';
import type {
  CaseId,
  CenterId,
  FiscalYear,
  IntentId,
  IsoDate,
  PersonId,
  Receipt,
} from '../../../../src/programme/ids.ts';
import { seed } from '../../../seed.ts';

const orathai = 'P1' as PersonId;
const wichai = 'P2' as PersonId;
const names = new Map([
  [orathai, 'อรทัย'],
  [wichai, 'วิชัย'],
]);
const at = new Date('2022-08-01T02:00:00Z');

const fresh: ReportCase = {
  id: 'C4K7Q2M:center-assessment:2565' as CaseId,
  center: 'C4K7Q2M' as CenterId,
  province: 'ปราจีนบุรี',
  district: 'กบินทร์บุรี',
  year: 2565 as FiscalYear,
  form: 'center-assessment',
  version: 2565,
  revisions: [],
  planStates: {},
  rev: 0,
  outcomes: {},
};

const report: AssessmentReport = {
  points: {},
  total: 26,
  level: 2,
  percent: 61.9,
  answers: {},
  evidence: {},
  plan: [
    { indicator: 1, aim: 'เพิ่มตัวแทน', who: 'คณะกรรมการ', by: '2022-09-30' },
    { indicator: 2, aim: 'เขียนหน้าที่', who: 'คณะกรรมการ', by: '2022-09-30' },
  ],
};

type Head = Pick<CaseIntent, 'id' | 'by' | 'name' | 'at'>;
const by = (person: PersonId, id: string): Head => ({
  id: id as IntentId,
  by: person,
  name: names.get(person) ?? '',
  at,
});
const claim = (person: PersonId, id: string, takeOver = false): CaseIntent => ({
  ...by(person, id),
  kind: 'claim',
  draft: `draft-${id}`,
  takeOver,
});
const release = (person: PersonId, id: string, draft: string): CaseIntent => ({
  ...by(person, id),
  kind: 'release',
  draft,
});
const submit = (person: PersonId, id: string, draft: string): CaseIntent => ({
  ...by(person, id),
  kind: 'submit',
  draft,
  receipt: `FL65-${id}` as Receipt,
  report,
});
const carry = (person: PersonId, id: string, line: number, evidence: readonly string[] = []): CaseIntent => ({
  ...by(person, id),
  kind: 'carryPlan',
  line,
  state: { state: 'underWay', on: '2022-08-01' as IsoDate, evidence },
});

/** The case after some intents, and what the last one came to. */
function after(...intents: readonly CaseIntent[]): { present: ReportCase; outcome: CaseOutcome | undefined } {
  let present = fresh;
  let outcome: CaseOutcome | undefined;
  for (const intent of intents) {
    const decided = decideCase(present, intent);
    present = decided.case;
    outcome = decided.outcome;
  }
  return { present, outcome };
}

describe('a case', () => {
  it('is held by the first who begins it', () => {
    const { present, outcome } = after(claim(orathai, 'a'));
    expect(outcome).toEqual({ kind: 'claimed', draft: 'draft-a' });
    expect(present).toMatchObject({ rev: 1, holder: { person: orathai, name: 'อรทัย', draft: 'draft-a' } });
  });

  it('begun again by its holder goes on with the same draft', () => {
    expect(after(claim(orathai, 'a'), claim(orathai, 'b')).outcome).toEqual({
      kind: 'claimed',
      draft: 'draft-a',
    });
    expect(after(claim(orathai, 'a'), claim(orathai, 'b', true)).outcome).toEqual({
      kind: 'claimed',
      draft: 'draft-a',
    });
  });

  it('tells a colleague who holds it', () => {
    const { present, outcome } = after(claim(orathai, 'a'), claim(wichai, 'b'));
    expect(outcome).toEqual({ kind: 'heldByOther', name: 'อรทัย' });
    expect(present.holder?.person).toBe(orathai);
  });

  it('is taken over with a draft of its own, and says from whom', () => {
    const { present, outcome } = after(claim(orathai, 'a'), claim(wichai, 'b', true));
    const from = { person: orathai, name: 'อรทัย', draft: 'draft-a' };
    expect(outcome).toEqual({ kind: 'claimed', draft: 'draft-b', from });
    expect(present.holder).toEqual({ person: wichai, name: 'วิชัย', draft: 'draft-b' });
  });

  it('that nobody holds is taken over from nobody', () => {
    expect(after(claim(orathai, 'a', true)).outcome).toEqual({ kind: 'claimed', draft: 'draft-a' });
  });

  it('is let go of by its holder, and not by who held it before', () => {
    expect(after(claim(orathai, 'a'), release(orathai, 'b', 'draft-a')).present.holder).toBeUndefined();
    const taken = [claim(orathai, 'a'), claim(wichai, 'b', true)];
    const { present, outcome } = after(...taken, release(orathai, 'c', 'draft-a'));
    expect(outcome).toEqual({ kind: 'released' });
    expect(present.holder?.person).toBe(wichai);
  });
});

describe('submitting', () => {
  it('gives a receipt and frees the case', () => {
    const { present, outcome } = after(claim(orathai, 'a'), submit(orathai, 'b', 'draft-a'));
    expect(outcome).toEqual({ kind: 'submitted', receipt: 'FL65-b', total: 26, level: 2, percent: 61.9 });
    expect(present.holder).toBeUndefined();
    expect(present.revisions).toMatchObject([
      { no: 1, receipt: 'FL65-b', by: orathai, byName: 'อรทัย', submittedAt: at },
    ]);
  });

  it('by two officers at once is decided for the first', () => {
    const both = [claim(orathai, 'a'), submit(orathai, 'b', 'draft-a'), submit(wichai, 'c', 'draft-c')];
    expect(after(...both).outcome).toEqual({ kind: 'alreadySubmitted', receipt: 'FL65-b' });
    expect(after(...both).present.revisions).toHaveLength(1);
  });

  it('is refused to whom a colleague has taken the case from', () => {
    const taken = [claim(orathai, 'a'), claim(wichai, 'b', true)];
    expect(after(...taken, submit(orathai, 'c', 'draft-a')).outcome).toEqual({
      kind: 'heldByOther',
      name: 'วิชัย',
    });
    expect(after(...taken, submit(wichai, 'c', 'draft-b')).outcome?.kind).toBe('submitted');
  });

  it('ends beginning and taking over', () => {
    const done = [claim(orathai, 'a'), submit(orathai, 'b', 'draft-a')];
    for (const takeOver of [false, true]) {
      expect(after(...done, claim(wichai, 'c', takeOver)).outcome).toEqual({
        kind: 'alreadySubmitted',
        receipt: 'FL65-b',
      });
    }
  });
});

describe('a line of the plan', () => {
  const done = [claim(orathai, 'a'), submit(orathai, 'b', 'draft-a')];

  it('has the state told last, and all of its evidence', () => {
    const { present } = after(...done, carry(orathai, 'c', 2, ['f1']), carry(orathai, 'd', 2, ['f2']));
    expect(present.planStates).toEqual({
      2: { state: 'underWay', on: '2022-08-01', evidence: ['f1', 'f2'] },
    });
  });

  it('exists from 1 to the last of the report, and of no report none', () => {
    for (const line of [0, 3, -1, 1.5, Number.NaN])
      expect(after(...done, carry(orathai, 'c', line)).outcome).toEqual({ kind: 'noSuchLine' });
    expect(after(carry(orathai, 'c', 1)).outcome).toEqual({ kind: 'noSuchLine' });
  });
});

describe('whatever happens to a case', () => {
  const anyIntent = fc
    .record({
      kind: fc.constantFrom(
        'claim' as const,
        'take' as const,
        'release' as const,
        'submit' as const,
        'carry' as const,
      ),
      by: fc.constantFrom(orathai, wichai),
      of: fc.nat(6),
      line: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ kind, by, of, line }) => (id: string): CaseIntent => {
      if (kind === 'claim' || kind === 'take') return claim(by, id, kind === 'take');
      if (kind === 'carry') return carry(by, id, line);
      return kind === 'release' ? release(by, id, `draft-i${of}`) : submit(by, id, `draft-i${of}`);
    });

  const repeatable = (decide: typeof decideCase) =>
    fc.property(fc.array(anyIntent, { maxLength: 12, size: 'max' }), (makers) => {
      const intents = makers.map((make, n) => make(`i${n}`));
      let present = fresh;
      const outcomes = new Map<string, CaseOutcome>();
      for (const intent of intents) {
        const decided = decide(present, intent);
        expect(decided.case.rev).toBe(present.rev + 1);
        outcomes.set(intent.id, decided.outcome);
        present = decided.case;
        // Each intent may come again at any time.
        for (const again of intents.slice(0, intents.indexOf(intent) + 1)) {
          const repeated = decide(present, again);
          expect(repeated.outcome).toEqual(outcomes.get(again.id));
          expect(repeated.case).toBe(present);
        }
      }
      const submitted = [...outcomes.values()].filter(({ kind }) => kind === 'submitted');
      expect(submitted.length).toBeLessThanOrEqual(1);
      expect(present.revisions).toHaveLength(submitted.length);
      if (submitted.length === 1) expect(present.holder).toBeUndefined();
    });

  it('the same intent again comes to the same, and at most one report is submitted', () => {
    let submissions = 0;
    const counting: typeof decideCase = (present, intent) => {
      const decided = decideCase(present, intent);
      if (decided.case !== present && decided.outcome.kind === 'submitted') submissions += 1;
      return decided;
    };
    fc.assert(repeatable(counting), { seed, numRuns: 500 });
    expect(submissions).toBeGreaterThan(100);
    const forgets: typeof decideCase = (present, intent) => decideCase({ ...present, outcomes: {} }, intent);
    expect(fc.check(repeatable(forgets), { seed, numRuns: 500, endOnFailure: true }).failed).toBe(true);
  });
});
