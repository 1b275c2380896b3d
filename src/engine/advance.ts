import type { Draft, Entry, Evidence } from './draft.ts';
import type { Form } from './form.ts';
import type { EventId, Json, StepKey } from './ids.ts';
import { readYesNo } from './parse/yesNo.ts';
import { type AnswerProblem, type OptionLabels, problemWith, readAnswer } from './readAnswer.ts';
import { numberedSlots } from './review.ts';
import { type Derived, type Slot, walk } from './walk.ts';

/** A form with what its data cannot say. */
export type Spec = { readonly form: Form; readonly derived: Derived; readonly labels: OptionLabels };

/** When a move was made, by which event, and on which day (Bangkok) it is read. */
export type Turn = { readonly at: Date; readonly event: EventId; readonly today: string };

export type Move =
  | { readonly kind: 'text'; readonly text: string }
  /** A button of a question, present or past. */
  | { readonly kind: 'tap'; readonly key: StepKey; readonly value: string }
  /** A value that the flow found for the present question, such as a suggestion. */
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'end' }
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
  | { readonly kind: 'wentBack'; readonly key: StepKey }
  | { readonly kind: 'atStart' }
  | { readonly kind: 'editing'; readonly slot: Slot }
  | { readonly kind: 'noSuchNumber'; readonly number: number; readonly last: number }
  | { readonly kind: 'kept'; readonly slot: Slot; readonly count: number }
  /** A tap that is older than the answer which stands. */
  | { readonly kind: 'newerStands'; readonly slot: Slot }
  /** A tap on a question that is not asked (any more), or with a value that it does not offer. */
  | { readonly kind: 'notAsked' }
  /** Nothing is open: all questions are answered. */
  | { readonly kind: 'complete' };

export type Advance = { readonly draft: Draft; readonly happened: Happened };

/** The question that a typed text would answer: the one that was gone back to, else the first open one. */
export function presentSlot(spec: Spec, draft: Draft): Slot | undefined {
  const { slots, open } = walk(spec.form, draft, spec.derived);
  return slots.find((slot) => slot.key === draft.focus) ?? open;
}

/** Moves a draft by one turn. */
export function advance(spec: Spec, draft: Draft, move: Move, turn: Turn): Advance {
  const slot = presentSlot(spec, draft);
  switch (move.kind) {
    case 'text':
      return slot ? typed(spec, draft, slot, move.text, turn) : same(draft, { kind: 'complete' });
    case 'value':
      return slot ? take(draft, slot, move.value, turn) : same(draft, { kind: 'complete' });
    case 'tap':
      return tapped(spec, draft, move, turn);
    case 'evidence':
      return slot ? keep(draft, slot, move.evidence, turn) : same(draft, { kind: 'complete' });
    case 'skip': {
      if (!slot) return same(draft, { kind: 'complete' });
      if (!slot.step.optional) return same(draft, { kind: 'mustAnswer', slot });
      return logged(draft, { do: 'skip', key: slot.key }, turn, { kind: 'skipped', slot });
    }
    case 'end': {
      if (!slot?.item?.mayEnd) return same(draft, slot ? { kind: 'mustAnswer', slot } : { kind: 'complete' });
      const key = `${slot.item.of.id}.${slot.item.no}` as StepKey;
      return logged(draft, { do: 'end', key }, turn, { kind: 'ended' });
    }
    case 'back':
      return back(spec, draft, slot, turn);
    case 'edit': {
      const numbered = numberedSlots(spec.form, walk(spec.form, draft, spec.derived).slots);
      const wanted = numbered.find(({ number }) => number === move.number)?.slot;
      if (!wanted)
        return same(draft, { kind: 'noSuchNumber', number: move.number, last: numbered.at(-1)?.number ?? 0 });
      return focus(draft, wanted, turn);
    }
    case 'editKey': {
      const wanted = walk(spec.form, draft, spec.derived).slots.find((one) => one.key === move.key);
      return wanted ? focus(draft, wanted, turn) : same(draft, { kind: 'notAsked' });
    }
    default:
      return move satisfies never;
  }
}

const same = (draft: Draft, happened: Happened): Advance => ({ draft, happened });

/** The draft with one more entry, the question settled. */
function logged(draft: Draft, entry: Bare, turn: Turn, happened: Happened): Advance {
  return {
    draft: { ...settled(draft, turn), log: [...draft.log, { ...entry, at: turn.at, event: turn.event }] },
    happened,
  };
}
type Bare = Entry extends infer E ? (E extends Entry ? Omit<E, 'at' | 'event'> : never) : never;

function settled(draft: Draft, turn: Turn): Draft {
  const { focus: _focus, asked: _asked, ...rest } = draft;
  return { ...rest, misses: 0, touchedAt: turn.at };
}

function focus(draft: Draft, slot: Slot, turn: Turn): Advance {
  return { draft: { ...settled(draft, turn), focus: slot.key }, happened: { kind: 'editing', slot } };
}

function take(draft: Draft, slot: Slot, value: Json, turn: Turn, itemWord = false): Advance {
  const problem = problemWith(slot.step, value, turn.today);
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

function refuse(draft: Draft, slot: Slot, problem: AnswerProblem, turn: Turn): Advance {
  const { asked: _asked, ...rest } = draft;
  const misses = draft.misses + 1;
  return {
    draft: { ...rest, misses, touchedAt: turn.at },
    happened: { kind: 'refused', slot, problem, misses },
  };
}

function typed(spec: Spec, draft: Draft, slot: Slot, text: string, turn: Turn): Advance {
  const only =
    draft.asked?.key === slot.key && draft.asked.candidates.length === 1
      ? draft.asked.candidates[0]
      : undefined;
  if (only !== undefined && slot.step.kind !== 'yesNo') {
    const answer = readYesNo(text);
    if (answer.kind === 'read' && answer.value) return take(draft, slot, only, turn);
    if (answer.kind === 'read')
      return refuse(draft, slot, { code: 'unreadable', kind: slot.step.kind }, turn);
  }
  const { reading, itemWord } = readAnswer(slot.step, text, turn.today, spec.labels);
  switch (reading.kind) {
    case 'read':
      return take(draft, slot, reading.value, turn, itemWord);
    case 'unreadable':
      return refuse(draft, slot, { code: 'unreadable', kind: slot.step.kind }, turn);
    case 'ambiguous': {
      const candidates = reading.candidates.filter((value) => !problemWith(slot.step, value, turn.today));
      const [first] = reading.candidates;
      if (candidates.length === 0 && first !== undefined) return take(draft, slot, first, turn);
      return {
        draft: { ...draft, asked: { key: slot.key, candidates }, touchedAt: turn.at },
        happened: { kind: 'unsure', slot, candidates },
      };
    }
    default:
      return reading satisfies never;
  }
}

function tapped(spec: Spec, draft: Draft, tap: { key: StepKey; value: string }, turn: Turn): Advance {
  const slot = walk(spec.form, draft, spec.derived).slots.find((one) => one.key === tap.key);
  if (!slot) return same(draft, { kind: 'notAsked' });
  if (slot.entry && slot.entry.at > turn.at) return same(draft, { kind: 'newerStands', slot });
  const value = tappedValue(draft, slot, tap.value);
  if (value === undefined || problemWith(slot.step, value, turn.today)?.code === 'unreadable') {
    return same(draft, { kind: 'notAsked' });
  }
  return take(draft, slot, value, turn);
}

/** What a button's value stands for: an option, a candidate of an uncertain reading (`#0`), a picked date. */
function tappedValue(draft: Draft, slot: Slot, value: string): Json | undefined {
  const candidate = /^#(\d+)$/.exec(value)?.[1];
  if (candidate !== undefined) {
    return draft.asked?.key === slot.key ? draft.asked.candidates[Number(candidate)] : undefined;
  }
  if (slot.step.kind === 'yesNo') return value === 'yes' ? true : value === 'no' ? false : undefined;
  return slot.step.kind === 'choice' || slot.step.kind === 'date' ? value : undefined;
}

function keep(draft: Draft, slot: Slot, evidence: Evidence, turn: Turn): Advance {
  if (slot.step.kind === 'location' && evidence.kind === 'location') {
    return take(draft, slot, { latitude: evidence.latitude, longitude: evidence.longitude }, turn);
  }
  if (slot.step.kind === 'photo' && evidence.kind === 'photo') return take(draft, slot, evidence.file, turn);
  const entry = { do: 'keep' as const, key: slot.key, evidence, at: turn.at, event: turn.event };
  const log = [...draft.log, entry];
  const count = log.filter((one) => one.do === 'keep' && one.key === slot.key).length;
  return { draft: { ...draft, log, touchedAt: turn.at }, happened: { kind: 'kept', slot, count } };
}

/** Takes the last answer off again and asks its question; during an edit it only leaves the edit. */
function back(spec: Spec, draft: Draft, slot: Slot | undefined, turn: Turn): Advance {
  if (slot?.entry && draft.focus === slot.key) {
    return { draft: settled(draft, turn), happened: { kind: 'wentBack', key: slot.key } };
  }
  const last = draft.log.findLastIndex((entry) => entry.do !== 'keep');
  const entry = draft.log[last];
  if (!entry) return same(draft, { kind: 'atStart' });
  const shorter = { ...settled(draft, turn), log: draft.log.toSpliced(last, 1) };
  const asked = walk(spec.form, shorter, spec.derived).slots.some((one) => one.key === entry.key);
  return {
    draft: asked ? { ...shorter, focus: entry.key } : shorter,
    happened: { kind: 'wentBack', key: entry.key },
  };
}
