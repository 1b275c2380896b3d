import type { Draft } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import { evidenceOn } from '../../engine/review.ts';
import { type Slot, type Values, valuesOf } from '../../engine/walk.ts';
import type { CenterCorrection } from '../../programme/center/record.ts';
import { toCorrection } from '../registry/correction.ts';
import {
  indicatorStep,
  keepSteps,
  planSteps,
  type RegistryField,
  registryFields,
} from './forms/centerAssessment2565.ts';
import { indicators, type PlanLine, type Points, type Points14, scoreOf } from './rules/assessment.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';

/** The points given so far. */
export function pointsIn(values: Values): Points14 {
  return Object.fromEntries(
    indicators.flatMap((n) => {
      const points = toPoints(values[indicatorStep(n)]);
      return points === undefined ? [] : [[n, points] as const];
    }),
  );
}

function toPoints(value: Json | undefined): Points | undefined {
  const points = Number(value);
  return points === 1 || points === 2 || points === 3 ? points : undefined;
}

/** How many indicators of a draft are answered. */
export function answeredPoints(draft: Draft): number {
  return new Set(
    draft.log.flatMap((entry) => (entry.do === 'answer' && indicatorKeys.has(entry.key) ? [entry.key] : [])),
  ).size;
}

const indicatorKeys: ReadonlySet<string> = new Set(indicators.map(indicatorStep));

/** The report of a complete draft: its raw answers, what they sum up to, and the plan. */
export function reportOf(slots: readonly Slot[], draft: Draft): AssessmentReport {
  const values = valuesOf(slots);
  const points = pointsIn(values);
  const score = scoreOf(points);
  if (!score) throw new Error('a report needs all 14 indicators');
  const evidence = slots
    .map(({ key }) => [key, evidenceOn(draft, key)] as const)
    .filter(([, kept]) => kept.length > 0);
  return {
    points,
    total: score.total,
    level: score.level,
    percent: score.percent,
    answers: values,
    evidence: Object.fromEntries(evidence),
    plan: planIn(values),
  };
}

function planIn(values: Values): readonly PlanLine[] {
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
  return [...indicators.flatMap((n) => line(planSteps(n), n)), ...line(keepSteps)];
}

/** The latest correction of each registry field in part 1. */
export function correctedValues(values: Values): ReadonlyMap<RegistryField, Json> {
  const corrected = new Map<RegistryField, Json>();
  for (const [key, value] of Object.entries(values)) {
    const field = registryFields.find((name) => key.startsWith('corrections.') && key.endsWith(`.${name}`));
    if (field) corrected.set(field, value);
  }
  return corrected;
}

/** Part 1's corrections as the registry takes them. */
export const correctionsIn = (values: Values): readonly CenterCorrection[] =>
  [...correctedValues(values)].map(([field, value]) => toCorrection(field, value));
