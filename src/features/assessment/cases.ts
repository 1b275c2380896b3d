import type { CasesOf } from '../../kernel/report/cases.ts';
import type { ReportKind } from '../../kernel/report/kind.ts';
import type { Kept } from '../../kernel/store.ts';
import { unitId } from '../../programme/report/unit.ts';
import { assessmentFromBefore } from './before.ts';
import { seeLevel } from './deeds.ts';
import { seePlan } from './plan/deeds.ts';
import { planButton } from './plan/lines.ts';
import { assessmentReceived } from './received.ts';
import { type AssessmentCase, type AssessmentReport, assessmentRules } from './rules/assessmentCase.ts';
import type { PlanOutcome, PlanStates } from './rules/carryPlan.ts';
import { assessmentPhotos, assessmentSigned } from './signed.ts';
import { contributionsOfCase } from './standing.ts';

/** The yearly assessment among the kinds of reports. */
export const assessmentKind: ReportKind<AssessmentReport> = {
  rules: assessmentRules,
  counts: contributionsOfCase,
  seenBy: [seeLevel],
  readBy: [seeLevel],
  received: assessmentReceived,
  signed: assessmentSigned,
  photos: assessmentPhotos,
  opens: ({ unit, period }) => [{ deed: seePlan, option: planButton(unitId(unit), period.year) }],
  before: assessmentFromBefore,
};

/** The cases of assessments. */
export const assessmentCases = ({ cases }: Pick<Kept, 'cases'>): CasesOf<AssessmentCase> =>
  cases.of<AssessmentReport, PlanOutcome, PlanStates>(assessmentRules);
