import { bare } from '../../../engine/parse/clean.ts';
import { readDateTowards } from '../../../engine/parse/date.ts';
import { readNumber } from '../../../engine/parse/number.ts';
import { toKey } from '../../../engine/walk.ts';
import type { At, Judged, Judgement, Meant } from '../../../kernel/form/talk.ts';
import { debtSteps } from '../rules/steps.ts';
import { takenAs } from './takenAs.ts';

const stepWord = /^(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ขั้น|steps?)\s*/i;
const company = /^(?:โดย)?(?:ทำ)?(?:ร่วมกับ|(?:together )?with\b)\s*(?=\S)/i;
const note = /^(?:หมายเหตุ|notes?\b)\s*:?\s*(?=\S)/i;

/** What is typed to the card of a step: another step, another day, a company or a note by their words. */
export function meantAtReview({ context: { today } }: At, text: string): Meant | undefined {
  const to = (key: string, words: string): Meant => ({ key: toKey(key), text: words });
  const step = readNumber(bare(text).replace(stepWord, ''));
  if (step.kind === 'read' && debtSteps.some((one) => one === step.value))
    return to('step', String(step.value));
  if (readDateTowards(text, today, 'past').kind !== 'unreadable') return to('on', text);
  if (company.test(text)) return to('together', text.replace(company, ''));
  return note.test(text) ? to('note', text.replace(note, '')) : undefined;
}

/** A company without the question's own word. */
export function judgeCompany({ after, slot, value }: Judged): Judgement | undefined {
  const words = String(value);
  return slot.step.id === 'together' && company.test(words)
    ? takenAs(after, words.replace(company, ''))
    : undefined;
}
