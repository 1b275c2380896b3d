import type { IntentId } from '../programme/ids.ts';
import type { Intents, Outcomes } from './terms.ts';

/** What a turn wants of a shared record, of these kinds. */
export type IntentOf<K extends keyof Intents> = { [P in K]: { readonly kind: P } & Intents[P] }[K];

/** What a turn wants of a shared record. Its id is the id of the event that caused it. */
export type Intent = IntentOf<keyof Intents>;

/** What became of it; returns to the person as an event of its own. */
export type Outcome = { [K in keyof Outcomes]: { readonly of: K } & Outcomes[K] }[keyof Outcomes];

export type OutcomeOf<K extends keyof Outcomes> = Extract<Outcome, { readonly of: K }>;

/** A part of an intent that a record of its own decides. */
export const partId = (intent: IntentId, part: string): IntentId => `${intent}:${part}` as IntentId;
