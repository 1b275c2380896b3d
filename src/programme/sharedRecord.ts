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
