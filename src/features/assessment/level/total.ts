import type { Features } from '../../../kernel/features.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { highestTotal } from '../rules/assessment.ts';
import type { Newest } from '../rules/newestReport.ts';
import { scoredForm } from '../versions.ts';

/** What a report came to, out of the points of its own form. */
export function totalOf({ case: { form }, revision: { content } }: Newest, features: Features) {
  const { total, level } = content;
  return { total, of: highestTotal(scoredForm(features, form).scoring), level };
}

/** An earlier report in one line; whether it is not certified. */
export const earlierText = (earlier: Newest, features: Features): Text =>
  t(earlier.revision.locked ? 'level:lastYear' : 'level:lastYearNotCertified', {
    ...{ year: earlier.case.period.year, ...totalOf(earlier, features) },
  });
