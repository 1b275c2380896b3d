import type { Scoring } from '../../../engine/form.ts';

/** The yearly assessment of a center: indicators in aspects, 1 to 3 points each, as the form of its year has them. */
export type Points = 1 | 2 | 3;
export type Level = 1 | 2 | 3;

const fullPoints = 3;

/** The numbers of the indicators, in the order of the form. */
export const indicatorsOf = ({ aspects }: Scoring): readonly number[] =>
  aspects.flatMap(({ numbers }) => numbers);

/** Full points on each indicator. */
export const highestTotal = (scoring: Scoring): number => indicatorsOf(scoring).length * fullPoints;

/** Points by indicator number; absent while unanswered. */
export type PointsGiven = { readonly [indicator: number]: Points };

export type Score = {
  readonly total: number;
  /** The highest total. */
  readonly of: number;
  readonly level: Level;
  /** total ÷ highest total × 100, one decimal. */
  readonly percent: number;
  readonly aspects: readonly { readonly aspect: string; readonly sum: number; readonly of: number }[];
};

/** The level by points alone. */
export function levelOf({ levelFrom }: Scoring, total: number): Level {
  if (total >= levelFrom[3]) return 3;
  return total >= levelFrom[2] ? 2 : 1;
}

/** No score while an indicator is unanswered. */
export function scoreOf(scoring: Scoring, points: PointsGiven): Score | undefined {
  if (indicatorsOf(scoring).some((n) => points[n] === undefined)) return undefined;
  const aspects = scoring.aspects.map(({ id: aspect, numbers }) => ({
    aspect,
    sum: numbers.reduce((sum, n) => sum + (points[n] ?? 0), 0),
    of: numbers.length * fullPoints,
  }));
  const total = aspects.reduce((so, { sum }) => so + sum, 0);
  const of = highestTotal(scoring);
  return {
    total,
    of,
    level: levelOf(scoring, total),
    percent: Math.round((total / of) * 1000) / 10,
    aspects,
  };
}

export type StepUp = { readonly indicator: number; readonly to: 2 | 3 };
export type WayUp = { readonly missing: number; readonly level: 2 | 3; readonly steps: readonly StepUp[] };

/**
 * The shortest way to the next level: one point each on as many indicators as points are missing,
 * lowest score first, then in the form's order. There are always enough open indicators for that.
 */
export function shortestWayUp(scoring: Scoring, points: PointsGiven): WayUp | undefined {
  const score = scoreOf(scoring, points);
  if (!score || score.level === 3) return undefined;
  const level = score.level === 1 ? 2 : 3;
  const missing = scoring.levelFrom[level] - score.total;
  const steps = indicatorsOf(scoring)
    .flatMap((indicator) => {
      const now = points[indicator];
      return now === 1 || now === 2 ? [{ indicator, to: now === 1 ? (2 as const) : (3 as const) }] : [];
    })
    .sort((a, b) => a.to - b.to || a.indicator - b.indicator)
    .slice(0, missing);
  return { missing, level, steps };
}

/** A line of the development plan (part 5). */
export type PlanLine = {
  /** The indicator it raises; absent for the line that keeps the level at full points. */
  readonly indicator?: number;
  readonly aim: string;
  readonly who: string;
  readonly by: string;
};
