/**
 * The yearly assessment of a center: 14 indicators in three aspects, 1 to 3 points each.
 * Source: the department's assessment form FY2565, parts 2 and 3 and its scoring note.
 */
export type Points = 1 | 2 | 3;
export type Level = 1 | 2 | 3;
export type Aspect = 'administration' | 'process' | 'outcomes';

export const aspects: readonly { readonly aspect: Aspect; readonly indicators: readonly number[] }[] = [
  { aspect: 'administration', indicators: [1, 2, 3, 4, 5, 6] },
  { aspect: 'process', indicators: [7, 8, 9, 10, 11] },
  { aspect: 'outcomes', indicators: [12, 13, 14] },
];

export const indicators: readonly number[] = aspects.flatMap(({ indicators }) => indicators);

/** Highest total: three points on each indicator. */
export const highestTotal = 42;
/** Lowest totals of level 2 and level 3. */
const levelFrom = { 2: 26, 3: 34 } as const;

/** Points by indicator number; absent while unanswered. */
export type Points14 = { readonly [indicator: number]: Points };

export type Score = {
  readonly total: number;
  readonly level: Level;
  /** total ÷ 42 × 100, one decimal. */
  readonly percent: number;
  readonly aspects: readonly { readonly aspect: Aspect; readonly sum: number; readonly of: number }[];
};

/** The level by points alone: below 26 → 1, 26–33 → 2, 34 and above → 3. */
export function levelOf(total: number): Level {
  if (total >= levelFrom[3]) return 3;
  return total >= levelFrom[2] ? 2 : 1;
}

/** No score while an indicator is unanswered. */
export function scoreOf(points: Points14): Score | undefined {
  if (indicators.some((n) => points[n] === undefined)) return undefined;
  const sums = aspects.map(({ aspect, indicators }) => ({
    aspect,
    sum: indicators.reduce((sum, n) => sum + (points[n] ?? 0), 0),
    of: indicators.length * 3,
  }));
  const total = sums.reduce((sum, { sum: aspect }) => sum + aspect, 0);
  return {
    total,
    level: levelOf(total),
    percent: Math.round((total / highestTotal) * 1000) / 10,
    aspects: sums,
  };
}

export type StepUp = { readonly indicator: number; readonly to: 2 | 3 };
export type WayUp = { readonly missing: number; readonly level: 2 | 3; readonly steps: readonly StepUp[] };

/**
 * The shortest way to the next level: one point each on as many indicators as points are missing,
 * lowest score first, then in the form's order. There are always enough open indicators for that.
 */
export function shortestWayUp(points: Points14): WayUp | undefined {
  const score = scoreOf(points);
  if (!score || score.level === 3) return undefined;
  const level = score.level === 1 ? 2 : 3;
  const missing = levelFrom[level] - score.total;
  const steps = indicators
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
