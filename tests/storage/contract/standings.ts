import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessmentCases } from '../../../src/features/assessment/cases.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { unitId } from '../../../src/programme/report/unit.ts';
import type { AreaStanding, Figures } from '../../../src/programme/standing.ts';
import type { OpenStore } from '../../../src/storage/index.ts';
import { seed } from '../../seed.ts';
import {
  at,
  center,
  centerRecord,
  district,
  nation,
  province,
  reportCase,
  revision,
  scopeOf,
  year,
} from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const part = (level: 1 | 2 | 3, planLines = 1): Figures => ({ assessed: 1, [`level${level}`]: 1, planLines });

/** Figures that are not 0. */
const some = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== 0));

export function standingsContract(open: OpenWorld<OpenStore>): void {
  let world: World<OpenStore>;
  let store: OpenStore;
  beforeAll(async () => {
    world = await open();
    store = world.store('a');
  });
  afterAll(() => world.close());

  const figuresOf = async (n: number, of: FiscalYear = year) => {
    const [found] = await store.standings.of([scopeOf(center(n))], of);
    return some(found?.figures ?? {});
  };
  const contribute = (n: number, of: FiscalYear, source: string, rev: number, figures: Figures) => {
    const { id, province, district } = center(n);
    const unit = { kind: 'center', center: id, province, district } as const;
    return store.standings.contribute(of, [{ unit, source, rev, figures }]);
  };
  const register = async (...numbers: readonly number[]) => {
    for (const n of numbers) await store.centers.write(centerRecord(center(n)), 0);
  };

  describe('the standing of a center', () => {
    test('is the same whatever contributions come twice, late or out of order', async () => {
      type Told = { readonly source: string; readonly rev: number; readonly part: Figures };
      const told: fc.Arbitrary<Told> = fc.record({
        source: fc.constantFrom('C1:center-assessment:2565', 'C1:forum.x:2565', '$odd', '100%'),
        rev: fc.integer({ min: 1, max: 6 }),
        part: fc
          .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), fc.nat(5))
          .map(([level, planLines]) => part(level, planLines)),
      });
      // A source says one thing at one rev.
      const said = fc.uniqueArray(told, {
        minLength: 1,
        maxLength: 10,
        selector: (t) => `${t.source} ${t.rev}`,
      });
      const arrivals = said.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 2 }),
          fc.boolean(),
        ),
      );
      const reached = { late: 0, repeated: 0, several: 0 };
      let n = 1000;
      const run = fc.asyncProperty(arrivals, async ([, coming, atOnce]) => {
        n += 1;
        const where = center(n);
        await store.centers.write(centerRecord(where), 0);
        const tell = ({ source, rev, part }: Told) => contribute(n, year, source, rev, part);
        if (atOnce) await Promise.all(coming.map(tell));
        else for (const each of coming) await tell(each);
        const standing = new Map<string, Told>();
        for (const each of coming) {
          const known = standing.get(each.source);
          if (known && known.rev > each.rev) reached.late += 1;
          if (known && known.rev === each.rev) reached.repeated += 1;
          if (!known || known.rev < each.rev) standing.set(each.source, each);
        }
        if (standing.size > 1) reached.several += 1;
        const parts = [...standing.values()].map(({ part }) => part);
        const sum = (name: string) => parts.reduce((so, figures) => so + (figures[name] ?? 0), 0);
        const names = ['assessed', 'level1', 'level2', 'level3', 'planLines'];
        expect(await figuresOf(n)).toEqual(some(Object.fromEntries(names.map((name) => [name, sum(name)]))));
      });
      await fc.assert(run, { seed, numRuns: 60 });
      expect(Math.min(...Object.values(reached))).toBeGreaterThan(20);
    });

    test('is kept apart by year', async () => {
      await register(1);
      await contribute(1, year, 'a', 1, part(3));
      expect(await figuresOf(1)).toMatchObject({ assessed: 1 });
      expect(await figuresOf(1, (year + 1) as FiscalYear)).toEqual({});
    });
  });

  describe('a summary', () => {
    const places = [
      { province: 'น่าน', district: 'ปัว' },
      { province: 'น่าน', district: 'ปัว' },
      { province: 'น่าน', district: 'เวียงสา' },
      // A district of the same name in another province.
      { province: 'แพร่', district: 'ปัว' },
    ];
    const centers = places.map((place, n) => center(500 + n, place));
    beforeAll(async () => {
      for (const each of centers) await store.centers.write(centerRecord(each), 0);
      for (const [n, level] of [
        [0, 3],
        [2, 1],
        [3, 2],
      ] as const) {
        const where = centers[n];
        const { id, province, district } = where ?? center(500 + n);
        const unit = { kind: 'center', center: id, province, district } as const;
        await store.standings.contribute(year, [{ unit, source: 's', rev: 1, figures: part(level, n) }]);
      }
    });
    const inBrief = (all: readonly AreaStanding[]) =>
      all.map(
        ({
          scope,
          centers,
          figures: { assessed = 0, level1 = 0, level2 = 0, level3 = 0, planLines = 0 },
        }) => [
          'center' in scope
            ? scope.center
            : 'district' in scope
              ? scope.district
              : 'province' in scope
                ? scope.province
                : '',
          `${assessed}/${centers.length}`,
          `${level1} ${level2} ${level3}`,
          planLines,
        ],
      );

    test('of a district shows its centers, also those that are not assessed', async () => {
      expect(inBrief(await store.standings.of([district('ปัว', 'น่าน')], year))).toEqual([
        ['ปัว', '1/2', '0 0 1', 0],
        ['C000500', '1/1', '0 0 1', 0],
        ['C000501', '0/1', '0 0 0', 0],
      ]);
    });

    test('of a province shows its districts', async () => {
      expect(inBrief(await store.standings.of([province('น่าน')], year))).toEqual([
        ['น่าน', '2/3', '1 0 1', 2],
        ['ปัว', '1/2', '0 0 1', 0],
        ['เวียงสา', '1/1', '1 0 0', 2],
      ]);
    });

    test('of the nation shows its provinces, and is their sum', async () => {
      const [whole, ...provinces] = await store.standings.of([nation], year);
      expect(inBrief(provinces)).toContainEqual(['น่าน', '2/3', '1 0 1', 2]);
      expect(inBrief(provinces)).toContainEqual(['แพร่', '1/1', '0 1 0', 3]);
      expect(whole?.centers).toHaveLength(provinces.reduce((sum, { centers }) => sum + centers.length, 0));
      expect(whole?.figures.assessed).toBe(
        provinces.reduce((sum, { figures }) => sum + (figures.assessed ?? 0), 0),
      );
    });

    test('of several areas names no area twice, and of none nothing', async () => {
      const several = [district('ปัว', 'น่าน'), province('น่าน'), province('เลย')];
      expect(inBrief(await store.standings.of(several, year)).map(([name]) => name)).toEqual([
        'ปัว',
        'C000500',
        'C000501',
        'น่าน',
        'เวียงสา',
        'เลย',
      ]);
      expect(await store.standings.of([], year)).toEqual([]);
    });
  });

  describe('the standing of another unit', () => {
    const moo = (moo: number, tambon = 'ศิลาแลง') =>
      ({ kind: 'village', province: 'น่าน', district: 'ปัว', tambon, moo }) as const;
    const units = [
      moo(1),
      moo(2),
      moo(1, 'ปัว'),
      { kind: 'tambon', province: 'น่าน', district: 'ปัว', tambon: 'ปัว' } as const,
      { kind: 'district', province: 'น่าน', district: 'ปัว' } as const,
      { kind: 'province', province: 'น่าน' } as const,
    ];
    const other = (year + 7) as FiscalYear;
    const row = (stage: 'waits' | 'done') =>
      ({
        kind: 'ponds',
        period: { year: other, part: 2 },
        stage,
        since: at,
        revision: 1,
        firstAt: at,
      }) as const;
    beforeAll(async () => {
      for (const unit of units)
        await store.standings.contribute(other, [
          { unit, source: 'case', rev: 2, figures: { ponds: 3 }, row: row('waits') },
          { unit, source: 'case', rev: 1, figures: { ponds: 9 }, row: row('done') },
          { unit, source: 'beside', rev: 1, figures: { rice: 1 } },
        ]);
    });

    test('is apart from those of its neighbours, with how its cases stand', async () => {
      const found = await store.standings.within([district('ปัว', 'น่าน')], other);
      expect(found.map(({ unit }) => unitId(unit)).sort()).toEqual(units.slice(0, 5).map(unitId).sort());
      for (const { figures, rows } of found) {
        expect(some(figures)).toEqual({ ponds: 3, rice: 1 });
        expect(rows).toEqual([row('waits')]);
      }
    });

    test('counts in the areas that it lies in', async () => {
      const [whole, below] = await store.standings.of([province('น่าน')], other);
      expect(whole?.figures).toMatchObject({ ponds: 18, rice: 6 });
      expect(below?.figures).toMatchObject({ ponds: 15, rice: 5 });
    });

    test('takes no figure that nobody declared', async () => {
      const [unit] = units;
      if (!unit) return expect.unreachable();
      const undeclared = store.standings.contribute(other, [
        { unit, source: 'x', rev: 1, figures: { typo: 1 } },
      ]);
      await expect(undeclared).rejects.toThrow('no feature declares the figure typo');
    });
  });

  describe('standings of a year', () => {
    const past = (year - 1) as FiscalYear;
    const assessed = (n: number, level: 1 | 2 | 3, rev: number) =>
      reportCase(center(n), { rev, revisions: [revision(`X${n}`, level)] }, past);

    test('are made anew out of the cases, and equal them then', async () => {
      await register(601, 602, 603);
      for (const each of [assessed(601, 2, 3), assessed(602, 3, 2)])
        await assessmentCases(store).write(each, 0);
      // One is missing, one is wrong, and one has no case.
      await contribute(601, past, assessed(601, 2, 3).id, 9, part(1, 7));
      await contribute(603, past, 'gone', 4, part(1));
      expect((await store.standings.check(past)).map(({ unit }) => unitId(unit)).sort()).toEqual([
        center(601).id,
        center(602).id,
        center(603).id,
      ]);
      expect(await store.standings.rebuild(past)).toEqual({ units: 3 });
      expect(await store.standings.check(past)).toEqual([]);
      expect(await figuresOf(601, past)).toEqual(part(2));
      expect(await figuresOf(602, past)).toEqual(part(3));
      expect(await figuresOf(603, past)).toEqual({});

      // What a rebuild took away does not come back when it is told once more.
      await contribute(603, past, 'gone', 4, part(1));
      expect(await figuresOf(603, past)).toEqual({});
      await contribute(603, past, 'gone', 5, part(1));
      expect(await figuresOf(603, past)).toMatchObject({ assessed: 1 });
    });
  });
}
