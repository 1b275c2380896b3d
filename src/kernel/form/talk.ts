import type { Spec } from '../../engine/advance.ts';
import type { Attached } from '../../engine/attached.ts';
import type { Answered, Draft, Evidence } from '../../engine/draft.ts';
import type { Form, LeafStep } from '../../engine/form.ts';
import type { Json, StepKey } from '../../engine/ids.ts';
import type { Reading } from '../../engine/parse/reading.ts';
import type { DayBounds } from '../../engine/readAnswer.ts';
import { type Derived, type Slot, valuesOf, walk } from '../../engine/walk.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { Unit } from '../../programme/report/unit.ts';
import type { Decision } from '../decision.ts';
import type { InboundEvent } from '../event.ts';
import type { Context } from '../flow.ts';
import type { Intent } from '../intent.ts';
import type { Person } from '../person.ts';
import type { Card, Option, Params, Text } from '../reply.ts';
import { said, t } from '../reply.ts';
import type { TextKey } from '../textKey.ts';

/**
 * What a form says beyond its data: its special cards, its suggestions and what submitting it means.
 * Everything else – questions, problems, editing, parking – is the same for every form.
 */
export type FormTalk = {
  readonly form: Form;
  readonly derived: Derived;
  /** What the draft is, as in "… is parked". */
  readonly about: (draft: Draft) => Text;
  /** A card of its own for a question; absent for a plain one. */
  readonly question?: (
    view: QuestionView,
  ) => { readonly card: Card; readonly options?: readonly Option[] } | undefined;
  /** What a title needs filled in. */
  readonly titleParams?: (draft: Draft, slot: Slot) => Params;
  /** What a question is called beside its answer, where its title is too long for that. */
  readonly name?: (slot: Slot, draft: Draft) => Text | undefined;
  /** A proposed answer, taken with `ใช้คำแนะนำ`. */
  readonly suggestion?: (draft: Draft, slot: Slot, today: IsoDate) => Suggestion | undefined;
  /** A longer explanation of a question; nothing where it has none. */
  readonly explain?: (slot: Slot) => readonly Text[];
  /** A card for a moment worth one, such as all indicators answered. */
  readonly milestone?: (before: Draft, after: Draft) => Card | undefined;
  /** What stands at the top of the review. */
  readonly summary?: (draft: Draft) => Card['blocks'];
  readonly year: (draft: Draft) => FiscalYear;
  /** Filled in also after the year takes no reports any more. */
  readonly outlastsYear?: true;
  /** A few words that fit on a button. */
  readonly short: (draft: Draft) => Text;
  /** The days that a date may be, besides what the form says. */
  readonly bounds?: (draft: Draft, slot: Slot, today: string) => DayBounds | undefined;
  /** Looks at an answer before it stands: what is to be said instead of taking it, with the draft as it goes on. */
  readonly judge?: (judged: Judged) => Judgement | undefined;
  /** What is said of an answer beside that it was taken. */
  readonly remark?: (judged: Judged) => readonly Text[];
  /** Answers to a question of free text that are offered as buttons. */
  readonly choices?: (draft: Draft, slot: Slot) => readonly string[];
  /** Answers that have words of their own, such as `เท่าเดิม`: buttons, and understood where they are typed. */
  readonly offers?: (draft: Draft, slot: Slot) => readonly Offer[];
  /** What a button says that takes an answer which was asked about. */
  readonly candidate?: (draft: Draft, slot: Slot, value: Json) => Text | undefined;
  /** Words for an answer that are the form's own, such as `ไม่คิดดอกเบี้ย` for 0 percent. */
  readonly reads?: (draft: Draft, slot: Slot, text: string) => Reading<Json>;
  /** Other words for an option than its label. */
  readonly words?: (step: LeafStep, option: string) => readonly Text[];
  /** What is filled in is kept with one `ยืนยัน` on the review, where it is no report that is sent. */
  readonly keeps?: true;
  /** Once it is kept, what comes next can be opened at once: the review has a button for both. */
  readonly leadsOn?: true;
  /** Leads to a preview of its own, which asks once, as soon as everything is answered. */
  readonly previews?: { readonly ready: Text; readonly button: Text };
  /** Why a photo or document that was sent cannot be taken here; absent where it can. */
  readonly refusesFiles?: (context: Context) => Text | undefined;
  /** What goes with all that is filled in; in other forms what is sent beside a question is evidence on it. */
  readonly attachment?: Attachment;
  /** Several answers that a text gives at once; absent where it is one answer. */
  readonly several?: (at: At, slot: Slot, text: string) => Several | undefined;
  /** A typed text that a card of the form reads in its own way; absent where the engine reads it. */
  readonly typed?: (at: At, slot: Slot, text: string) => Decision | undefined;
  /** The questions that a text typed to the review answers, where it is more than a yes. */
  readonly atReview?: (at: At, text: string) => readonly Meant[];
  /** Acts of the form's own cards. */
  readonly act?: (at: At, act: string) => Decision | undefined;
  /** What the report is about, where it can be frozen: then it is said before it is sent. */
  readonly reportsOn?: (draft: Draft) => Unit | undefined;
  readonly submit: (draft: Draft) => Intent;
  /** Buttons of the review besides. */
  readonly besides?: (draft: Draft) => readonly Option[];
  /** What a deleted draft lets go of. */
  readonly release?: (draft: Draft) => Intent;
};

/** One photo or document that goes with what is filled in, whenever it was sent. */
type Attachment = {
  /** The question that asks for it. */
  readonly step: string;
  readonly of: (draft: Draft) => Attached | undefined;
  /** What stands there when nothing goes with it. */
  readonly none: Text;
  /** What is said of what was sent while another question was open. */
  readonly kept: (evidence: Evidence) => Text;
};

/** A text as it is typed to a question that is not open. */
export type Meant = { readonly key: StepKey; readonly text: string };

/** An answer with words of its own; `id` is what its button carries. */
export type Offer = { readonly id: string; readonly label: Text; readonly value: Json };

/** What one message says at several places, in its order: answers, and what gives none. */
export type Several = {
  readonly places: readonly (Given | Unclear)[];
  /** Questions that one more answer is asked for, group by group. */
  readonly shared?: readonly (readonly StepKey[])[];
  /** Said above the card. */
  readonly remarks?: readonly Text[];
};
/** Null passes over a question that need not be answered. */
export type Given = Answered & Unclear;
export type Unclear = { readonly words: string };

/** One draft of one person at one event. */
export type At = {
  readonly person: Person;
  readonly draft: Draft;
  readonly talk: FormTalk;
  readonly event: InboundEvent;
  readonly context: Context;
};

/** An answer as it would stand in `after`. */
export type Judged = {
  readonly before: Draft;
  readonly after: Draft;
  readonly slot: Slot;
  readonly value: Json;
  readonly context: Context;
};
export type Judgement = { readonly draft: Draft; readonly notes: readonly Text[] };

/** A suggested value; a text of ours becomes an answer in Thai. */
export type Suggestion =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'value'; readonly value: Json };

export type QuestionView = {
  readonly draft: Draft;
  readonly slot: Slot;
  readonly title: Text;
  readonly labels: (option: string) => Text;
  /** The newest programme year, beside which a draft of another says its own. */
  readonly newest: FiscalYear;
};

/** The answer that a suggestion is: a text of ours in Thai whoever takes it, as the record and the official papers are. */
export const suggestedValue = (suggestion: Suggestion, { render }: Pick<Context, 'render'>): Json =>
  suggestion.kind === 'value' ? suggestion.value : render(suggestion.text, 'th');

/** The open questions that have a suggestion. */
export const openSuggestions = (
  { form, derived, suggestion: suggest }: Pick<FormTalk, 'form' | 'derived' | 'suggestion'>,
  draft: Draft,
  today: IsoDate,
) =>
  walk(form, draft, derived).slots.flatMap((slot) => {
    const suggestion = slot.entry ? undefined : suggest?.(draft, slot, today);
    return suggestion ? [{ slot, suggestion }] : [];
  });

/** What a question is called beside its answer. */
export function nameOf(talk: FormTalk, draft: Draft, slot: Slot): Text {
  const title = t(stepKey(talk.form, slot.step, 'title'), talk.titleParams?.(draft, slot) ?? {});
  return talk.name?.(slot, draft) ?? title;
}

/** The key of a text of a step. */
export function stepKey(form: Form, step: Pick<LeafStep, 'id' | 'text'>, name: string): TextKey {
  return `forms:${form.id}.${form.version}.${step.text ?? step.id}.${name}`;
}

export function specOf(talk: FormTalk, context: Pick<Context, 'wordings'>): Spec {
  return {
    form: talk.form,
    derived: talk.derived,
    labels: (step, option) =>
      [optionText(talk.form, step, option), ...(talk.words?.(step, option) ?? [])].flatMap(context.wordings),
    ...(talk.reads && { reads: talk.reads }),
    ...(talk.bounds && { bounds: talk.bounds }),
  };
}

/** An answer as its button says it: points by their figure. */
export const optionLabel = (form: Form, step: LeafStep, option: string): Text =>
  step.kind === 'choice' && step.points ? said(option) : optionText(form, step, option);

export function optionText(form: Form, step: Pick<LeafStep, 'id' | 'text'>, option: string): Text {
  return t(stepKey(form, step, `options.${option}`));
}

/** The answers that count in a draft. */
export function valuesIn(talk: Pick<FormTalk, 'form' | 'derived'>, draft: Draft) {
  return valuesOf(walk(talk.form, draft, talk.derived).slots);
}
