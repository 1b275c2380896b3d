import type { IsoDate } from '../../domain/ids.ts';
import { attachedIn } from '../../engine/attached.ts';
import type { Form, LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import type { Slot } from '../../engine/walk.ts';
import { said, type Text, t } from '../reply.ts';
import { optionText } from './talk.ts';

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
      return t('common:date', { date: { date: toIsoDate(String(value)) } });
    case 'photo': {
      const attached = attachedIn(value);
      return attached?.kind === 'file' ? t('common:aFile', { name: attached.name }) : t('common:aPhoto');
    }
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

/** What stands on a question, in words. */
export function standingText(form: Form, slot: Slot): Text {
  if (!slot.entry) return t('common:notAnswered');
  return slot.entry.do === 'skip' ? t('common:skippedValue') : valueText(form, slot.step, slot.entry.value);
}

/** The engine hands out only dates that it has read. */
export const toIsoDate = (date: string): IsoDate => date as IsoDate;
