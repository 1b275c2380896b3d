import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Center } from '../../src/domain/center.ts';
import type { DebtReport } from '../../src/domain/household/round.ts';
import type { RoundRow } from '../../src/domain/household/roundRow.ts';
import type { FiscalYear, HouseholdId } from '../../src/domain/ids.ts';
import type { Contribution } from '../../src/domain/standing.ts';
import type { HouseholdWork, Intent } from '../../src/flows/intent.ts';
import { scopeOfCenter } from '../../src/flows/scopeOfCenter.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import { seed } from '../seed.ts';
import { center, centerRecord, nation } from '../storage/contract/samples.ts';
import {
  contract,
  type HouseholdOffice,
  join,
  managed,
  openHouseholdOffice,
  planned,
  resulted,
  today,
  year,
} from './householdOffice.ts';

/** The power fails when so many more calls were made; what the last of them did may have happened or not. */
let callsLeft = Number.POSITIVE_INFINITY;
let happens = false;
class PowerCut extends Error {}
const told: Contribution[] = [];

function failing<T extends object>(part: T): T {
  return new Proxy(part, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]) => {
        callsLeft -= 1;
        if (callsLeft === 0 && !happens) throw new PowerCut();
        const result = await Reflect.apply(method, target, args);
        if (callsLeft === 0) throw new PowerCut();
        return result;
      };
    },
  });
}

const wrapped = (store: OpenStore): OpenStore => ({
  ...store,
  households: failing(store.households),
  books: failing(store.books),
  debtReports: failing(store.debtReports),
  standings: failing({
    ...store.standings,
    contribute: async (of, contributions) => {
      if (of === year) told.push(...contributions);
      await store.standings.contribute(of, contributions);
    },
  }),
});

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice(wrapped);
});
afterAll(() => office.close());

/** What officers do, in terms of the how-manieth center and household. */
type Act = { readonly where: number; readonly who: number } & (
  | { readonly do: 'join'; readonly baht: readonly number[] }
  | { readonly do: 'decline' | 'work' | 'move' | 'close' | 'reopen' | 'withdraw' | 'batch' }
  | { readonly do: 'correct'; readonly baht: number }
  | { readonly do: 'result'; readonly baht: readonly number[] }
  | { readonly do: 'submit'; readonly round: 1 | 2 }
);

const at = { where: fc.nat(2), who: fc.nat(5) };
const baht = fc.integer({ min: 1, max: 90 }).map((thousands) => thousands * 1000);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...at,
      do: fc.constant('join' as const),
      baht: fc.array(baht, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ ...at, do: fc.constantFrom('work' as const, 'batch' as const) }) },
  { weight: 3, arbitrary: fc.record({ ...at, do: fc.constant('move' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...at,
      do: fc.constantFrom('decline' as const, 'close' as const, 'reopen' as const, 'withdraw' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...at, do: fc.constant('correct' as const), baht }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...at,
      do: fc.constant('result' as const),
      baht: fc.array(baht, { maxLength: 2 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...at,
      do: fc.constant('submit' as const),
      round: fc.constantFrom(1 as const, 2 as const),
    }),
  },
);
/** An act, and after which of its calls the power fails the first time, if it does. */
const cut = fc.record({ act, after: fc.option(fc.integer({ min: 1, max: 12 })), happens: fc.boolean() });

const reached = { cuts: 0, moved: 0, reports: 0, supplementary: 0, results: 0, withdrawn: 0 };

test('standings are the fold of all reports, whatever was edited, moved, closed, cut off and told again', async () => {
  let run = 0;
  const law = fc.asyncProperty(
    fc.array(cut, { minLength: 12, maxLength: 30 }),
    fc.infiniteStream(fc.nat()),
    async (acts, random) => {
      run += 1;
      told.length = 0;
      const centers = [0, 1, 2].map((n) =>
        center(run * 10 + n, n === 2 ? { province: 'น่าน', district: 'ปัว' } : {}),
      );
      for (const each of centers) await office.store.centers.write(centerRecord(each), 0);
      const known: HouseholdId[] = [];
      for (const [place, { act, after, happens: does }] of acts.entries()) {
        const intent = await toIntent(act, centers, known);
        if (intent) await surviving(intent, `run ${run} act ${place}`, after, does, known);
      }
      await judge(centers);
      await retold(centers, run, random);
    },
  );
  await fc.assert(law, { seed, numRuns: 10, endOnFailure: true });
  expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(4);
}, 120_000);

/** Performs what is cut off once more, and then again, as a process does that does not know how far it came. */
async function surviving(
  intent: Intent,
  id: string,
  after: number | null,
  does: boolean,
  known: HouseholdId[],
): Promise<void> {
  callsLeft = after ?? Number.POSITIVE_INFINITY;
  happens = does;
  await office.perform(intent, id).catch((error: unknown) => {
    if (!(error instanceof PowerCut)) throw error;
    reached.cuts += 1;
  });
  callsLeft = Number.POSITIVE_INFINITY;
  const outcome = await office.perform(intent, id);
  expect(await office.perform(intent, id)).toEqual(outcome);
  if (outcome.of === 'joinHousehold' && outcome.result.kind === 'joined')
    known.push(outcome.result.household);
  if (outcome.of === 'moveHousehold' && outcome.result.kind === 'moved') reached.moved += 1;
  if (outcome.of === 'workHousehold' && outcome.result.kind === 'resultWithdrawn') reached.withdrawn += 1;
  if (outcome.of !== 'submitRound' || outcome.result.kind !== 'submitted') return;
  reached.reports += 1;
  if (outcome.result.revision > 1) reached.supplementary += 1;
  if (outcome.round === 2) reached.results += 1;
}

async function toIntent(
  act: Act,
  centers: readonly Center[],
  known: readonly HouseholdId[],
): Promise<Intent | undefined> {
  const where = centers[act.where] ?? center(0);
  const inCenter = { center: where.id, year };
  switch (act.do) {
    case 'join': {
      const particulars = {
        head: `นาย${'กขคงจฉชซ'.charAt(known.length % 8).repeat(5)}`,
        houseNo: `${known.length}`,
      };
      return join({ ...particulars, contracts: act.baht.map(contract) }, where);
    }
    case 'decline':
      return { kind: 'joinHousehold', ...inCenter, consented: false };
    case 'submit':
      return { kind: 'submitRound', ...inCenter, round: act.round };
    default:
      break;
  }
  const household = known[act.who];
  const present = household && (await office.store.households.read(household));
  if (!household || !present) return undefined;
  const its = { center: present.place.center, year };
  if (act.do === 'move') return { kind: 'moveHousehold', ...its, household, to: where.id, otherThan: [] };
  if (act.do === 'batch') {
    const lines = [{ no: present.place.no, household, work: present.work[year]?.plan ? managed : planned }];
    return { kind: 'batchHouseholds', ...its, lines };
  }
  return {
    kind: 'workHousehold',
    ...its,
    household,
    work: workOf(act, present.work[year]?.plan !== undefined),
  };
}

function workOf(act: Act, hasPlan: boolean): HouseholdWork {
  switch (act.do) {
    case 'correct':
      return {
        kind: 'change',
        based: 99,
        changes: [{ field: 'contract', no: 1, value: contract(act.baht) }],
      };
    case 'result':
      return resulted(...act.baht);
    case 'close':
      return { kind: 'close', closing: { why: 'moved', on: today } };
    case 'reopen':
      return { kind: 'reopen', reason: 'กลับมาแล้ว' };
    case 'withdraw':
      return { kind: 'withdrawResult', reason: 'กรอกผิด' };
    default:
      return hasPlan ? managed : planned;
  }
}

/** The row that tells the newest of each household, and in which center. */
function newestRows(reports: readonly DebtReport[]) {
  const newest = new Map<HouseholdId, { readonly center: string; readonly row: RoundRow }>();
  for (const { center, revisions } of reports) {
    for (const row of revisions.at(-1)?.rows ?? []) {
      if ((newest.get(row.household)?.row.rev ?? 0) < row.rev) newest.set(row.household, { center, row });
    }
  }
  return [...newest.values()];
}

/** Counts by hand, over the reports as they are stored. */
async function judge(centers: readonly Center[]): Promise<void> {
  expect(await office.store.standings.check(year)).toEqual([]);
  const reports = await office.store.debtReports.within(centers.map(scopeOfCenter), [year]);
  const joined = newestRows(reports);
  const results = newestRows(reports.filter(({ round }) => round === 2));
  const sum = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((so, n) => so + (n ?? 0), 0);
  for (const where of centers) {
    const [found] = await office.store.standings.of([scopeOfCenter(where)], year);
    const here = results.flatMap(({ center, row }) =>
      center === where.id && row.result ? [row.result] : [],
    );
    const round = (no: number) => reports.find((each) => each.center === where.id && each.round === no);
    expect(found?.debt).toMatchObject({
      joined: joined.filter(({ center }) => center === where.id).length,
      declined: round(1)?.revisions.at(-1)?.declined ?? 0,
      withResult: here.length,
      cleared: here.filter(({ afterSatang }) => afterSatang === 0).length,
      debtBefore: sum(here.map(({ beforeSatang }) => beforeSatang)),
      debtAfter: sum(here.map(({ afterSatang }) => afterSatang)),
      debtReduced: sum(here.map((each) => Math.max(0, each.beforeSatang - each.afterSatang))),
      debtGrown: sum(here.map((each) => Math.max(0, each.afterSatang - each.beforeSatang))),
      round1: round(1)?.revisions.length ? 1 : 0,
      round2: round(2)?.revisions.length ? 1 : 0,
    });
    const present = await office.store.households.within([scopeOfCenter(where)]);
    expect(found?.progress.households).toBe(present.filter(({ closed }) => !closed).length);
  }
}

/** All that was told of the standings, in another order and some of it twice, ends in the same figures. */
async function retold(centers: readonly Center[], run: number, random: Iterable<number>): Promise<void> {
  const other = (2700 + run) as FiscalYear;
  const keys = random[Symbol.iterator]();
  const shuffled = [...told, ...told]
    .map((contribution) => ({ contribution, key: keys.next().value % 997 }))
    .sort((a, b) => a.key - b.key)
    .map(({ contribution }) => contribution)
    .slice(0, 400);
  const all = new Set(shuffled);
  await office.store.standings.contribute(other, [...shuffled, ...told.filter((each) => !all.has(each))]);
  const figures = async (of: FiscalYear) => await office.store.standings.of(centers.map(scopeOfCenter), of);
  expect(await figures(other)).toEqual(await figures(year));
  const [whole, ...provinces] = await office.store.standings.of([nation], other);
  expect(whole?.debt.joined).toBe(provinces.reduce((so, { debt }) => so + debt.joined, 0));
}
