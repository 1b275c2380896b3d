import type { IntentId } from '../../ids.ts';
import { remember, type Shared } from '../../sharedRecord.ts';
import type { CaseState } from '../case.ts';
import type { CaseOutcome } from '../outcome.ts';

/** What an intent changes in a record, and what is told of it. */
export type Decided<R, O> = { readonly change: Partial<R>; readonly outcome: O };

/** What an intent changes in a case. */
export type CaseDecided<C> = Decided<
  Pick<CaseState<C>, 'holder' | 'revisions' | 'delegations' | 'freeze'>,
  CaseOutcome
>;

export const unchanged = (outcome: CaseOutcome) => ({ change: {}, outcome });

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
