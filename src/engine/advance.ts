import { answerOf, fits } from './attached.ts';
import { type Draft, type Entry, type Evidence, type Proposed, withoutAsked, withoutCard } from './draft.ts';
import type { Form } from './form.ts';
import type { EventId, Json, StepKey } from './ids.ts';
import { readingOf } from './parse/candidates.ts';
import { saysNone, saysNoPhone } from './parse/none.ts';
import { readChoiceNumber } from './parse/number.ts';
import { type Reading, unreadable } from './parse/reading.ts';
import { readYesNo } from './parse/yesNo.ts';
import {
  type AnswerProblem,
  type DayBounds,
  type OptionLabels,
  problemOfText,
  problemWith,
  type ReadAnswer,
  readAnswer,
} from './readAnswer.ts';
import { numberedSlots } from './review.ts';
import { type Derived, type Slot, toKey, walk } from './walk.ts';

/** A form with what its data cannot say. */
export type Spec = {
  readonly form: Form;
  readonly derived: Derived;
  readonly labels: OptionLabels;
  /** Words for an answer that are the form's own; where they say nothing the text is read as any other. */
  readonly reads?: (draft: Draft, slot: Slot, text: string) => Reading<Json>;
  /** The days that a date of a draft may be, besides what the form says. */
  readonly bounds?: (draft: Draft, slot: Slot, today: string) => DayBounds | undefined;
};

/** When a move was made, by which event, and on which day (Bangkok) it is read. */
export type Moment = { readonly at: Date; readonly event: EventId; readonly today: string };

export type Move =
  | { readonly kind: 'text'; readonly text: string }
  /** A button of a question, present or past. */
  | { readonly kind: 'tap'; readonly key: StepKey; readonly value: string }
  /** A value that the flow found for a question, such as a suggestion; null passes over one that is optional. */
  | { readonly kind: 'value'; readonly key: StepKey; readonly value: Json }
  /** Something that was sent; `more` came together with it. */
  | { readonly kind: 'evidence'; readonly evidence: Evidence; readonly more?: readonly Evidence[] }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  /** Ends a list before the item that the question begins. */
  | { readonly kind: 'end'; readonly key: StepKey }
  /** By the number that the heading or the review shows. */
  | { readonly kind: 'edit'; readonly number: number }
  | { readonly kind: 'editKey'; readonly key: StepKey };

/** What came of a move; the flow finds the words. */
export type Happened =
  | {
      readonly kind: 'answered';
      readonly slot: Slot;
      readonly value: Json;
      readonly itemWord: boolean;
      readonly changed: boolean;
      /** How many were sent together with it, and are kept beside it. */
      readonly more?: number;
    }
  | {
      readonly kind: 'refused';
      readonly slot: Slot;
      readonly problem: AnswerProblem;
      readonly misses: number;
    }
  /** The reading is not certain: these are asked about. */
  | { readonly kind: 'unsure'; readonly slot: Slot; readonly candidates: readonly Json[] }
  | { readonly kind: 'skipped'; readonly slot: Slot }
  | { readonly kind: 'mustAnswer'; readonly slot: Slot }
  | { readonly kind: 'ended' }
  /** With the answer that was taken off, unless only an edit was left. */
  | {
      readonly kind: 'wentBack';
      readonly key: StepKey;
      readonly taken?: { readonly slot: Slot; readonly value: Json };
      /** So many answers of one card were taken off. */
      readonly several?: number;
    }
  | { readonly kind: 'atStart' }
  | { readonly kind: 'editing'; readonly slot: Slot }
  | { readonly kind: 'noSuchNumber'; readonly number: number; readonly last: number }
  | { readonly kind: 'kept'; readonly slot: Slot; readonly evidence: Evidence; readonly count: number }
  /** A tap that is older than the answer which stands. */
  | { readonly kind: 'newerStands'; readonly slot: Slot }
  /** A tap on a question that is not asked (any more), or with a value that it does not offer. */
  | { readonly kind: 'notAsked' }
  /** Nothing is open: all questions are answered. */
  | { readonly kind: 'complete' };

export type Advance = { readonly draft: Draft; readonly happened: Happened };

/** The question that a typed text would answer: the one asked for several, the one that was gone back to, else the first open one. */
export function presentSlot(spec: Spec, draft: Draft): Slot | undefined {
  const { slots, open } = walk(spec.form, draft, spec.derived);
  const wanted = draft.proposed?.shared[0]?.[0] ?? draft.focus;
  return slots.find((slot) => slot.key === wanted) ?? open;
}

/** Moves a draft by one turn. */
export function advance(spec: Spec, draft: Draft, move: Move, turn: Moment): Advance {
  const slot = presentSlot(spec, draft);
  switch (move.kind) {
    case 'text':
      return slot ? typed(spec, draft, slot, move.text, turn) : same(draft, { kind: 'complete' });
    case 'value':
      return tapped(spec, draft, move.key, () => move.value, turn);
    case 'tap':
      return tapped(spec, draft, move.key, (of) => tappedValue(draft, of, move.value), turn);
    case 'evidence':
      return slot ? keep(spec, draft, slot, move, turn) : keepAtReview(spec, draft, move, turn);
    case 'skip': {
      if (!slot) return same(draft, { kind: 'complete' });
      if (!slot.step.optional) return same(draft, { kind: 'mustAnswer', slot });
      return skip(draft, slot, turn);
    }
    case 'end':
      return end(spec, draft, move.key, slot, turn);
    case 'back':
      return back(spec, draft, turn);
    case 'edit': {
      const numbered = numberedSlots(spec.form, walk(spec.form, draft, spec.derived).slots);
      const wanted = numbered.find(({ number }) => number === move.number)?.slot;
      if (!wanted)
        return same(draft, { kind: 'noSuchNumber', number: move.number, last: numbered.at(-1)?.number ?? 0 });
      return focus(draft, wanted, turn);
    }
    case 'editKey': {
      const wanted = slotAt(spec, draft, move.key);
      return wanted ? focus(draft, wanted, turn) : same(draft, { kind: 'notAsked' });
    }
    default:
      return move satisfies never;
  }
}

const same = (draft: Draft, happened: Happened): Advance => ({ draft, happened });

/** The draft with one more entry, the question settled. */
function logged(draft: Draft, entry: Bare, turn: Moment, happened: Happened): Advance {
  return {
    draft: { ...unfocused(draft, turn), log: [...draft.log, { ...entry, at: turn.at, event: turn.event }] },
    happened,
  };
}
type Bare = Entry extends infer E ? (E extends Entry ? Omit<E, 'at' | 'event'> : never) : never;

function unfocused(draft: Draft, turn: Moment): Draft {
  const { focus: _focus, stays: _stays, asked: _asked, proposed: _proposed, ...rest } = draft;
  return { ...rest, misses: 0, touchedAt: turn.at };
}

function focus(draft: Draft, slot: Slot, turn: Moment): Advance {
  return { draft: { ...unfocused(draft, turn), focus: slot.key }, happened: { kind: 'editing', slot } };
}

const problemIn = (spec: Spec, draft: Draft, slot: Slot, value: Json, { today }: Moment) =>
  problemWith(slot.step, value, today, spec.bounds?.(draft, slot, today));

const unreadableIn = (spec: Spec, draft: Draft, slot: Slot, text: string, { today }: Moment): AnswerProblem =>
  problemOfText(slot.step, text, today, spec.bounds?.(draft, slot, today));

function take(spec: Spec, draft: Draft, slot: Slot, value: Json, turn: Moment, itemWord = false): Advance {
  const problem = problemIn(spec, draft, slot, value, turn);
  if (problem) return refuse(draft, slot, problem, turn);
  const changed = slot.entry?.do === 'answer';
  return logged(draft, { do: 'answer', key: slot.key, value }, turn, {
    kind: 'answered',
    slot,
    value,
    itemWord,
    changed,
  });
}

function refuse(draft: Draft, slot: Slot, problem: AnswerProblem, turn: Moment): Advance {
  const { asked: _asked, ...rest } = draft;
  const misses = draft.misses + 1;
  return {
    draft: { ...rest, misses, touchedAt: turn.at },
    happened: { kind: 'refused', slot, problem, misses },
  };
}

function typed(spec: Spec, draft: Draft, slot: Slot, text: string, turn: Moment): Advance {
  const only =
    draft.asked?.key === slot.key && draft.asked.candidates.length === 1
      ? draft.asked.candidates[0]
      : undefined;
  if (only !== undefined && slot.step.kind !== 'yesNo') {
    const answer = readYesNo(text);
    if (answer.kind === 'read' && answer.value) return take(spec, draft, slot, only, turn);
    if (answer.kind === 'read') return refuse(draft, slot, unreadableIn(spec, draft, slot, text, turn), turn);
  }
  const { reading: heard, itemWord } = heardBy(spec, draft, slot, text, turn);
  const reading = orPlaceAsked(draft, slot, text, heard);
  if (slot.step.optional && saysNothing(slot, text, reading)) return skip(draft, slot, turn);
  switch (reading.kind) {
    case 'read':
      return take(spec, draft, slot, reading.value, turn, itemWord);
    case 'unreadable':
      return refuse(draft, slot, unreadableIn(spec, draft, slot, text, turn), turn);
    case 'ambiguous': {
      const candidates = reading.candidates.filter((value) => !problemIn(spec, draft, slot, value, turn));
      const [first] = reading.candidates;
      if (candidates.length === 0 && first !== undefined) return take(spec, draft, slot, first, turn);
      return {
        draft: { ...draft, asked: { key: slot.key, candidates }, touchedAt: turn.at },
        happened: { kind: 'unsure', slot, candidates },
      };
    }
    default:
      return reading satisfies never;
  }
}

function heardBy(spec: Spec, draft: Draft, slot: Slot, text: string, { today }: Moment): ReadAnswer {
  const own = spec.reads?.(draft, slot, text) ?? unreadable;
  return own.kind === 'unreadable'
    ? readAnswer(slot.step, text, today, spec.labels)
    : { reading: own, itemWord: false };
}

/** `ไม่มี` passes over a question that need not be answered. */
function saysNothing({ step }: Slot, text: string, { kind }: Reading<Json>): boolean {
  if (step.kind === 'phone') return kind === 'unreadable' && saysNoPhone(text);
  return (step.kind === 'text' || kind === 'unreadable') && saysNone(text);
}

const skip = (draft: Draft, slot: Slot, turn: Moment): Advance =>
  logged(draft, { do: 'skip', key: slot.key }, turn, { kind: 'skipped', slot });

/** While two amounts are asked about, "1" may be the first of them as well as one baht. */
function orPlaceAsked({ asked }: Draft, slot: Slot, text: string, heard: Reading<Json>): Reading<Json> {
  const isAmount = slot.step.kind === 'money' || slot.step.kind === 'number';
  const candidates = asked?.key === slot.key ? asked.candidates : [];
  if (!isAmount || candidates.length < 2 || heard.kind !== 'read' || candidates.includes(heard.value))
    return heard;
  const { reading: place } = readChoiceNumber(text);
  const meant = place.kind === 'read' ? candidates[place.value - 1] : undefined;
  return meant === undefined ? heard : readingOf([meant, heard.value], false);
}

/** A question by its key; also one that a list which was ended would go on with. */
export function slotAt(spec: Spec, draft: Draft, key: StepKey): Slot | undefined {
  return walk(spec.form, { ...draft, focus: key }, spec.derived).slots.find((one) => one.key === key);
}

/** A button's answer to the question that it was under, which need not be the present one. */
function tapped(
  spec: Spec,
  draft: Draft,
  key: StepKey,
  valueFor: (slot: Slot) => Json | undefined,
  turn: Moment,
): Advance {
  const slot = slotAt(spec, draft, key);
  if (!slot) return same(draft, { kind: 'notAsked' });
  if (slot.entry && slot.entry.at > turn.at) return same(draft, { kind: 'newerStands', slot });
  const value = valueFor(slot);
  if (value === null && slot.step.optional) {
    const skipped = skip(draft, slot, turn);
    return presentSlot(spec, draft)?.key === key ? skipped : staying(spec, draft, skipped);
  }
  if (value === undefined || problemIn(spec, draft, slot, value, turn)?.code === 'unreadable') {
    return same(draft, { kind: 'notAsked' });
  }
  const taken = take(spec, draft, slot, value, turn);
  return presentSlot(spec, draft)?.key === key ? taken : staying(spec, draft, taken);
}

/** An answer to another question leaves the person where they are, unless it hides that place. */
function staying(spec: Spec, { focus, stays, asked, proposed, misses }: Draft, taken: Advance): Advance {
  const draft: Draft = {
    ...taken.draft,
    misses,
    ...(focus ? { focus } : {}),
    ...(stays ? { stays } : {}),
    ...(asked ? { asked } : {}),
    ...(proposed ? { proposed } : {}),
  };
  const isThere = focus === undefined || presentSlot(spec, draft)?.key === focus;
  return isThere ? { ...taken, draft } : taken;
}

/** What a button's value stands for: an option, words offered, a candidate of an uncertain reading (`#0`), a picked date. */
function tappedValue(draft: Draft, slot: Slot, value: string): Json | undefined {
  const candidate = /^#(\d+)$/.exec(value)?.[1];
  if (candidate !== undefined) {
    return draft.asked?.key === slot.key ? draft.asked.candidates[Number(candidate)] : undefined;
  }
  if (slot.step.kind === 'many') return [value];
  if (slot.step.kind === 'yesNo') return value === 'yes' ? true : value === 'no' ? false : undefined;
  return ['choice', 'date', 'text'].includes(slot.step.kind) ? value : undefined;
}

type Sent = Extract<Move, { kind: 'evidence' }>;

/** With nothing open a photo belongs to the question that asks for one, beside those that are there. */
function keepAtReview(spec: Spec, draft: Draft, sent: Sent, turn: Moment): Advance {
  const { slots } = walk(spec.form, draft, spec.derived);
  const value = answerOf(sent.evidence);
  const slot = slots.find(({ step }) => step.kind === 'photo' && value !== undefined && fits(step, value));
  if (!slot) return same(draft, { kind: 'complete' });
  return slot.entry?.do === 'answer'
    ? keepBeside(draft, slot, sent, turn)
    : keep(spec, draft, slot, sent, turn);
}

const keptOn = ({ key }: Slot, all: readonly Evidence[], { at, event }: Moment): readonly Entry[] =>
  all.map((evidence) => ({ do: 'keep', key, evidence, at, event }));

function keepBeside(draft: Draft, slot: Slot, { evidence, more = [] }: Sent, turn: Moment): Advance {
  const log = [...draft.log, ...keptOn(slot, [evidence, ...more], turn)];
  const count = log.filter((one) => one.do === 'keep' && one.key === slot.key).length;
  return { draft: { ...draft, log, touchedAt: turn.at }, happened: { kind: 'kept', slot, evidence, count } };
}

function keep(spec: Spec, draft: Draft, slot: Slot, sent: Sent, turn: Moment): Advance {
  const { evidence, more = [] } = sent;
  if (slot.step.kind === 'location' && evidence.kind === 'location') {
    return take(spec, draft, slot, { latitude: evidence.latitude, longitude: evidence.longitude }, turn);
  }
  if (slot.step.kind === 'photo') {
    const value = answerOf(evidence);
    if (value !== undefined && fits(slot.step, value)) {
      const taken = take(spec, draft, slot, value, turn);
      if (taken.happened.kind !== 'answered' || more.length === 0) return taken;
      return {
        draft: { ...taken.draft, log: [...taken.draft.log, ...keptOn(slot, more, turn)] },
        happened: { ...taken.happened, more: more.length },
      };
    }
  }
  return keepBeside(draft, slot, sent, turn);
}

/** A list ends before an item of which nothing is answered yet, or before the one that is being edited. */
function end(spec: Spec, draft: Draft, key: StepKey, present: Slot | undefined, turn: Moment): Advance {
  const slot = slotAt(spec, draft, key);
  if (!slot?.item?.mayEnd) return same(draft, { kind: 'notAsked' });
  const isEnded = walk(spec.form, draft, spec.derived).slots.every((one) => one.key !== key);
  if (isEnded) return same(draft, { kind: 'ended' });
  const isPresent = present?.key === key;
  if (slot.entry && !isPresent) return same(draft, { kind: 'newerStands', slot });
  // While an item is looked at again its list is not cut short: that only ends the edit.
  if (slot.entry && draft.focus === key)
    return { draft: unfocused(draft, turn), happened: { kind: 'ended' } };
  const item = toKey(`${slot.item.of.id}.${slot.item.no}`);
  const ended = logged(draft, { do: 'end', key: item }, turn, { kind: 'ended' });
  return isPresent ? ended : staying(spec, draft, ended);
}

/**
 * Marks what one card brought, so that one step back takes all of it off and asks what was present before it, also
 * where that is still present.
 */
export function keptFrom(spec: Spec, before: Draft, after: Draft): Draft {
  const from = presentSlot(spec, before)?.key;
  if (from === undefined) return after;
  const log = after.log.map((entry, at) => (at < before.log.length ? entry : { ...entry, from }));
  return { ...after, log, ...(after.focus !== undefined && { stays: true }) };
}

/**
 * Takes the last answer off again and asks its question; during an edit it only leaves the edit, unless its question is
 * the next one anyway.
 */
function back(spec: Spec, draft: Draft, turn: Moment): Advance {
  const { focus, stays, proposed } = draft;
  const again = proposed && lastShared(spec, draft, proposed, turn);
  if (again) return again;
  if (proposed) {
    const rest = withoutCard(draft);
    const key = presentSlot(spec, rest)?.key ?? proposed.answers[0]?.key;
    if (key)
      return { draft: { ...rest, misses: 0, touchedAt: turn.at }, happened: { kind: 'wentBack', key } };
  }
  const isEdit = focus !== undefined && !stays && presentSlot(spec, draft)?.key === focus;
  if (isEdit && walk(spec.form, unfocused(draft, turn), spec.derived).open?.key !== focus) {
    return { draft: unfocused(draft, turn), happened: { kind: 'wentBack', key: focus } };
  }
  const last = draft.log.findLast(({ do: what, known }) => what !== 'keep' && !known);
  if (!last) return same(draft, { kind: 'atStart' });
  // All that one event brought goes together: a card of several answers, and what was sent with an answer.
  const isLast = ({ event, known }: Entry): boolean => event === last.event && !known;
  const log = draft.log.filter((one) => !isLast(one));
  const taken = draft.log.filter((one) => isLast(one) && one.do !== 'keep');
  const entry = taken[0] ?? last;
  const shorter = { ...unfocused(draft, turn), log };
  const asked = askedBefore(spec, shorter, taken) ?? askedBy(spec, shorter, entry);
  const isOpen = walk(spec.form, shorter, spec.derived).open?.key === asked;
  return {
    draft: asked && !isOpen ? { ...shorter, focus: asked } : shorter,
    happened: {
      kind: 'wentBack',
      key: asked ?? entry.key,
      ...(taken.length > 1 ? { several: taken.length } : takenOff(spec, draft, entry)),
    },
  };
}

/** The last question that one answer was given for several of, asked once more; the rest of the card waits on. */
function lastShared(spec: Spec, draft: Draft, proposed: Proposed, turn: Moment): Advance | undefined {
  const { done = [], shared, answers } = proposed;
  const group = done.at(-1);
  const key = group?.[0];
  if (!group || key === undefined) return undefined;
  const slot = slotAt(spec, draft, key);
  const given = answers.find((one) => one.key === key);
  const before: Proposed = {
    ...proposed,
    answers: answers.filter((one) => !group.includes(one.key)),
    shared: [group, ...shared],
    done: done.slice(0, -1),
  };
  return {
    draft: { ...withoutAsked(draft), proposed: before, misses: 0, touchedAt: turn.at },
    happened: { kind: 'wentBack', key, ...(slot && given && { taken: { slot, value: given.value } }) },
  };
}

/** Of several answers at once the question that was present before them. */
function askedBefore(spec: Spec, shorter: Draft, taken: readonly Entry[]): StepKey | undefined {
  const from = taken.find((one) => one.from !== undefined)?.from;
  const slot = from === undefined ? undefined : slotAt(spec, shorter, from);
  return slot?.key ?? (taken.length > 1 ? presentSlot(spec, shorter)?.key : undefined);
}

/** The answer that is no more, to be told. */
function takenOff(spec: Spec, draft: Draft, entry: Entry): { readonly taken?: { slot: Slot; value: Json } } {
  const slot = entry.do === 'answer' ? slotAt(spec, draft, entry.key) : undefined;
  return slot && entry.do === 'answer' ? { taken: { slot, value: entry.value } } : {};
}

/** The question that an entry answered; of a list's end the one that it was given instead of. */
function askedBy(spec: Spec, draft: Draft, { do: what, key }: Entry): StepKey | undefined {
  if (what !== 'end') return slotAt(spec, draft, key)?.key;
  const item = toKey(`${key}.`);
  const { slots } = walk(spec.form, { ...draft, focus: item }, spec.derived);
  return slots.find((slot) => slot.key.startsWith(item))?.key;
}
