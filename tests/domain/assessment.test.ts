import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  indicators,
  levelOf,
  type Points,
  type Points14,
  scoreOf,
  shortestWayUp,
} from '../../src/domain/assessment.ts';
import { seed } from '../seed.ts';

const anyPoints: fc.Arbitrary<Points14> = fc
  .array(fc.constantFrom<Points[]>(1, 2, 3), { minLength: 14, maxLength: 14 })
  .map((points) => Object.fromEntries(points.map((one, place) => [place + 1, one])));

describe('the level of a center', () => {
  test.each([
    [14, 1],
    [25, 1],
    [26, 2],
    [33, 2],
    [34, 3],
    [42, 3],
  ])('%i points are level %i', (total, level) => {
    expect(levelOf(total)).toBe(level);
  });

  test.each([
    [25, 59.5],
    [26, 61.9],
    [33, 78.6],
    [34, 81.0],
  ])('%i of 42 are %f percent', (total, percent) => {
    const extra = total - 14;
    const points = Object.fromEntries(
      indicators.map((n) => [n, (1 + Math.min(2, Math.max(0, extra - (n - 1) * 2))) as Points]),
    );
    expect(scoreOf(points)).toMatchObject({ total, percent });
  });

  test('there is no score while an indicator is unanswered', () => {
    const { 14: _last, ...others } = Object.fromEntries(indicators.map((n) => [n, 3 as Points]));
    expect(scoreOf(others)).toBeUndefined();
  });

  test('the aspects add up to the total, of 18, 15 and 9', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const score = scoreOf(points);
        expect(score?.aspects.map(({ of }) => of)).toEqual([18, 15, 9]);
        expect(score?.aspects.reduce((sum, one) => sum + one.sum, 0)).toBe(score?.total);
      }),
      { seed },
    );
  });
});

describe('the shortest way up', () => {
  test('reaches the next level with one point on each, lowest first and then in the order of the form', () => {
    const reached = { 1: 0, 2: 0, 3: 0 };
    fc.assert(
      fc.property(anyPoints, (points) => {
        const score = scoreOf(points);
        const way = shortestWayUp(points);
        reached[score?.level ?? 3] += 1;
        if (!score || score.level === 3) {
          expect(way).toBeUndefined();
          return;
        }
        expect(way?.steps.length).toBe(way?.missing);
        expect(new Set(way?.steps.map(({ indicator }) => indicator)).size).toBe(way?.missing);
        const raised = { ...points };
        for (const { indicator, to } of way?.steps ?? []) {
          expect(to).toBe((points[indicator] ?? 0) + 1);
          raised[indicator] = to;
        }
        expect(scoreOf(raised)?.level).toBe(score.level + 1);
        const order = (way?.steps ?? []).map(({ indicator, to }) => to * 100 + indicator);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { seed, numRuns: 500 },
    );
    expect(reached[1]).toBeGreaterThan(20);
    expect(reached[2]).toBeGreaterThan(20);
  });
});
