import type { Json } from '../../engine/ids.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import { centerYearKey } from '../../kernel/centerYear.ts';
import type { Context } from '../../kernel/flow.ts';
import { said, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { type CorrectableField, correctableFields } from '../../programme/center/correction.ts';
import type { Doubt } from '../../programme/center/record.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { doubtText } from './confirmed.ts';
import { whichFieldStep } from './fieldSteps.ts';
import { fieldName } from './fieldText.ts';

/** A center's entry in the registry, in the year whose confirmation is looked at. */
export type Entry = { readonly center: Center; readonly year: FiscalYear };

/** Where the way back from a center's questions leads: its card. */
export const toCard = ({ center, year }: Entry) => ({ back: `choose ${year} ${center.id}` });

/** What buttons and questions about an entry carry. */
export const entryKey = ({ center, year }: Entry): string => centerYearKey(center.id, year);

/** `แก้ไข`: which field of the entry? What was said against it comes first. */
export function whichField(entry: Entry, doubt: Doubt | undefined, context: Context): Question<Json> {
  const nameText = (name: Json) => {
    const field = fieldNamed(name);
    return field ? fieldName(field) : said(String(name));
  };
  return typedValue({
    ...{ flow: 'registry', act: 'field', of: entryKey(entry), keep: toCard(entry) },
    text: [...(doubt ? [doubtText(doubt)] : []), t('registry:whichField')],
    values: stepValues(whichFieldStep, nameText, context),
    options: [goBack],
  });
}

export const fieldNamed = (name: Json | undefined): CorrectableField | undefined =>
  correctableFields.find((field) => field === name);
