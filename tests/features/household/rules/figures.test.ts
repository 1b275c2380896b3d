import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contribution,
  contributionsOf,
  type DebtFigures,
  noFigures,
  progressOf,
  sumFigures,
  sumProgress,
} from '../../../../src/features/household/rules/figures.ts';
import { type DebtReport, roundOf } from '../../../../src/features/household/rules/round.ts';
import type { RowDetails } from '../../../../src/features/household/rules/roundRow.ts';
import { unitId } from '../../../../src/programme/report/unit.ts';
import { extent } from '../../../extent.ts';
import { seed } from '../../../seed.ts';
import { histories, type Played, play } from './histories.ts';
import {
  after,
  centers,
  contract,
  emptyReport,
  here,
  joined,
  managed,
  move,
  result,
  step,
  submit,
  there,
  today,
  year,
} from './world.ts';

/** Takes contributions over as they come: the higher rev of a source stands, in each center by itself. */
function fold(
  contributions: readonly Contribution[],
  isNewer = (rev: number, stands: number) => rev > stands,
) {
  const standing = new Map<string, Contribution>();
  for (const one of contributions) {
    const key = `${one.place.center} ${one.source}`;
    const stands = standing.get(key);
    if (!stands || isNewer(one.rev, stands.rev)) standing.set(key, one);
  }
  return Object.fromEntries(
    centers.map(({ center }) => {
      const here = [...standing.values()].filter(({ place }) => place.center === center);
      return [center, sumFigures(here.flatMap(({ part }) => (part ? [part] : [])))];
    }),
  );
}

/** The same figures from the reports themselves: who named a household last, and what its contracts were then. */
function recount({ reports, households }: Played): { readonly [center: string]: DebtFigures } {
  const all = [...reports.values()].flatMap((report) =>
    report.revisions.map((revision) => ({ report, revision })),
  );
  const naming = all.flatMap(({ report, revision }) =>
    revision.content.rows
      .filter(({ moved }) => !moved)
      .map((row) => ({
        row,
        center: unitId(report.unit),
        round: roundOf(report),
        details: revision.content.details[row.household],
      })),
  );
  const newest = (some: typeof naming) =>
    some.reduce((best, one) => (one.row.rev >= best.row.rev ? one : best));
  const parts: { center: string; part: Partial<DebtFigures> }[] = [];
  for (const id of households.keys()) {
    const named = naming.filter(({ row }) => row.household === id);
    if (named.length > 0) parts.push({ center: newest(named).center, part: { joined: 1 } });
    const told = named.filter(({ round }) => round === 2);
    if (told.length > 0)
      parts.push({ center: newest(told).center, part: byDefinition(newest(told).details) });
  }
  for (const report of reports.values()) {
    const last = report.revisions.at(-1)?.content;
    if (!last) continue;
    const center = unitId(report.unit);
    const flags = last.flags.flatMap(({ nos }) => nos).length;
    parts.push({
      center,
      part: roundOf(report) === 1 ? { round1: 1, flags, declined: last.declined } : { round2: 1, flags },
    });
  }
  return Object.fromEntries(
    centers.map(({ center }) => [
      center,
      sumFigures(parts.filter((one) => one.center === center).map(({ part }) => part)),
    ]),
  );
}

function byDefinition(details: RowDetails | undefined): Partial<DebtFigures> {
  if (!details?.after) return {};
  const owed = (contracts: RowDetails['before']) =>
    contracts.map((one) => one.outstandingSatang).filter((each) => each > 0);
  const [then, now] = [owed(details.before), owed(details.after)];
  const total = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0);
  const isCleared = now.length === 0;
  const isReduced = !isCleared && total(now) < total(then);
  const isFewerAlone = !isCleared && total(now) === total(then) && now.length < then.length;
  const isRestructured = (details.methods ?? []).length > 0 || isFewerAlone;
  return {
    withResult: 1,
    cleared: isCleared ? 1 : 0,
    reduced: isReduced ? 1 : 0,
    restructured: isRestructured ? 1 : 0,
    restructuredAndReduced: isRestructured && (isCleared || isReduced) ? 1 : 0,
    notYet: isCleared || isReduced || isRestructured ? 0 : 1,
    contractsBefore: then.length,
    contractsAfter: now.length,
    debtBefore: total(then),
    debtAfter: total(now),
    debtReduced: total(now) < total(then) ? total(then) - total(now) : 0,
    debtGrown: total(now) > total(then) ? total(now) - total(then) : 0,
  };
}

/** Puts contributions into another order, some of them twice. */
function replayed(contributions: readonly Contribution[], dice: readonly number[]): readonly Contribution[] {
  const die = (n: number) => dice[n % dice.length] ?? 0;
  const twice = contributions.flatMap((one, n) => (die(n) % 3 === 0 ? [one, one] : [one]));
  return twice
    .map((one, n) => ({ one, key: (die(n) * 7919 + n * 104_729) % 10_007 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

const dice = fc.array(fc.nat({ max: 10_000 }), { minLength: 7, maxLength: 13 });
type Fold = typeof fold;

/** Whether the standings are the fold of all reports, in whatever order their contributions come. */
const lawOfStandings = (foldAll: Fold, onRun: (played: Played) => void) =>
  fc.property(histories, dice, (events, thrown) => {
    const played = play(events);
    onRun(played);
    expect(foldAll(replayed(played.contributions, thrown))).toEqual(recount(played));
  });

const total = (figures: { readonly [center: string]: DebtFigures }) => sumFigures(Object.values(figures));

describe('the standings, whatever happened and in whatever order it came', () => {
  test('equal the fold of all reports', () => {
    const reached: Record<string, number> = {};
    const law = lawOfStandings(fold, (played) => {
      for (const [what, times] of Object.entries(played.reached))
        reached[what] = (reached[what] ?? 0) + times;
    });
    fc.assert(law, { seed, numRuns: extent(50, 120) });
    const interesting = [
      'moved',
      'closed',
      'reopened',
      'resultStated',
      'resultWithdrawn',
      'changed',
      'handed over',
      'stale',
      'round 1 again',
      'round 2 again',
      'round 1 nothingNew',
      'round 2 resultsMissing',
      'round 2 roundOneFirst',
      'round 1 of one that moved',
      'round 2 of one that moved',
    ];
    for (const what of interesting) expect(reached[what] ?? 0, what).toBeGreaterThan(extent(3, 10));
  });

  test('can be made anew out of the reports alone', () => {
    fc.assert(
      fc.property(histories, dice, (events, thrown) => {
        const played = play(events);
        const anew = [...played.reports.values()].flatMap(contributionsOf);
        expect(fold(replayed(anew, thrown))).toEqual(recount(played));
      }),
      { seed, numRuns: extent(50, 100) },
    );
  });

  test('count a household once, and divide those with a result as the definitions say', () => {
    let results = 0;
    fc.assert(
      fc.property(histories, (events) => {
        const played = play(events);
        const figures = total(fold(played.contributions));
        const named = new Set(rowsIn(played.reports.values()).map(({ household }) => household));
        expect(figures.joined).toBe(named.size);
        expect(figures.withResult).toBeLessThanOrEqual(figures.joined);
        expect(figures.cleared + figures.reduced).toBeLessThanOrEqual(figures.withResult);
        expect(
          figures.notYet + Math.max(figures.cleared + figures.reduced, figures.restructured),
        ).toBeLessThanOrEqual(figures.withResult);
        expect(
          figures.notYet + figures.cleared + figures.reduced + figures.restructured,
        ).toBeGreaterThanOrEqual(figures.withResult);
        expect(figures.debtBefore - figures.debtAfter).toBe(figures.debtReduced - figures.debtGrown);
        results += figures.withResult;
      }),
      { seed, numRuns: extent(50, 120) },
    );
    expect(results).toBeGreaterThan(extent(40, 100));
  });

  test.each<[string, Fold]>([
    ['the one that came last stood', (all) => fold(all, () => true)],
    ['the one that came first stood', (all) => fold(all, () => false)],
    ['tombstones were left out', (all) => fold(all.filter(({ part }) => part))],
  ])('would be found wrong if %s', (_what, mutant) => {
    expect(
      fc.check(
        lawOfStandings(mutant, () => {}),
        { seed, numRuns: extent(50, 120) },
      ).failed,
    ).toBe(true);
  });
});

const rowsIn = (reports: Iterable<DebtReport>) =>
  [...reports].flatMap(({ revisions }) => revisions.flatMap(({ content }) => content.rows));

describe('a household that moves between the two rounds', () => {
  const household = managed();
  const first = submit(emptyReport(1), [household]).record;
  const joinings = first.revisions.flatMap(({ content }) => content.rows);
  const moved = after(household, move(there, 4), result([contract(30_000)]));
  const second = submit(emptyReport(2, there), [moved], { joinings }).record;
  const at = (contributions: readonly Contribution[]) => {
    const figures = fold(contributions);
    return [figures[here.center], figures[there.center]].map((each) => [each?.joined, each?.withResult]);
  };

  test('counts in its old center until the new one names it, and then there alone', () => {
    expect(at(contributionsOf(first))).toEqual([
      [1, 0],
      [0, 0],
    ]);
    const both = [first, second].flatMap(contributionsOf);
    expect(at(both)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(at(both.toReversed())).toEqual(at(both));
  });

  test('is not lost when its old center reports again before the new one does', () => {
    const late = joined({ head: 'นายสาย' }, 2);
    const again = submit(first, [moved, late]).record;
    expect(at(contributionsOf(again))[0]).toEqual([2, 0]);
    expect(at([second, again].flatMap(contributionsOf))).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});

describe('figures', () => {
  test('of no report are none', () => {
    expect(contributionsOf(emptyReport(1))).toEqual([]);
    expect(sumFigures([])).toEqual(noFigures);
  });

  test('of what is in progress follow a household wherever it is', () => {
    const household = after(managed(), move(there, 4), step(3));
    const [left, present] = progressOf(household, year);
    expect(left).toEqual({ place: here, source: household.id, rev: household.rev });
    expect(present?.part).toEqual({
      ...{ inWork: 1, plansInWork: 1, resultsInWork: 0, reducedOrClearedInWork: 0, flagsInWork: 2 },
    });
    const reduced = after(household, result([contract(40_000)]));
    expect(progressOf(reduced, year).at(-1)?.part).toMatchObject({
      resultsInWork: 1,
      reducedOrClearedInWork: 1,
    });
    const closed = after(household, { kind: 'close', closing: { why: 'died', on: today } });
    expect(sumProgress(progressOf(closed, year).map(({ part }) => part ?? {}))).toMatchObject({
      inWork: 0,
    });
  });
});
