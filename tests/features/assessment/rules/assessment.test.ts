import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centerAssessment2565 } from '../../../../src/features/assessment/forms/centerAssessment2565.ts';
import {
  highestTotal,
  indicatorsOf,
  levelOf,
  type Points,
  type PointsGiven,
  scoreOf as scoreIn,
  type WayUp,
  shortestWayUp as wayUpIn,
} from '../../../../src/features/assessment/rules/assessment.ts';
import { seed } from '../../../seed.ts';

const { scoring } = centerAssessment2565;
const { aspects } = scoring;
const indicators = indicatorsOf(scoring);
const scoreOf = (points: PointsGiven) => scoreIn(scoring, points);
const shortestWayUp = (points: PointsGiven) => wayUpIn(scoring, points);

const anyPoints: fc.Arbitrary<PointsGiven> = fc
  .array(fc.constantFrom<Points>(1, 2, 3), { minLength: 14, maxLength: 14 })
  .map((all) => Object.fromEntries(indicators.map((n, place) => [n, all[place] ?? 1])));

/** Points that add up to a total: as many threes, then twos, as it takes. */
function pointsOf(total: number): PointsGiven {
  let extra = total - indicators.length;
  return Object.fromEntries(
    indicators.map((n) => {
      const more = Math.min(Math.max(extra, 0), 2);
      extra -= more;
      return [n, (1 + more) as Points];
    }),
  );
}

describe('the level', () => {
  it('is 1 to 25 points, 2 from 26 to 33, 3 from 34', () => {
    const levels = [14, 25, 26, 33, 34, 42].map((total) => scoreOf(pointsOf(total))?.level);
    expect(levels).toEqual([1, 1, 2, 2, 3, 3]);
    expect([25, 26, 33, 34].map((total) => levelOf(scoring, total))).toEqual([1, 2, 2, 3]);
  });

  it('comes with the percent of 42 points, to one decimal', () => {
    const percents = [14, 25, 26, 33, 34, 42].map((total) => scoreOf(pointsOf(total))?.percent);
    expect(percents).toEqual([33.3, 59.5, 61.9, 78.6, 81, 100]);
    for (let total = 14; total <= highestTotal(scoring); total += 1) {
      const percent = scoreOf(pointsOf(total))?.percent ?? 0;
      expect(percent * 10).toBeCloseTo(Math.round(percent * 10));
      expect(Math.abs(percent - (total / 42) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });

  it('does not exist while an indicator is unanswered', () => {
    for (const n of indicators) {
      const { [n]: _missing, ...others } = pointsOf(42);
      expect(scoreOf(others)).toBeUndefined();
      expect(shortestWayUp(others)).toBeUndefined();
    }
    expect(scoreOf({})).toBeUndefined();
  });
});

describe('the aspects', () => {
  it('are three, with 14 indicators in the order of the form', () => {
    expect(aspects.map(({ numbers }) => numbers.length)).toEqual([6, 5, 3]);
    expect(indicators).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
  });

  it('have sums of 18, 15 and 9 that add up to the total', () => {
    expect(scoreOf(pointsOf(42))?.aspects.map(({ sum, of }) => [sum, of])).toEqual([
      [18, 18],
      [15, 15],
      [9, 9],
    ]);
    fc.assert(
      fc.property(anyPoints, (points) => {
        const score = scoreOf(points);
        expect(score?.aspects.reduce((sum, aspect) => sum + aspect.sum, 0)).toBe(score?.total);
      }),
      { seed },
    );
  });
});

const raised = (points: PointsGiven, { steps }: Pick<WayUp, 'steps'>): PointsGiven => ({
  ...points,
  ...Object.fromEntries(steps.map(({ indicator, to }) => [indicator, to])),
});

describe('the shortest way up', () => {
  it('takes a point each on the lowest scores, then in the order of the form', () => {
    const points = { ...pointsOf(14), 1: 2, 2: 3, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2 } as const;
    const way = shortestWayUp(points);
    expect(way).toMatchObject({ missing: 4, level: 2 });
    expect(way?.steps).toEqual([8, 9, 10, 11].map((indicator) => ({ indicator, to: 2 })));
  });

  it('goes on with indicators of 2 points when no more are at 1', () => {
    const points = { ...(Object.fromEntries(indicators.map((n) => [n, 2])) as PointsGiven), 14: 1 as const };
    expect(shortestWayUp(points)).toEqual({
      missing: 7,
      level: 3,
      steps: [{ indicator: 14, to: 2 }, ...[1, 2, 3, 4, 5, 6].map((indicator) => ({ indicator, to: 3 }))],
    });
  });

  it('is one point from the edge of a level, and none from level 3 on', () => {
    expect(shortestWayUp(pointsOf(25))).toMatchObject({ missing: 1, level: 2 });
    expect(shortestWayUp(pointsOf(26))).toMatchObject({ missing: 8, level: 3 });
    expect(shortestWayUp(pointsOf(33))).toMatchObject({ missing: 1, level: 3 });
    expect(shortestWayUp(pointsOf(34))).toBeUndefined();
    expect(shortestWayUp(pointsOf(42))).toBeUndefined();
  });

  const enough = (find: typeof shortestWayUp) =>
    fc.property(anyPoints, (points) => {
      const score = scoreOf(points);
      const way = find(points);
      if (score?.level === 3) {
        expect(way).toBeUndefined();
        return;
      }
      if (!score || !way) throw new Error('below level 3 there is a way up');
      expect(way.level).toBe(score.level + 1);
      expect(way.steps).toHaveLength(way.missing);
      expect(new Set(way.steps.map(({ indicator }) => indicator)).size).toBe(way.missing);
      for (const { indicator, to } of way.steps) expect(to).toBe((points[indicator] ?? 0) + 1);
      // It reaches the next level, and one step less would not.
      expect(scoreOf(raised(points, way))?.level).toBe(way.level);
      expect(scoreOf(raised(points, { steps: way.steps.slice(1) }))?.level).toBe(score.level);
      // Nothing that was left out is lower than what was taken.
      const taken = way.steps.map(({ indicator }) => indicator);
      const highest = Math.max(...taken.map((n) => points[n] ?? 0));
      const left = indicators.filter((n) => !taken.includes(n));
      expect(Math.min(3, ...left.map((n) => points[n] ?? 0))).toBeGreaterThanOrEqual(highest);
    });

  it('is always enough, never longer than needed, lowest first', () => {
    const seen = new Map<number, number>();
    fc.assert(enough(shortestWayUp), { seed, numRuns: 2_000 });
    fc.assert(
      fc.property(anyPoints, (points) => {
        const level = scoreOf(points)?.level ?? 0;
        seen.set(level, (seen.get(level) ?? 0) + 1);
      }),
      { seed, numRuns: 2_000 },
    );
    expect(Math.min(...[1, 2, 3].map((level) => seen.get(level) ?? 0))).toBeGreaterThan(50);
    const inOrderOfTheForm: typeof shortestWayUp = (points) => {
      const way = shortestWayUp(points);
      const open = indicators.filter((n) => points[n] !== 3).slice(0, way?.missing);
      return (
        way && {
          ...way,
          steps: open.map((indicator) => ({ indicator, to: points[indicator] === 1 ? 2 : 3 })),
        }
      );
    };
    expect(fc.check(enough(inOrderOfTheForm), { seed, numRuns: 2_000, endOnFailure: true }).failed).toBe(
      true,
    );
  });
});
