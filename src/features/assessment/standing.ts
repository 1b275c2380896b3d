import type { ReportCase } from '../../programme/report/case.ts';
import { rowOf } from '../../programme/report/row.ts';
import { newestRevision } from '../../programme/report/stage.ts';
import { type Contribution, type Figures, figureOf } from '../../programme/standing.ts';
import type { Level } from './rules/assessment.ts';
import { type AssessmentReport, assessmentRules } from './rules/assessmentCase.ts';

/** What assessments count in an area. */
export type AssessmentFigures = {
  /** Centers whose assessment is submitted. */
  readonly assessed: number;
  /** Those centers by level. */
  readonly level1: number;
  readonly level2: number;
  readonly level3: number;
  /** Lines of the development plans. */
  readonly planLines: number;
};

const none: AssessmentFigures = { assessed: 0, level1: 0, level2: 0, level3: 0, planLines: 0 };

export const assessmentFigureNames: readonly string[] = Object.keys(none);

export const assessmentFigures = (figures: Figures): AssessmentFigures => ({
  assessed: figureOf(figures, 'assessed'),
  level1: figureOf(figures, 'level1'),
  level2: figureOf(figures, 'level2'),
  level3: figureOf(figures, 'level3'),
  planLines: figureOf(figures, 'planLines'),
});

/** At which level a center was assessed. */
export const levelIn = (figures: AssessmentFigures): Level | undefined =>
  ([1, 2, 3] as const).find((level) => figures[`level${level}`] > 0);

/** How an assessment stands, and what its newest revision counts. */
export function contributionsOfCase(report: ReportCase<AssessmentReport, unknown>): readonly Contribution[] {
  const { id: source, rev, unit } = report;
  const last = newestRevision(report)?.content;
  const figures: Partial<AssessmentFigures> = last
    ? { assessed: 1, [`level${last.level}`]: 1, planLines: last.plan.length }
    : {};
  return [{ unit, source, rev, figures: { ...figures }, row: rowOf(report, assessmentRules) }];
}
