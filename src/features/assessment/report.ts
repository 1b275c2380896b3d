import type { Draft } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import { evidenceOn } from '../../engine/review.ts';
import { type Slot, type Values, valuesOf } from '../../engine/walk.ts';
import { indicatorStep, keepSteps, planSteps, type ScoredForm } from './forms/assessmentForm.ts';
import { generalPart } from './general.ts';
import { indicatorsOf, type PlanLine, type Points, type PointsGiven, scoreOf } from './rules/assessment.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';

/** The points given so far. */
export function pointsIn({ scoring }: ScoredForm, values: Values): PointsGiven {
  return Object.fromEntries(
    indicatorsOf(scoring).flatMap((n) => {
      const points = toPoints(values[indicatorStep(n)]);
      return points === undefined ? [] : [[n, points] as const];
    }),
  );
}

function toPoints(value: Json | undefined): Points | undefined {
  const points = Number(value);
  return points === 1 || points === 2 || points === 3 ? points : undefined;
}

/** How many indicators are answered, in whichever version. */
export const indicatorsAnswered = (values: Values): number => Object.keys(values).filter(isIndicator).length;

const isIndicator = (key: string): boolean => /^i\d+$/.test(key);

/** The report of a complete draft: part 1, its raw answers, what they sum up to, and the plan. */
export function reportOf(form: ScoredForm, slots: readonly Slot[], draft: Draft): AssessmentReport {
  const values = valuesOf(slots);
  const points = pointsIn(form, values);
  const score = scoreOf(form.scoring, points);
  if (!score) throw new Error('a report needs all indicators');
  const evidence = slots
    .map(({ key }) => [key, evidenceOn(draft, key)] as const)
    .filter(([, kept]) => kept.length > 0);
  return {
    general: generalPart(draft, values),
    points,
    total: score.total,
    level: score.level,
    percent: score.percent,
    answers: values,
    evidence: Object.fromEntries(evidence),
    plan: planIn(form, values),
  };
}

function planIn({ scoring }: ScoredForm, values: Values): readonly PlanLine[] {
  const line = (ids: { aim: string; who: string; by: string }, indicator?: number): readonly PlanLine[] => {
    const aim = values[ids.aim];
    if (typeof aim !== 'string') return [];
    return [
      {
        ...(indicator ? { indicator } : {}),
        aim,
        who: String(values[ids.who] ?? ''),
        by: String(values[ids.by] ?? ''),
      },
    ];
  };
  return [...indicatorsOf(scoring).flatMap((n) => line(planSteps(n), n)), ...line(keepSteps)];
}
