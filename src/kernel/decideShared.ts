import type { CommitResult, Records } from './store.ts';

type Decided<R, O> = { readonly record: R; readonly outcome: O } | undefined;

/**
 * Lets a shared record decide: read, decide, write where its rev is still the same, and again after a lost
 * race. A decision that leaves the record as it is was stored before, or changes nothing.
 */
export async function decideShared<
  Id,
  R extends { readonly rev: number },
  O,
  Result extends string = CommitResult,
>(
  records: Records<Id, R, Result>,
  id: Id,
  /** May read what the decision rests on: it is read anew for every attempt. */
  decide: (present: R | undefined) => Decided<R, O> | Promise<Decided<R, O>>,
): Promise<{ readonly record: R; readonly outcome: O } | undefined> {
  for (;;) {
    const present = await records.read(id);
    const decided = await decide(present);
    if (!decided || decided.record === present) return decided;
    if ((await records.write(decided.record, present?.rev ?? 0)) === 'committed') return decided;
  }
}
