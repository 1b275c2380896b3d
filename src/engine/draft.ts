import type { DraftId, EventId, Json, StepKey } from './ids.ts';

/**
 * A person's answer log. It is append-only but for `back`, which takes the last answer off again;
 * the latest entry for a key stands. The present question is derived from it and never stored.
 */
export type Entry = {
  readonly key: StepKey;
  readonly at: Date;
  readonly event: EventId;
  /** Known before anything was asked, so one step back does not take it off. */
  readonly known?: true;
  /** Of a card of several answers, the question that was present before it; one step back asks that again. */
  readonly from?: StepKey;
} & (
  | { readonly do: 'answer'; readonly value: Json }
  | { readonly do: 'skip' }
  /** Ends a repeated group before the item that the key names. */
  | { readonly do: 'end' }
  | { readonly do: 'keep'; readonly evidence: Evidence }
);

export type Evidence =
  | { readonly kind: 'photo'; readonly file: string }
  /** A document, with its name as it was sent. */
  | { readonly kind: 'file'; readonly file: string; readonly name?: string }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number };

/** What was known when the draft was started; frozen, so that a form never changes under its writer. */
export type Facts = { readonly [name: string]: Json };

export type Draft = {
  readonly id: DraftId;
  readonly form: string;
  readonly version: number;
  /** What the report is about, in the flow's own terms (a center, a household). */
  readonly subject: { readonly [name: string]: string };
  readonly facts: Facts;
  readonly log: readonly Entry[];
  /** A question that the person went back to or chose to edit. */
  readonly focus?: StepKey;
  /** A card of several answers was kept since, and the question of `focus` is still to be answered. */
  readonly stays?: true;
  /** Readings of the last text that wait for the person's choice. */
  readonly asked?: { readonly key: StepKey; readonly candidates: readonly Json[] };
  /** Several answers that wait to be confirmed together. */
  readonly proposed?: Proposed;
  /** What is kept of it is to be followed at once by what comes next. */
  readonly onwards?: true;
  /** Wrong answers in a row on the present question. */
  readonly misses: number;
  readonly startedAt: Date;
  readonly touchedAt: Date;
};

/** Whether the person said anything to it, a card that waits included. */
export const isBegun = ({ log, proposed }: Pick<Draft, 'log' | 'proposed'>): boolean =>
  proposed !== undefined || log.some(({ known }) => !known);

/** Several answers of one message, shown back on one card; none of them stands before it is confirmed. */
export type Proposed = {
  /** The message, by which a button knows its card again. */
  readonly event: EventId;
  /** In the order in which they are taken. */
  readonly answers: readonly Answered[];
  /** What was typed and not understood; its questions stay open. */
  readonly unclear: readonly string[];
  /** Questions that one answer is still asked for, group by group. */
  readonly shared: readonly (readonly StepKey[])[];
  /** Those of which it was given, in this order: one step back asks the last one again. */
  readonly done?: readonly (readonly StepKey[])[];
};

/** The draft without the card that waits, of which nothing stands yet. */
export const withoutCard = ({ proposed: _proposed, ...draft }: Draft): Draft => draft;

/** The draft without what was asked about its last reading. */
export const withoutAsked = ({ asked: _asked, ...draft }: Draft): Draft => draft;

export type Answered = { readonly key: StepKey; readonly value: Json };
