import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Perform, Store } from '../../src/app/ports.ts';
import { createYears } from '../../src/app/years.ts';
import type { DraftId } from '../../src/engine/ids.ts';
import type { AssessmentReport } from '../../src/features/assessment/rules/assessmentCase.ts';
import { startDraft } from '../../src/features/assessment/subject.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { features } from '../../src/features/index.ts';
import { decideShared } from '../../src/kernel/decideShared.ts';
import { findForms } from '../../src/kernel/forms.ts';
import type { Intent } from '../../src/kernel/intent.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { AnyCase } from '../../src/kernel/report/cases.ts';
import { covers } from '../../src/programme/area/areas.ts';
import type { FiscalYear, IntentId, PersonId } from '../../src/programme/ids.ts';
import { readReceipt } from '../../src/programme/report/receipt.ts';
import type { Contribution } from '../../src/programme/standing.ts';
import { nobodySends } from '../support/announcing.ts';
import { createPerform } from '../support/effects.ts';
import { centerNamed, chairOf, now, officerOf, year } from '../support/flowWorld.ts';

const center = centerNamed('ศจก.บ้านทุ่ง', 'นาดี');
const at = now;
const named = (person: Person, id: string, name: string): Person => ({ ...person, id: id as PersonId, name });
const orathai = named(officerOf('นาดี'), 'P1', 'อรทัย');
const wichai = named(officerOf('นาดี'), 'P2', 'วิชัย');
const chair = named(chairOf(center), 'P3', 'สมหญิง');
const farChair = named(chairOf(centerNamed('ศจก.ไกล', 'กบินทร์บุรี')), 'P4', 'ไกล');

const report: AssessmentReport = {
  ...{ points: {}, total: 26, level: 2, percent: 61.9, answers: {}, evidence: {} },
  plan: [{ indicator: 1, aim: 'ทำ', who: 'เรา', by: '2022-09-30' }],
};
const claim = (takeOver = false): Intent => ({ kind: 'claim', center: center.id, year, takeOver });
const submit = (draft: string): Intent => ({
  ...{ kind: 'submit', center: center.id, year, draft: draft as DraftId, report },
  corrections: [{ field: 'committeeSize', value: 9 }],
});

/** Shared records in memory that lose the first writes, as if somebody else had written. */
function records<R extends { readonly rev: number }>(idOf: (record: R) => string, answers: string[] = []) {
  const kept = new Map<string, R>();
  return {
    kept,
    read: async (id: string) => kept.get(id),
    write: async (record: R, expected: number) => {
      const answer = answers.shift();
      if (answer) return answer as 'lost';
      if ((kept.get(idOf(record))?.rev ?? 0) !== expected) return 'lost' as const;
      kept.set(idOf(record), record);
      return 'committed' as const;
    },
  };
}

let perform: Perform;
let people: Person[];
let contributions: unknown[];
let answers: string[];
let cases: ReturnType<typeof records<AnyCase>>;
let centers: ReturnType<typeof records<{ rev: number; center: typeof center }>>;
beforeEach(() => {
  people = [orathai, wichai, chair, farChair];
  contributions = [];
  answers = [];
  cases = records<AnyCase>(({ id }) => id, answers);
  centers = records(({ center }) => center.id);
  centers.kept.set(center.id, { center, rev: 1, outcomes: {}, confirmations: [] } as never);
  const store = {
    ...{
      cases: { of: () => cases },
      years: { list: async () => [] },
      centers,
      invites: records(() => ''),
      freezes: { read: async () => undefined },
      seats: records(() => ''),
    },
    standings: {
      contribute: async (_year: FiscalYear, all: readonly Contribution[]) =>
        void contributions.push(...all.map(({ rev, figures, row }) => [rev, row?.stage, figures])),
    },
    persons: {
      read: async (ids: readonly PersonId[]) =>
        people.filter(({ id }) => ids.includes(id)).map((person) => ({ person })),
      holding: async (roles: readonly string[], where: Parameters<typeof covers>[0]) =>
        people
          .filter(({ bindings }) =>
            bindings.some(({ role, scope }) => roles.includes(role) && covers(where, scope)),
          )
          .map(({ id }) => id),
    },
  } as unknown as Store;
  const entropy = (of: string) => createHash('sha256').update(of).digest();
  const line = { profile: async () => undefined };
  perform = createPerform({
    ...{ store, line, entropy, debtLimits: legalLimits },
    announcing: nobodySends(() => at),
  });
});

const does = (by: Person, id: string, intent: Intent) => perform({ id: id as IntentId, by, intent, at });

describe('submitting an assessment', () => {
  test('gives a receipt, corrects the registry, counts, and tells the chair of that center', async () => {
    await does(orathai, 'e1', claim());
    const { outcome, notices } = await does(orathai, 'e2', submit('e1'));
    if (outcome.of !== 'submit' || outcome.result.kind !== 'submitted') throw new Error('it is submitted');
    expect(readReceipt(outcome.result.receipt)).toBe(outcome.result.receipt);
    expect(centers.kept.get(center.id)?.center.committeeSize).toBe(9);
    expect(contributions).toEqual([
      [1, 'inProgress', {}],
      [2, 'waits', { assessed: 1, level2: 1, planLines: 1, planLinesDone: 0, planLinesUnderWay: 0 }],
    ]);
    expect(notices.map(({ to, notice }) => [to, notice.kind])).toEqual([['P3', 'assessmentSubmitted']]);
  });

  test('done again after a crash comes to the same', async () => {
    await does(orathai, 'e1', claim());
    const first = await does(orathai, 'e2', submit('e1'));
    expect(await does(orathai, 'e2', submit('e1'))).toEqual(first);
    expect(cases.kept.get(`${center.id}:center-assessment:2565`)?.revisions).toHaveLength(1);
    expect(contributions.at(-1)).toEqual(contributions.at(-2));
  });

  test('by two officers gives one receipt', async () => {
    const both = await Promise.all([
      does(orathai, 'e1', submit('a')),
      does(wichai, 'e2', { ...submit('b'), corrections: [] } as Intent),
    ]);
    const kinds = both.map(({ outcome }) => ('result' in outcome ? outcome.result.kind : ''));
    expect(kinds.toSorted()).toEqual(['alreadySubmitted', 'submitted']);
  });

  test('takes another receipt where the first is taken', async () => {
    const first = await does(orathai, 'e1', submit('a'));
    cases.kept.clear();
    answers.push('receiptTaken');
    const second = await does(orathai, 'e1', submit('a'));
    expect(second.outcome).not.toEqual(first.outcome);
    expect(second.outcome).toMatchObject({ result: { kind: 'submitted' } });
  });
});

describe('taking a center over', () => {
  test('brings the answers, and tells the one who gave them', async () => {
    await does(orathai, 'e1', claim());
    const draft = startDraft('e1' as DraftId, center, { year, version: 2565 }, undefined, now);
    people = [{ ...orathai, drafts: { [draft.id]: draft } }, wichai];
    const { outcome, notices } = await does(wichai, 'e2', claim(true));
    expect(outcome).toMatchObject({
      result: { kind: 'claimed', draft: 'e2' },
      answers: { facts: draft.facts, log: [] },
    });
    expect(notices).toEqual([
      { to: 'P1', notice: { kind: 'draftTakenOver', draft: 'e1', centerName: center.name, by: 'วิชัย' } },
    ]);
  });

  test('of somebody whose draft is gone begins anew', async () => {
    await does(orathai, 'e1', claim());
    people = [wichai];
    expect((await does(wichai, 'e2', claim(true))).outcome).not.toHaveProperty('answers');
  });
});

describe('a shared record', () => {
  test('decides again, against what it is then, for as long as it loses the race', async () => {
    const counters = records<{ rev: number; id: string }>(({ id }) => id, ['lost', 'lost']);
    let decisions = 0;
    const decided = await decideShared(counters, 'a', (present) => {
      decisions += 1;
      return { record: { id: 'a', rev: (present?.rev ?? 0) + 1 }, outcome: 'counted' };
    });
    expect([decided?.outcome, decisions, counters.kept.get('a')?.rev]).toEqual(['counted', 3, 1]);
  });

  test('that decides to stay as it is is not written', async () => {
    const counters = records<{ rev: number; id: string }>(({ id }) => id, ['lost']);
    counters.kept.set('a', { id: 'a', rev: 7 });
    const decided = await decideShared(
      counters,
      'a',
      (present) => present && { record: present, outcome: 'known' },
    );
    expect(decided).toEqual({ record: { id: 'a', rev: 7 }, outcome: 'known' });
    expect(
      await decideShared(counters, 'b', (present) => present && { record: present, outcome: 'known' }),
    ).toBeUndefined();
  });
});

describe('the programme years, as a turn sees them', () => {
  type Listed = Awaited<ReturnType<Store['years']['list']>>;
  const opened = (of: number, closed = false): Listed[number] => ({
    ...{ year: of as FiscalYear, openedAt: now, forms: {} },
    ...(closed ? { closedAt: now } : {}),
  });
  let clock = 0;
  const yearsOf = (all: () => Listed, present: number | undefined) =>
    createYears(
      {
        list: async () => all(),
        present: async () => present as FiscalYear | undefined,
      } as unknown as Store['years'],
      { now: () => now, monotonic: () => clock },
      findForms(features),
    );
  const isOpen = async (years: ReturnType<typeof yearsOf>) => {
    const { present, isOpen } = await years();
    return [present, ...[2564, 2565, 2566].filter((one) => isOpen(one as FiscalYear))];
  };

  test('are the fiscal year alone while none was ever opened', async () => {
    expect(await isOpen(yearsOf(() => [], 2565))).toEqual([2565, 2565]);
  });

  test('may be several, of which closed ones take no reports', async () => {
    const all = [opened(2564, true), opened(2565), opened(2566)];
    expect(await isOpen(yearsOf(() => all, 2566))).toEqual([2566, 2565, 2566]);
  });

  test('all closed leave the last one to be read', async () => {
    expect(await isOpen(yearsOf(() => [opened(2565, true)], undefined))).toEqual([2565]);
  });

  test('are asked for again after a second, and after a fault', async () => {
    let asked = 0;
    const years = yearsOf(() => {
      asked += 1;
      if (asked === 2) throw new Error('the database is away');
      return [];
    }, 2565);
    await years();
    await years();
    expect(asked).toBe(1);
    clock += 1001;
    await expect(years()).rejects.toThrow('away');
    await years();
    expect(asked).toBe(3);
  });
});
