import { t } from '../../kernel/reply.ts';
import type { ReportKind } from '../../kernel/report/kind.ts';
import { highestTotal } from './rules/assessment.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';
import { scoredForm } from './versions.ts';

/** A submitted assessment to whoever sends its receipt. */
export const assessmentReceived: ReportKind<AssessmentReport>['received'] = (
  { form, period },
  { content: { total, level } },
  forms,
) => ({
  what: t(`forms:${form.id}.${form.version}.name`),
  result: t('assessment:received.result', {
    ...{ total, of: highestTotal(scoredForm(forms, form).scoring), level },
    year: period.year,
  }),
});
