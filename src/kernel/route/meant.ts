import { presentSlot } from '../../engine/advance.ts';
import type { LeafStep } from '../../engine/form.ts';
import { bare } from '../../engine/parse/clean.ts';
import { saysDay } from '../../engine/parse/date.ts';
import { isMarksOnly, saysNone } from '../../engine/parse/none.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import { isCourtesy } from '../../engine/parse/particles.ts';
import { takesFigures } from '../../engine/readAnswer.ts';
import type { Context } from '../flow.ts';
import { isCardShown } from '../form/severalCard.ts';
import { specOf } from '../form/talk.ts';
import { isWordOfButton } from '../form/wordOfButton.ts';
import { openDraft, type Person } from '../person.ts';

/** What a typed text may be meant as, besides the answer to the open question. */
type Words = Pick<Context, 'wordings' | 'features'>;

/** Whether the open question takes any text, so that a command word could be its answer. */
export function isFreeText(person: Person, words: Words): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined;
  return openStep(person, words)?.kind === 'text';
}

/** The question of a form that is open. */
function openStep(person: Person, words: Words): LeafStep | undefined {
  const draft = openDraft(person);
  // A card of several answers takes a yes or a no.
  if (draft && isCardShown(draft)) return undefined;
  return draft && presentSlot(specOf(words.features.talkOf(draft), words), draft)?.step;
}

/**
 * What is typed where words are asked for, and is rather a slip than the answer: figures or a day alone, nothing (`ไม่มี`,
 * `-`, courtesy), or a word that acts elsewhere or almost does.
 */
export const isSlip = (person: Person, text: string, words: Words): boolean =>
  ((isOnlyFigures(text) || saysDay(text)) && !mayBeFigures(person, words) && !isNumberAsked(person, text)) ||
  saysNothing(text, openStep(person, words)) ||
  isWordOfButton(openDraft(person), text, words) ||
  words.features.commands.isAlmost(text);

/** A question that need not be answered is passed over by it. */
function saysNothing(text: string, step: LeafStep | undefined): boolean {
  if (step?.kind === 'text' && step.none) return false;
  if (isCourtesy(bare(text))) return true;
  return saysNone(text) ? step?.optional !== true : isMarksOnly(text);
}

const figures = /^[\d ,./:=()-]*\d[\d ,./:=()-]*$/;

const isOnlyFigures = (text: string): boolean =>
  figures.test(bare(text)) || readChoiceNumber(text).reading.kind === 'read';

function mayBeFigures(person: Person, words: Words): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.figures !== undefined;
  const step = openStep(person, words);
  return step !== undefined && takesFigures(step);
}

/** The number of one of several readings that are asked about. */
function isNumberAsked(person: Person, text: string): boolean {
  const { candidates = [] } = openDraft(person)?.asked ?? {};
  const { reading } = readChoiceNumber(text);
  return candidates.length > 1 && reading.kind === 'read' && candidates[reading.value - 1] !== undefined;
}

const mayHoldLetters: readonly LeafStep['kind'][] = ['text', 'number', 'money', 'date', 'phone'];

/** Whether the open question could be answered with what looks like a code, such as `25000THB` or `9-10 Sep 22`. */
export function takesCodes(person: Person, words: Words): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined;
  const kind = openStep(person, words)?.kind;
  return kind !== undefined && mayHoldLetters.includes(kind);
}
