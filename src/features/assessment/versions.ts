import type { FormTalk } from '../../kernel/form/talk.ts';
import { type Forms, pinnedVersion } from '../../kernel/forms.ts';
import type { ProgrammeYear } from '../../kernel/store.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { FormVersion } from '../../programme/report/hash.ts';
import type { ScoredForm } from './forms/assessmentForm.ts';
import { centerAssessment2565 } from './forms/centerAssessment2565.ts';
import { indicatorsOf } from './rules/assessment.ts';
import { assessmentRules } from './rules/assessmentCase.ts';
import { createAssessmentTalk } from './talk.ts';

/** The assessment of each year that has its own, the newest last; they stay for as long as reports exist. */
export const assessmentVersions: readonly FormTalk[] = [centerAssessment2565].map(createAssessmentTalk);

type Known = { readonly talkOf: (of: { form: string; version: number }) => FormTalk | undefined };

/** The form that a report was made with, with how its points add up. @throws where that is not known. */
export function scoredForm({ talkOf }: Known, { id, version }: FormVersion): ScoredForm {
  const form = talkOf({ form: id, version })?.form;
  if (!form?.scoring) throw new Error(`there is no form ${id} ${version} with points`);
  return { ...form, scoring: form.scoring };
}

/** How many indicators the assessment of a year asks for. */
export function indicatorsAsked(forms: Forms, years: readonly ProgrammeYear[], year: FiscalYear): number {
  return indicatorsIn(forms, pinnedVersion(years, forms, assessmentRules.form, year));
}

/** How many indicators a version of the assessment asks for. */
export const indicatorsIn = (known: Known, version: number): number =>
  indicatorsOf(scoredForm(known, { id: assessmentRules.form, version }).scoring).length;
