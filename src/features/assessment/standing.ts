import type { ReportCase } from '../../programme/report/case.ts';
import { rowOf } from '../../programme/report/row.ts';
import { certifiedRevision, newestRevision } from '../../programme/report/stage.ts';
import { type Contribution, type Figures, figureOf } from '../../programme/standing.ts';
import type { Level } from './rules/assessment.ts';
import { type AssessmentReport, assessmentRules } from './rules/assessmentCase.ts';
import type { PlanStates } from './rules/carryPlan.ts';
import type { PlanStage } from './rules/planState.ts';

/** What assessments count in an area. */
export type AssessmentFigures = {
  /** Centers whose assessment is submitted. */
  readonly assessed: number;
  /** Those centers by level. */
  readonly level1: number;
  readonly level2: number;
  readonly level3: number;
  /** Centers with an assessment that every step has signed, also while a newer revision runs; by its level. */
  readonly certified: number;
  readonly certified1: number;
  readonly certified2: number;
  readonly certified3: number;
  /** Lines of the development plans, those that are done and those that are under way. */
  readonly planLines: number;
  readonly planLinesDone: number;
  readonly planLinesUnderWay: number;
};

const none: AssessmentFigures = {
  ...{ assessed: 0, level1: 0, level2: 0, level3: 0 },
  ...{ certified: 0, certified1: 0, certified2: 0, certified3: 0 },
  ...{ planLines: 0, planLinesDone: 0, planLinesUnderWay: 0 },
};

export const assessmentFigureNames: readonly string[] = Object.keys(none);

/** A figure that nobody has said anything for is 0. */
export const assessmentFigures = (figures: Figures): AssessmentFigures => ({
  ...none,
  ...Object.fromEntries(assessmentFigureNames.map((name) => [name, figureOf(figures, name)])),
});

/** At which level a center was assessed. */
export const levelIn = (figures: AssessmentFigures): Level | undefined =>
  ([1, 2, 3] as const).find((level) => figures[`level${level}`] > 0);

/** How an assessment stands, and what its newest revision counts. */
export function contributionsOfCase(
  report: ReportCase<AssessmentReport, unknown> & Partial<PlanStates>,
): readonly Contribution[] {
  const { id: source, rev, unit } = report;
  const last = newestRevision(report)?.content;
  const certified = certifiedRevision(report)?.content;
  const figures: Partial<AssessmentFigures> = {
    ...(last && { assessed: 1, [`level${last.level}`]: 1, ...planFigures(last, report) }),
    ...(certified && { certified: 1, [`certified${certified.level}`]: 1 }),
  };
  return [{ unit, source, rev, figures: { ...figures }, row: rowOf(report, assessmentRules) }];
}

function planFigures({ plan }: AssessmentReport, { planStates = {} }: Partial<PlanStates>) {
  const at = (stage: PlanStage) => plan.filter((_, place) => planStates[place + 1]?.state === stage).length;
  return { planLines: plan.length, planLinesDone: at('done'), planLinesUnderWay: at('underWay') };
}
