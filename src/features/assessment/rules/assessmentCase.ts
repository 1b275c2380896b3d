import type { Evidence } from '../../../engine/draft.ts';
import type { Values } from '../../../engine/walk.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import type { Around } from '../../../programme/report/around.ts';
import { newReportCase, type ReportCase } from '../../../programme/report/case.ts';
import { changeCase } from '../../../programme/report/decide/decideReport.ts';
import { freezeAt, frozenBy } from '../../../programme/report/freeze.ts';
import type { ReportIntent } from '../../../programme/report/intent.ts';
import type { CaseOutcome } from '../../../programme/report/outcome.ts';
import type { ReportRules } from '../../../programme/report/rules.ts';
import { chairStep, districtStep, provinceStep } from '../../../programme/report/signSteps.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import { decideOnce } from '../../../programme/sharedRecord.ts';
import type { Level, PlanLine, PointsGiven } from './assessment.ts';
import { type CarryPlan, carryPlan, type PlanOutcome, type PlanStates } from './carryPlan.ts';
import { statesOn } from './statesOn.ts';

/** Part 1 of the form: what the registry said of the center, with what the officer corrected. */
export type GeneralPart = Pick<
  Center,
  | 'name'
  | 'province'
  | 'district'
  | 'subdistrict'
  | 'moo'
  | 'founded'
  | 'chair'
  | 'committeeSize'
  | 'divisions'
  | 'memberFunds'
> &
  Partial<Pick<Center, 'village'>>;

/** What a submitted assessment says. */
export type AssessmentReport = {
  /** Reports of before have none. */
  readonly general?: GeneralPart;
  readonly points: PointsGiven;
  readonly total: number;
  readonly level: Level;
  readonly percent: number;
  /** The raw answers by step id, and what was sent beside them. */
  readonly answers: Values;
  readonly evidence: { readonly [step: string]: readonly Evidence[] };
  readonly plan: readonly PlanLine[];
};

/** The case of a center's assessment of a year. */
export type AssessmentCase = ReportCase<AssessmentReport, PlanOutcome> & PlanStates;

const atLevel =
  (level: Level) =>
  (report: AssessmentReport): number =>
    report.level === level ? 1 : 0;

export const assessmentRules: ReportRules<AssessmentReport> = {
  id: 'assessment',
  form: 'center-assessment',
  unit: 'center',
  every: 'year',
  chain: [chairStep, districtStep, provinceStep],
  supplements: false,
  says: (report) => report,
  figures: {
    assessed: () => 1,
    level1: atLevel(1),
    level2: atLevel(2),
    level3: atLevel(3),
    planLines: ({ plan }) => plan.length,
  },
};

export const newAssessmentCase = (
  { id: center, province, district }: Pick<Center, 'id' | 'province' | 'district'>,
  year: FiscalYear,
  version: number,
): AssessmentCase => ({
  ...newReportCase(assessmentRules, { kind: 'center', province, district, center }, { year }, version),
  planStates: {},
});

export type AssessmentIntent = ReportIntent<AssessmentReport> | CarryPlan;

/** What was told of the plan goes along to a newer one that has the same lines. */
export const decideAssessment = (
  present: AssessmentCase,
  intent: AssessmentIntent,
  around: Around,
): { record: AssessmentCase; outcome: CaseOutcome | PlanOutcome } =>
  decideOnce<AssessmentCase, CaseOutcome | PlanOutcome>(present, intent.id, () => {
    if (intent.kind === 'carryPlan') {
      const freeze = freezeAt(around.freezes, intent.at);
      return freeze ? { change: {}, outcome: frozenBy(freeze) } : carryPlan(present, intent);
    }
    const { change, outcome } = changeCase(assessmentRules, present, intent, around);
    const [before, after] = [planned(present), planned({ ...present, ...change })];
    if (!after || before === after) return { change, outcome };
    return { change: { ...change, planStates: statesOn(after, before ?? [], present.planStates) }, outcome };
  });

/** The plan that states are told of: it stays known while the only report is recalled. */
const planned = (present: AssessmentCase): readonly PlanLine[] | undefined =>
  (newestRevision(present) ?? present.revisions.at(-1))?.content.plan;
