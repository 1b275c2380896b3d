import { readYesNo } from '../../engine/parse/yesNo.ts';
import { withFirst } from '../form/question.ts';
import { type Option, type Text, t } from '../reply.ts';
import { carried, type Look, type Question } from './question.ts';

type Asked = Pick<Question<boolean>, 'flow' | 'act' | 'of' | 'keep'> & {
  /** Said above the question when it is asked first. */
  readonly lead?: readonly Text[];
  readonly text: Text;
  /** What the buttons say. */
  readonly yes: Text;
  readonly no: Text;
  /** What may be answered, where the buttons say something else than yes and no. */
  readonly choices?: Text;
};

/**
 * Asks once. Its words count only while it is the last thing shown, and its button for yes only while it is open: an
 * older one has it asked (again).
 */
export function yesNo({ lead = [], text, yes, no, choices, ...place }: Asked): Question<boolean> {
  const button = (label: Text, answer: string): Option => ({
    label,
    tap: { kind: 'act', flow: place.flow, act: place.act, value: carried(place.of, answer) },
  });
  const options = [button(yes, 'yes'), button(no, 'no')];
  const look = (words: readonly Text[]): Look => ({
    reply: (notes) => withFirst({ messages: [{ kind: 'text', text: words }], options, asks: true }, notes),
  });
  return {
    ...place,
    look: look([...lead, text]),
    again: look([text]),
    typed: (typed, { isShown }) => {
      if (!isShown) return { kind: 'again' };
      const reading = readYesNo(typed);
      if (reading.kind === 'read') return { kind: 'value', value: reading.value };
      return { kind: 'miss', why: choices ?? t('problems:unreadable.yesNo') };
    },
    sent: { kind: 'again', notes: [t('common:fileNoQuestion')] },
    tapped: (answer, isOpen) => {
      if (answer === 'no') return { kind: 'value', value: false };
      return answer === 'yes' && isOpen
        ? { kind: 'value', value: true }
        : { kind: 'again', look: look([...lead, text]) };
    },
  };
}
