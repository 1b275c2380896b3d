import type { Draft } from '../../../engine/draft.ts';
import { bare } from '../../../engine/parse/clean.ts';
import { readDateTowards } from '../../../engine/parse/date.ts';
import { readChoiceNumber } from '../../../engine/parse/number.ts';
import { toKey } from '../../../engine/walk.ts';
import type { Context } from '../../../kernel/flow.ts';
import type { Judged, Judgement, Meant } from '../../../kernel/form/talk.ts';
import { isWordOfButton } from '../../../kernel/form/wordOfButton.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { debtSteps } from '../rules/steps.ts';
import { takenAs } from './takenAs.ts';

const stepWord = /^(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ขั้น|steps?)\s*/i;
/** What is given in points is no step. */
const points = /คะแนน|แต้ม|points?|score/i;
const company = /^(?:โดย)?(?:ทำ)?(?:ร่วมกับ|(?:together )?with\b)\s*(?=\S)/i;
const note = /^(?:หมายเหตุ|notes?\b)\s*:?\s*(?=\S)/i;
/** Before the next thing that a message says of a step. */
const between = /\s*[,;\n]\s*|\s+(?=(?:โดย)?(?:ทำ)?ร่วมกับ|(?:together )?with\b|หมายเหตุ|notes?\b|วันที่|เมื่อวันที่)/i;

/** What is typed to the card of a step: another step, another day, a company or a note by their words. */
export function meantAtReview(text: string, today: IsoDate): Meant | undefined {
  const to = (key: string, words: string): Meant => ({ key: toKey(key), text: words });
  const { reading: step } = readChoiceNumber(bare(text).replace(stepWord, ''));
  if (step.kind === 'read' && !points.test(text) && debtSteps.some((one) => one === step.value))
    return to('step', String(step.value));
  if (readDateTowards(text, today, 'past').kind !== 'unreadable') return to('on', text);
  if (company.test(text)) return to('together', text.replace(company, ''));
  return note.test(text) ? to('note', text.replace(note, '')) : undefined;
}

/** The same of one message that says several of them; nothing of it where a part is not understood. */
export function meantToCard(
  draft: Draft,
  text: string,
  context: Pick<Context, 'today' | 'wordings' | 'features'>,
): readonly Meant[] {
  const whole = meantAtReview(text, context.today);
  // A comma within a day parts nothing (ก.ค. 27, 28).
  const parts = whole && whole.key !== 'together' && whole.key !== 'note' ? [text] : text.split(between);
  const meant = parts.map((part) => meantAtReview(part, context.today));
  const isSlip = ({ key, text: words }: Meant): boolean =>
    (key === 'together' || key === 'note') &&
    (!/\p{L}/u.test(words) || isWordOfButton(draft, words, context) || isCommand(words, context));
  // Two days, or two steps, are asked about again.
  const keys = meant.map((one) => one?.key);
  if (new Set(keys).size < keys.length) return [];
  return meant.every((one) => one !== undefined && !isSlip(one)) ? meant.flatMap((one) => one ?? []) : [];
}

const isCommand = (words: string, { features }: Pick<Context, 'features'>): boolean =>
  features.commands.read(words)?.rest === '';

/** A company without the question's own word. */
export function judgeCompany({ after, slot, value }: Judged): Judgement | undefined {
  const words = String(value);
  return slot.step.id === 'together' && company.test(words)
    ? takenAs(after, words.replace(company, ''))
    : undefined;
}
