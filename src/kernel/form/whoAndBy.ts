import { readWhoAndDay } from '../../engine/parse/whoAndDay.ts';
import { readAnswer } from '../../engine/readAnswer.ts';
import { type Slot, walk } from '../../engine/walk.ts';
import { type At, type Several, specOf } from './talk.ts';

/** Where it is asked who carries a plan out, a text that says until when as well answers the next question with it. */
export function whoAndBy({ draft, talk, context }: At, slot: Slot, text: string): Several | undefined {
  if (slot.step.suggest !== 'who') return undefined;
  const { slots } = walk(talk.form, draft, talk.derived);
  const next = slots[slots.findIndex(({ key }) => key === slot.key) + 1];
  const told = next?.step.suggest === 'by' ? readWhoAndDay(text) : undefined;
  if (!next || !told) return undefined;
  const { reading } = readAnswer(next.step, told.day, context.today, specOf(talk, context).labels);
  return {
    places: [
      { key: slot.key, value: told.who, words: told.who },
      reading.kind === 'read'
        ? { key: next.key, value: reading.value, words: told.day }
        : { words: told.day },
    ],
  };
}
