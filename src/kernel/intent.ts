import type { Intents, Outcomes } from './terms.ts';

/** What a turn wants of a shared record. Its id is the id of the event that caused it. */
export type Intent = { [K in keyof Intents]: { readonly kind: K } & Intents[K] }[keyof Intents];

/** What became of it; returns to the person as an event of its own. */
export type Outcome = { [K in keyof Outcomes]: { readonly of: K } & Outcomes[K] }[keyof Outcomes];

export type IntentOf<K extends keyof Intents> = Extract<Intent, { readonly kind: K }>;
export type OutcomeOf<K extends keyof Outcomes> = Extract<Outcome, { readonly of: K }>;
