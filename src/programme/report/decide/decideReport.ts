import { decideOnce } from '../../sharedRecord.ts';
import type { CaseState, ReportCase } from '../case.ts';
import { freezeAt } from '../freeze.ts';
import type { ReportIntent } from '../intent.ts';
import type { CaseOutcome } from '../outcome.ts';
import type { ReportRules } from '../rules.ts';
import { type CaseDecided, unchanged } from './decided.ts';
import { delegate } from './delegate.ts';
import { claim, release } from './draft.ts';
import { liftFreeze, setFreeze } from './freeze.ts';
import { returnReport } from './return.ts';
import { recordOnPaper, sign, takeBack } from './sign.ts';
import { recall, submit } from './submit.ts';

/**
 * Decides an intent against the present case; an intent seen before changes nothing. A feature's own outcomes `O` and
 * what else its record holds, `Extra`, go through as they are.
 */
export const decideReport =
  <C, O = never, Extra = unknown>(rules: ReportRules<C>) =>
  (
    present: ReportCase<C, O> & Extra,
    intent: ReportIntent<C>,
  ): { record: ReportCase<C, O> & Extra; outcome: CaseOutcome | O } => {
    const { record, outcome } = decideOnce<ReportCase<C, O>, CaseOutcome | O>(present, intent.id, () =>
      changeCase(rules, present, intent),
    );
    return { record: record === present ? present : { ...present, ...record }, outcome };
  };

/** What an intent that was not seen before changes, for features that decide more in the same step. */
export function changeCase<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: ReportIntent<C>,
): CaseDecided<C> {
  switch (intent.kind) {
    case 'freeze':
      return setFreeze(present, intent);
    case 'unfreeze':
      return liftFreeze(present, intent);
    case 'release':
      // Also while frozen: whoever threw a draft away holds nothing any more, and no report changes by that.
      return release(present, intent);
    default: {
      const freeze = freezeAt(present.freeze, intent.at);
      if (!freeze) return changeThawed(rules, present, intent);
      const { from, until, reason, byName } = freeze;
      return unchanged({ kind: 'frozen', from, until, reason, byName });
    }
  }
}

function changeThawed<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: Exclude<ReportIntent<C>, { readonly kind: 'freeze' | 'unfreeze' | 'release' }>,
): CaseDecided<C> {
  switch (intent.kind) {
    case 'claim':
    case 'revise':
      return claim(rules, present, intent);
    case 'submit':
      return submit(rules, present, intent);
    case 'recall':
      return recall(rules, present, intent);
    case 'sign':
      return sign(rules, present, intent);
    case 'onPaper':
      return recordOnPaper(rules, present, intent);
    case 'takeBack':
      return takeBack(present, intent);
    case 'return':
      return returnReport(rules, present, intent);
    case 'delegate':
      return delegate(rules, present, intent);
    default:
      return intent satisfies never;
  }
}
