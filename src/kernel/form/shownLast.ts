import { isDeepStrictEqual } from 'node:util';
import { type Draft, withoutAsked } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { Slot } from '../../engine/walk.ts';
import type { Decision } from '../decision.ts';
import type { Person } from '../person.ts';
import type { Tap } from '../reply.ts';
import { askOn, moveDraft } from './askOn.ts';
import { notesOn } from './notes.ts';
import type { At, Judgement } from './talk.ts';

type Asked = Pick<At, 'person' | 'draft'>;

/** Whether the card of several answers that waits is the last thing shown: it has the button that keeps it. */
export const isCardShownLast = ({ person, draft }: Asked): boolean =>
  wasShown(
    person,
    (tap) => tap.kind === 'act' && tap.act === 'keepSeveral' && tap.value === draft.proposed?.event,
  );

/** Whether the readings that are asked about were shown last, each with its button. */
const isReadingShownLast = ({ person, draft }: Asked): boolean =>
  wasShown(
    person,
    (tap) =>
      tap.kind === 'answer' &&
      tap.draft === draft.id &&
      tap.step === draft.asked?.key &&
      tap.value.startsWith('#'),
  );

const wasShown = ({ shown }: Person, is: (tap: Tap) => boolean): boolean =>
  shown.options.some((one) => 'tap' in one && is(one.tap));

/**
 * The draft as a typed text finds it: what was asked about its last reading counts only while that is the last thing
 * shown, since a number or yes behind a review may answer the review.
 */
export const withAskedLast = ({ person, draft }: Asked): Draft =>
  draft.asked && !isReadingShownLast({ person, draft }) ? withoutAsked(draft) : draft;

/**
 * Asks once more about a reading that is no longer the last thing shown, where a yes or no was typed to it; in the words
 * of the form where it was the form that asked.
 */
export function askedAgain(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft, talk } = at;
  const { asked } = draft;
  if (asked?.key !== slot.key || slot.step.kind === 'yesNo') return undefined;
  if (readYesNo(text).kind !== 'read' || isReadingShownLast(at)) return undefined;
  const { candidates } = asked;
  const own = judgedAnew(at, candidates);
  if (own) return askOn(at, { ...own.draft, misses: draft.misses }, own.notes);
  return askOn(at, draft, notesOn(talk, draft, { kind: 'unsure', slot, candidates }));
}

/** What the form says of the first of the readings, where it asks about the same ones again. */
function judgedAnew(at: At, candidates: readonly Json[]): Judgement | undefined {
  const { talk, context, draft } = at;
  const [value] = candidates;
  if (draft.asked === undefined || value === undefined) return undefined;
  const before = withoutAsked(draft);
  const { draft: after, happened } = moveDraft(at, before, { kind: 'value', key: draft.asked.key, value });
  const judged =
    happened.kind === 'answered' ? talk.judge?.({ before, after, context, ...happened }) : undefined;
  return isDeepStrictEqual(judged?.draft.asked, draft.asked) ? judged : undefined;
}
