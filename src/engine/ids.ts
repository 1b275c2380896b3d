type Brand<Name extends string> = string & { readonly __brand: Name };

/** An inbound event: LINE's webhookEventId, or a hash of the event where that is unusable. */
export type EventId = Brand<'EventId'>;
/** One filling-in of a form by one person. */
export type DraftId = Brand<'DraftId'>;
/** A place in a filled-in form: a step id, or `repeat.2.step` inside a repeated group. */
export type StepKey = Brand<'StepKey'>;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
