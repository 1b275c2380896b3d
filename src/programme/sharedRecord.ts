import type { IntentId } from './ids.ts';

/**
 * A record that several people share decides for itself: `decide(record, intent)` is pure, the write is
 * a compare-and-swap on `rev`, and the same intent run again meets its stored outcome.
 */
export type Shared<Outcome> = {
  readonly rev: number;
  readonly outcomes: { readonly [intent: string]: Outcome };
};

/** How many outcomes a record remembers; a person's lane holds one intent at a time, so old ones are settled. */
const remembered = 40;

/** Adds an outcome, dropping the oldest beyond what is remembered. */
export function remember<O>(outcomes: { readonly [intent: string]: O }, intent: string, outcome: O) {
  const kept = Object.entries(outcomes).filter(([id]) => id !== intent);
  return Object.fromEntries([...kept.slice(-(remembered - 1)), [intent, outcome]]);
}

/** What an intent changes in a record, and what is told of it. */
export type Decided<R, O> = { readonly change: Partial<R>; readonly outcome: O };

/** Lets a record decide an intent once: seen again it changes nothing and comes to what it came to. */
export function decideOnce<R extends Shared<O>, O>(
  present: R,
  id: IntentId,
  decide: () => Decided<R, O>,
): { record: R; outcome: O } {
  const known = present.outcomes[id];
  if (known !== undefined) return { record: present, outcome: known };
  const { change, outcome } = decide();
  const outcomes = remember(present.outcomes, id, outcome);
  return { record: { ...present, ...change, rev: present.rev + 1, outcomes }, outcome };
}
