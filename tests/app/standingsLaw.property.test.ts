import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { debtCases } from '../../src/features/household/cases.ts';
import type { HouseholdWork } from '../../src/features/household/intent.ts';
import type { Household } from '../../src/features/household/rules/household.ts';
import { type DebtReport, roundOf } from '../../src/features/household/rules/round.ts';
import type { RoundRow } from '../../src/features/household/rules/roundRow.ts';
import { debtFigures, debtProgress } from '../../src/features/household/standing.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import type { Intent } from '../../src/kernel/intent.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { FiscalYear, HouseholdId } from '../../src/programme/ids.ts';
import { unitId } from '../../src/programme/report/unit.ts';
import type { Contribution } from '../../src/programme/standing.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import { extent } from '../extent.ts';
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
  cases: { ...store.cases, of: (rules) => failing(store.cases.of(rules)) },
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
type Act = {
  readonly do:
    | 'join'
    | 'decline'
    | 'move'
    | 'moveAndReport'
    | 'close'
    | 'reopen'
    | 'correct'
    | 'settle'
    | 'anew'
    | 'report'
    | 'round1';
  readonly where: number;
  readonly who: number;
  readonly baht: readonly number[];
};

const baht = fc.integer({ min: 1, max: 90 }).map((thousands) => thousands * 1000);
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom(
    ...([
      'join',
      'join',
      'decline',
      'move',
      'moveAndReport',
      'close',
      'reopen',
      'correct',
      'settle',
    ] as const),
    ...(['anew', 'anew', 'anew', 'moveAndReport', 'report', 'report'] as const),
  ),
  where: fc.nat(2),
  who: fc.nat(9),
  baht: fc.array(baht, { maxLength: 3 }),
});
type Cut = { readonly act: Act; readonly after: number | null; readonly happens: boolean };
/** An act, and after which of its calls the power fails the first time, if it does. */
const cut: fc.Arbitrary<Cut> = fc.record({
  act,
  after: fc.option(fc.integer({ min: 1, max: 12 })),
  happens: fc.boolean(),
});
const uncut = (what: Act['do'], where: number): Cut => ({
  act: { do: what, where, who: 0, baht: [] },
  after: null,
  happens: false,
});
/** Two households are reported first, and one of them moves and is reported anew, so that what follows has something to befall. */
const beginning = [
  uncut('join', 0),
  uncut('round1', 0),
  uncut('join', 1),
  uncut('report', 1),
  uncut('moveAndReport', 2),
];
const history = fc.array(cut, { minLength: 10, maxLength: 17 }).map((acts) => [...beginning, ...acts]);

const reached = {
  cuts: 0,
  moved: 0,
  reports: 0,
  supplementary: 0,
  results: 0,
  withdrawn: 0,
  reportedTwice: 0,
};

test('standings are the fold of all reports, whatever was edited, moved, closed, cut off and told again', async () => {
  let run = 0;
  const law = fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (acts, random) => {
    run += 1;
    told.length = 0;
    const centers = [0, 1, 2].map((n) =>
      center(run * 10 + n, n === 2 ? { province: 'น่าน', district: 'ปัว' } : {}),
    );
    for (const each of centers) await office.store.centers.write(centerRecord(each), 0);
    const known: HouseholdId[] = [];
    for (const [place, { act, after, happens: does }] of acts.entries()) {
      let step = 0;
      for await (const intent of intentsOf(act, centers[act.where] ?? center(0), known))
        await surviving(intent, `run ${run} act ${place} ${step++}`, after, does, known);
    }
    await judge(centers);
    await retold(centers, run, random);
  });
  await fc.assert(law, { seed, numRuns: extent(4, 12), endOnFailure: true });
  expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(3);
});

/**
 * Performs what is cut off until it is done, and then once more, as a process does that does not know how far it
 * came.
 */
async function surviving(
  intent: Intent,
  id: string,
  after: number | null,
  does: boolean,
  known: HouseholdId[],
): Promise<void> {
  callsLeft = after ?? Number.POSITIVE_INFINITY;
  happens = does;
  const first = await office.perform(intent, id).catch((error: unknown) => {
    if (!(error instanceof PowerCut)) throw error;
    reached.cuts += 1;
  });
  callsLeft = Number.POSITIVE_INFINITY;
  const outcome = first ?? (await office.perform(intent, id));
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

/** What an act wants one after another, each read off the households as the one before left them. */
async function* intentsOf(act: Act, where: Center, known: readonly HouseholdId[]): AsyncGenerator<Intent> {
  const inCenter = { center: where.id, year };
  switch (act.do) {
    case 'join': {
      const particulars = {
        head: `นาย${'กขคงจฉชซ'.charAt(known.length % 8).repeat(5)}`,
        houseNo: `${known.length}`,
      };
      yield join({ ...particulars, contracts: [40_000, ...act.baht].map(contract) }, where);
      return;
    }
    case 'decline':
      yield { kind: 'joinHousehold', ...inCenter, consented: false };
      return;
    case 'round1':
      yield { kind: 'submitRound', ...inCenter, round: 1 };
      return;
    case 'report': {
      yield { kind: 'submitRound', ...inCenter, round: 1 };
      const households = await office.store.households.within([scopeOfCenter(where)]);
      for (const each of households) if (!each.work[year]?.result) yield* settling(each, act.baht);
      yield { kind: 'submitRound', ...inCenter, round: 2 };
      return;
    }
    default: {
      const id = known[act.who % Math.max(known.length, 1)];
      const household = id && (await office.store.households.read(id));
      if (household) yield* ofOne(act, household, where);
    }
  }
}

async function* ofOne(act: Act, household: Household, where: Center): AsyncGenerator<Intent> {
  const does = (work: HouseholdWork) => toDo(household, work);
  if (act.do === 'move' || act.do === 'moveAndReport') {
    const { place, id } = household;
    yield { kind: 'moveHousehold', center: place.center, year, household: id, to: where.id, otherThan: [] };
  }
  if (act.do === 'moveAndReport') yield { kind: 'submitRound', center: where.id, year, round: 1 };
  if (act.do === 'close') yield does({ kind: 'close', closing: { why: 'moved', on: today } });
  if (act.do === 'reopen') yield does({ kind: 'reopen', reason: 'กลับมาแล้ว' });
  if (act.do === 'correct') {
    const value = contract(act.baht[0] ?? 5000);
    yield does({ kind: 'change', based: 99, changes: [{ field: 'contract', no: 1, value }] });
  }
  if (act.do === 'anew') yield does({ kind: 'withdrawResult', reason: 'กรอกผิด' });
  if (act.do === 'settle' || act.do === 'anew') yield* settling(household, act.baht);
}

/** A plan, step 4 in a message about several, and a result. */
function* settling(household: Household, left: readonly number[]): Generator<Intent> {
  const { id, place } = household;
  yield toDo(household, planned);
  const lines = [{ no: place.no, household: id, work: managed }];
  yield { kind: 'batchHouseholds', center: place.center, year, lines };
  yield toDo(household, resulted(...left));
}

const toDo = ({ id: household, place }: Household, work: HouseholdWork): Intent => ({
  ...{ kind: 'workHousehold', center: place.center, year, household, work },
});

/** The row that tells the newest of each household, and in which center. */
function newestRows(reports: readonly DebtReport[]) {
  const newest = new Map<HouseholdId, { readonly center: string; readonly row: RoundRow }>();
  for (const { unit, revisions } of reports) {
    for (const row of revisions.at(-1)?.content.rows ?? []) {
      if ((newest.get(row.household)?.row.rev ?? 0) < row.rev)
        newest.set(row.household, { center: unitId(unit), row });
    }
  }
  return [...newest.values()];
}

/** In how many centers the newest reports name a household: where it is, and where it was reported before it moved. */
function centersNaming(household: HouseholdId, reports: readonly DebtReport[]): number {
  const naming = reports.filter(({ revisions }) =>
    revisions.at(-1)?.content.rows.some((row) => row.household === household),
  );
  return new Set(naming.map(({ unit }) => unitId(unit))).size;
}

/** Counts by hand, over the reports as they are stored. */
async function judge(centers: readonly Center[]): Promise<void> {
  expect(await office.store.standings.check(year)).toEqual([]);
  const reports = await debtCases(office.store).within(centers.map(scopeOfCenter), [year]);
  const joined = newestRows(reports);
  const results = newestRows(reports.filter((report) => roundOf(report) === 2));
  reached.reportedTwice += joined.filter(({ row }) => centersNaming(row.household, reports) > 1).length;
  const sum = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((so, n) => so + (n ?? 0), 0);
  for (const where of centers) {
    const [found] = await office.store.standings.of([scopeOfCenter(where)], year);
    const here = results.flatMap(({ center, row }) =>
      center === where.id && row.result ? [row.result] : [],
    );
    const round = (no: number) =>
      reports.find((each) => unitId(each.unit) === where.id && roundOf(each) === no);
    expect(debtFigures(found?.figures ?? {})).toMatchObject({
      joined: joined.filter(({ center }) => center === where.id).length,
      declined: round(1)?.revisions.at(-1)?.content.declined ?? 0,
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
    expect(debtProgress(found?.figures ?? {}).inWork).toBe(present.filter(({ closed }) => !closed).length);
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
  expect(whole?.figures.joined).toBe(
    provinces.reduce((so, { figures }) => so + debtFigures(figures).joined, 0),
  );
}
