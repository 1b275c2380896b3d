import { type Attached, attachedIn } from '../../engine/attached.ts';
import type { Draft } from '../../engine/draft.ts';
import type { Form, LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import type { Slot } from '../../engine/walk.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { foundingText } from '../foundingText.ts';
import { said, type Text, t } from '../reply.ts';
import { type FormTalk, optionText } from './talk.ts';

/** An answer as the bot says it back. */
export function valueText(form: Form, step: LeafStep, value: Json): Text {
  switch (step.kind) {
    case 'choice':
      return step.points
        ? t('common:points', { points: String(value) })
        : optionText(form, step, String(value));
    case 'many':
      return t('common:list', {
        items: Array.isArray(value) ? value.map((one) => optionText(form, step, String(one))) : [],
      });
    case 'yesNo':
      return t(value === true ? 'common:yes' : 'common:no');
    case 'money':
      return t('common:baht', { amount: { baht: Number(value) } });
    case 'date':
      return foundingText(String(value));
    case 'photo':
      return attachedText(attachedIn(value));
    case 'location':
      return t('common:aLocation');
    case 'number':
    case 'phone':
    case 'text':
      return said(String(value));
    default:
      return step satisfies never;
  }
}

/** What was sent, in words: a document by its name. */
export const attachedText = (attached: Attached | undefined): Text =>
  attached?.kind === 'file' ? t('common:aFile', { name: attached.name }) : t('common:aPhoto');

/** What stands on a question, in words. */
export function standingText(
  { form, attachment }: Pick<FormTalk, 'form' | 'attachment'>,
  draft: Draft,
  slot: Slot,
): Text {
  const isAttachment = attachment?.step === slot.step.id;
  const attached = isAttachment ? attachment.of(draft) : undefined;
  if (attached) return attachedText(attached);
  if (!slot.entry) return t('common:notAnswered');
  if (slot.entry.do === 'answer') return valueText(form, slot.step, slot.entry.value);
  return isAttachment ? attachment.none : t('common:skippedValue');
}

/** A day as an example, and its year. */
export const dateOrYear = (example: string) => ({
  example: { date: toIsoDate(example) },
  year: foundingText(example.slice(0, 'YYYY'.length)),
});

/** The engine hands out only dates that it has read. */
export const toIsoDate = (date: string): IsoDate => date as IsoDate;
