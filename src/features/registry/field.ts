import type { Json } from '../../engine/ids.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Context } from '../../kernel/flow.ts';
import { valueText } from '../../kernel/form/value.ts';
import { t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { correctionStep } from '../assessment/forms/assessmentForm.ts';
import { centerAssessment2565 as form } from '../assessment/forms/centerAssessment2565.ts';

/** Where the way back from a center's questions leads: its card. */
export const toCard = ({ id }: Center) => ({ back: `choose ${id}` });

/** `แก้ไข`: which field of the entry? */
export function whichField(center: Center, context: Context): Question<Json> {
  const step = correctionStep('field');
  return typedValue({
    ...{ flow: 'registry', act: 'field', of: center.id, keep: toCard(center) },
    text: [t('registry:whichField')],
    values: stepValues(step, (value) => valueText(form, step, value), context),
    options: [goBack],
  });
}
