import type { Scoring } from '../../../engine/form.ts';
import { indicatorsOf, type Points, type PointsGiven } from './assessment.ts';

/** An indicator that has other points than before. */
export type PointsChange = { readonly indicator: number; readonly from: Points; readonly to: Points };

/** What changed between two reports of one form version, in the form's order, what went down first. */
export function pointsChanged(
  scoring: Scoring,
  before: PointsGiven,
  after: PointsGiven,
): readonly PointsChange[] {
  const changes = indicatorsOf(scoring).flatMap((indicator): readonly PointsChange[] => {
    const [from, to] = [before[indicator], after[indicator]];
    return from === undefined || to === undefined || from === to ? [] : [{ indicator, from, to }];
  });
  return changes.toSorted((a, b) => Number(a.to > a.from) - Number(b.to > b.from));
}
