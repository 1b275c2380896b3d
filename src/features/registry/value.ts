import type { Json } from '../../engine/ids.ts';
import { unreadableFor } from '../../engine/readAnswer.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue, type Values } from '../../kernel/ask/typedValue.ts';
import type { Context } from '../../kernel/flow.ts';
import { problemText } from '../../kernel/form/notes.ts';
import { t } from '../../kernel/reply.ts';
import { type CorrectableField, toCorrection } from '../../programme/center/correction.ts';
import { type Entry, entryKey, toCard } from './field.ts';
import { fieldSteps } from './fieldSteps.ts';
import { fieldText, valueText } from './fieldText.ts';

/** The right value of a field, with the present one. */
export function rightValue(entry: Entry, field: CorrectableField, context: Context): Question<Json> {
  const present = t('common:presentAnswer', { value: fieldText(entry.center, field) });
  return typedValue({
    ...{ flow: 'registry', act: 'value', of: `${entryKey(entry)} ${field}`, keep: toCard(entry) },
    text: [t(`registry:right.${field}`), present],
    values: valuesOf(field, context),
    options: [goBack],
  });
}

function valuesOf(field: CorrectableField, context: Context): Values<Json> {
  const step = fieldSteps[field];
  const values = stepValues(step, (value) => valueText(field, value), context);
  return {
    ...values,
    problem: (value) =>
      values.problem?.(value) ??
      (namesNobody(field, value) ? problemText(unreadableFor(step, context.today)) : undefined),
  };
}

/** Nothing but commas. */
function namesNobody(field: CorrectableField, written: Json): boolean {
  const { value } = toCorrection(field, written);
  return Array.isArray(value) && value.length === 0;
}
