import type { Decided } from '../../sharedRecord.ts';
import type { CaseState } from '../case.ts';
import type { CaseOutcome } from '../outcome.ts';

/** What an intent changes in a case. */
export type CaseDecided<C> = Decided<Pick<CaseState<C>, 'holder' | 'form' | 'revisions'>, CaseOutcome>;

export const unchanged = (outcome: CaseOutcome) => ({ change: {}, outcome });
