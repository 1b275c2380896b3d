import type { Draft } from '../../engine/draft.ts';
import type { LeafStep } from '../../engine/form.ts';
import { labelKey, wordKey } from '../../engine/parse/clean.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { Context } from '../flow.ts';
import { type Text, t } from '../reply.ts';
import { optionText, stepKey } from './talk.ts';

type Words = Pick<Context, 'wordings' | 'features'>;

/** Labels of buttons that stand under many questions. */
const commonButtons: readonly Text[] = [
  t('common:submit'),
  t('common:correct'),
  t('common:done'),
  t('common:doneAndConfirm'),
  t('common:confirmOnwards'),
  t('common:edit'),
  t('common:useSuggestion'),
  t('common:useAllSuggestions'),
  t('common:explain'),
  t('common:useAsAnswer'),
  t('common:asAnswer'),
  t('common:asCommand'),
  t('common:keepDraft'),
  t('common:deleteDraft'),
  t('common:officialWording'),
  t('common:more'),
  t('common:photo'),
  t('common:album'),
  t('common:pickDate'),
];

/** The label of a button, of a common one, of a feature's or of the open form's. While a reading is asked about, yes and no are the answer. */
export function isWordOfButton(draft: Draft | undefined, text: string, words: Words): boolean {
  if (draft?.asked === undefined && readYesNo(text).kind === 'read') return true;
  const typed = [labelKey(text), wordKey(text)];
  const labels = [...commonButtons, ...words.features.buttons, ...(draft ? buttonsOf(draft, words) : [])];
  return labels.some((label) => words.wordings(label).some((word) => typed.includes(labelKey(word))));
}

/** The labels of a form's options, and of what may be told beside a question. */
function buttonsOf(draft: Draft, { features }: Words): readonly Text[] {
  const { form } = features.talkOf(draft);
  const steps = form.steps.flatMap((step): readonly LeafStep[] =>
    step.kind === 'repeat' ? step.steps : [step],
  );
  const options = steps.flatMap((step) =>
    step.kind === 'choice' || step.kind === 'many'
      ? step.options.map((option) => optionText(form, step, option))
      : [],
  );
  const beside = steps.flatMap((step) => (step.beside ? [t(stepKey(form, step, 'button'))] : []));
  return [...options, ...beside];
}
