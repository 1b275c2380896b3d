import { presentSlot } from '../../engine/advance.ts';
import { type Draft, isBegun } from '../../engine/draft.ts';
import type { DateStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import { boundsOf, type DayBounds, exampleDay } from '../../engine/readAnswer.ts';
import type { Slot } from '../../engine/walk.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { missesUntilHelp } from '../ask/prompt.ts';
import type { Context } from '../flow.ts';
import { type Card, type Message, type Option, type Reply, said, type Text, t } from '../reply.ts';
import { reviewReply, shortReview } from './review.ts';
import { cardReply, isCardShown } from './severalCard.ts';
import {
  type FormTalk,
  openSuggestions,
  optionLabel,
  optionText,
  type Suggestion,
  specOf,
  stepKey,
} from './talk.ts';
import { dateOrYear, toIsoDate, valueText } from './value.ts';

/** Words on buttons at once; more are paged. */
const wordsShown = 8;

export type Shown = {
  readonly first?: Card;
  /** Of the words that are offered, from 0. */
  readonly page?: number;
  /** Everything was answered before, so the review has been read. */
  readonly isReviewed?: boolean;
};

/** Asks the draft's present question, or shows the review when nothing is open; with notes said first. */
export function questionReply(
  talk: FormTalk,
  draft: Draft,
  notes: readonly Text[],
  context: Context,
  { first, page = 0, isReviewed }: Shown = {},
): Reply {
  const { proposed } = draft;
  if (proposed && isCardShown(draft)) return withFirst(cardReply(talk, draft, proposed), notes, first);
  const slot = presentSlot(specOf(talk, context), draft);
  if (!slot) return withFirst((isReviewed ? shortReview : reviewReply)(talk, draft, context), notes, first);
  const title = titleOf(talk, draft, slot);
  const special = talk.question?.({
    draft,
    slot,
    title,
    labels: (option) => optionText(talk.form, slot.step, option),
    newest: context.year,
  });
  const message: Message = special
    ? { kind: 'card', card: special.card }
    : plainQuestion(talk, draft, slot, title, context, page);
  const options = special?.options ?? optionsOf(talk, draft, slot, context, page);
  const help: Option = { label: t('commands:help'), tap: { kind: 'say' } };
  const reply: Reply = {
    messages: [message],
    options: draft.misses < missesUntilHelp ? options : [...options, help],
    asks: true,
  };
  return withFirst(reply, notes, first);
}

/** The notes as a message before the question; a milestone's card carries them itself. */
export function withFirst(reply: Reply, notes: readonly Text[], first?: Card): Reply {
  if (first) {
    const quiet = notes.map((text) => ({ kind: 'text' as const, text, tone: 'quiet' as const }));
    const card = { ...first, blocks: [...first.blocks, ...quiet] };
    return { ...reply, messages: [{ kind: 'card', card }, ...reply.messages] };
  }
  if (notes.length === 0) return reply;
  return { ...reply, messages: [{ kind: 'text', text: notes }, ...reply.messages] };
}

/** A question's title; with its heading number where it has one. */
export function titleOf(talk: FormTalk, draft: Draft, slot: Slot): Text {
  if ((draft.proposed?.shared[0]?.length ?? 0) > 1) return t(stepKey(talk.form, slot.step, 'titleForAll'));
  const title = t(stepKey(talk.form, slot.step, 'title'), talk.titleParams?.(draft, slot) ?? {});
  if (slot.step.number === undefined || talk.form.numbered === undefined) return title;
  return t('common:heading', { n: slot.step.number, of: talk.form.numbered, title });
}

function plainQuestion(
  talk: FormTalk,
  draft: Draft,
  slot: Slot,
  title: Text,
  context: Context,
  page: number,
): Message {
  const part = t(`forms:${talk.form.id}.${talk.form.version}.parts.${slot.step.part}`);
  const suggestion = talk.suggestion?.(draft, slot, context.today);
  const numbered = slot.step.number !== undefined;
  const below = [
    ...(suggestion ? [suggestionLine(talk, slot, suggestion)] : []),
    ...(suggestion ? [] : dayExample(talk, draft, slot, context)),
    ...wordRows(talk, draft, slot, page),
  ];
  const text = [...(numbered ? [title] : [part, title]), ...below];
  return manyCard(talk, slot, title, below) ?? { kind: 'text', text };
}

/** A day that the question takes, as one types it. */
function dayExample(talk: FormTalk, draft: Draft, slot: Slot, { today }: Context): readonly Text[] {
  if (slot.step.kind !== 'date') return [];
  const example = exampleDay(slot.step, today, talk.bounds?.(draft, slot, today));
  return [
    slot.step.yearAlone
      ? t('common:dateOrYearExample', dateOrYear(example))
      : t('common:dateExample', { example: { date: toIsoDate(example) } }),
  ];
}

/** Several choices are typed by their numbers, so these are shown. */
function manyCard(
  talk: FormTalk,
  { step }: Slot,
  heading: Text,
  below: readonly Text[],
): Message | undefined {
  if (step.kind !== 'many') return undefined;
  const rows = step.options.map((option, place) =>
    t('choose:row', { n: place + 1, name: optionText(talk.form, step, option) }),
  );
  const blocks = [...rows, ...below].map((text) => ({ kind: 'text' as const, text }));
  return { kind: 'card', card: { heading, blocks } };
}

/** A text of ours is kept in Thai, which is said where another language is read. */
const suggestionLine = (talk: FormTalk, { step }: Slot, suggestion: Suggestion): Text =>
  suggestion.kind === 'text'
    ? t('common:suggestionKept', { value: suggestion.text })
    : t('common:suggestion', { value: valueText(talk.form, step, suggestion.value) });

/** What is offered as an answer of free text, in the order of the buttons. */
export function wordsOffered(talk: FormTalk, draft: Draft, slot: Slot): readonly Json[] {
  if (slot.step.kind !== 'text') return [];
  return draft.asked?.key === slot.key ? draft.asked.candidates : (talk.choices?.(draft, slot) ?? []);
}

/** Words that are offered have numbers, which may be typed; buttons cut them, and a PC shows none. One that is asked about stands in its question. */
function wordRows(talk: FormTalk, draft: Draft, slot: Slot, page: number): readonly Text[] {
  const words = wordsOffered(talk, draft, slot);
  const isNamed = words.length === 1 && draft.asked?.key === slot.key;
  const from = page * wordsShown;
  return isNamed
    ? []
    : words.slice(from, from + wordsShown).map((word, place) => {
        const name = talk.candidate?.(draft, slot, word) ?? said(String(word));
        return t('choose:row', { n: from + place + 1, name });
      });
}

/** The buttons under a question. */
export function optionsOf(
  talk: FormTalk,
  draft: Draft,
  slot: Slot,
  context: Context,
  page = 0,
): readonly Option[] {
  return [
    ...offerOptions(talk, draft, slot),
    ...answerOptions(talk, draft, slot, context, page),
    ...moveOptions(talk, draft, slot, context),
  ];
}

/** Answers with words of their own; not beside a reading that is asked about. */
const offerOptions = (talk: FormTalk, draft: Draft, slot: Slot): readonly Option[] =>
  draft.asked?.key === slot.key
    ? []
    : (talk.offers?.(draft, slot) ?? []).map(({ id, label }) => ({
        label,
        tap: { kind: 'answer', draft: draft.id, step: slot.key, value: id },
      }));

/** The readings of an uncertain answer, each a button. */
export function candidateOptions(
  { form, candidate }: Pick<FormTalk, 'form' | 'candidate'>,
  draft: Draft,
  slot: Slot,
): readonly Option[] {
  const candidates = draft.asked?.key === slot.key ? draft.asked.candidates : [];
  return candidates.map((value, i) => ({
    label: candidate?.(draft, slot, value) ?? valueText(form, slot.step, value),
    tap: { kind: 'answer', draft: draft.id, step: slot.key, value: `#${i}` },
  }));
}

function answerOptions(
  talk: FormTalk,
  draft: Draft,
  slot: Slot,
  context: Context,
  page: number,
): readonly Option[] {
  const tap = (value: string) => ({ kind: 'answer' as const, draft: draft.id, step: slot.key, value });
  const { step } = slot;
  if (draft.asked?.key === slot.key) return candidateOptions(talk, draft, slot);
  switch (step.kind) {
    case 'choice':
      return step.options.map((option) => ({
        label: optionLabel(talk.form, step, option),
        tap: tap(option),
      }));
    case 'yesNo':
      return [
        { label: t('common:yes'), tap: tap('yes') },
        { label: t('common:no'), tap: tap('no') },
      ];
    case 'date':
      return [
        {
          label: t('common:pickDate'),
          pick: 'date',
          draft: draft.id,
          step: slot.key,
          ...daysToPick(step, context.today, talk.bounds?.(draft, slot, context.today)),
        },
        ...(step.only === 'past' ? [{ label: t('common:today'), tap: tap(toIsoDate(context.today)) }] : []),
      ];
    case 'photo':
      return [
        { label: t('common:photo'), pick: 'camera' },
        { label: t('common:album'), pick: 'cameraRoll' },
      ];
    case 'location':
      return [{ label: t('common:sendLocation'), pick: 'location' }];
    case 'text':
      return wordOptions(talk, draft, slot, page);
    case 'many':
      return step.options.map((option) => ({
        label: optionText(talk.form, step, option),
        tap: tap(option),
      }));
    case 'number':
    case 'money':
    case 'phone':
      return [];
    default:
      return step satisfies never;
  }
}

/** What a calendar shows: the days that may be, today first where it is one of them. */
export function daysToPick(step: DateStep, today: IsoDate, besides?: DayBounds) {
  const { from, to } = boundsOf(step, today, besides);
  const initial = from !== undefined && from > today ? from : to !== undefined && to < today ? to : today;
  return {
    initial: toIsoDate(initial),
    ...(from !== undefined && { min: toIsoDate(from) }),
    ...(to !== undefined && { max: toIsoDate(to) }),
  };
}

/** A page of the words, and a button to the next one. */
function wordOptions(talk: FormTalk, draft: Draft, slot: Slot, page: number): readonly Option[] {
  const all = talk.choices?.(draft, slot) ?? [];
  const to = (page + 1) * wordsShown;
  const words = all.slice(page * wordsShown, to).map(
    (word): Option => ({
      label: said(word),
      tap: { kind: 'answer', draft: draft.id, step: slot.key, value: word },
    }),
  );
  if (to >= all.length) return words;
  const more = {
    kind: 'act',
    flow: 'form',
    act: 'moreWords',
    value: String(page + 1),
    draft: draft.id,
  } as const;
  return [...words, { label: t('common:more'), tap: more }];
}

function moveOptions(talk: FormTalk, draft: Draft, slot: Slot, context: Context): readonly Option[] {
  const own = (act: 'suggest' | 'suggestAll' | 'end' | 'explain', label: Text): Option => ({
    label,
    tap: { kind: 'act', flow: 'form', act, value: slot.key, draft: draft.id },
  });
  return [
    ...(talk.suggestion?.(draft, slot, context.today) ? [own('suggest', t('common:useSuggestion'))] : []),
    ...(hasMoreSuggestions(talk, draft, slot, context)
      ? [own('suggestAll', t('common:useAllSuggestions'))]
      : []),
    ...(slot.item?.mayEnd ? [own('end', t('common:done'))] : []),
    ...(talk.explain?.(slot).length ? [own('explain', t('common:explain'))] : []),
    ...(slot.step.optional ? [{ label: t('commands:skip'), tap: { kind: 'say' as const } }] : []),
    ...(isBegun(draft) ? [{ label: t('commands:back'), tap: { kind: 'say' as const } }] : []),
  ];
}

/** Whether the question and another open one have suggestions, so that they may be taken together. */
function hasMoreSuggestions(talk: FormTalk, draft: Draft, { key }: Slot, { today }: Context): boolean {
  if (draft.proposed || !talk.suggestion) return false;
  const suggested = openSuggestions(talk, draft, today);
  return suggested.length > 1 && suggested.some(({ slot }) => slot.key === key);
}
