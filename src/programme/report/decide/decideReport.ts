import { decideOnce } from '../../sharedRecord.ts';
import type { Around } from '../around.ts';
import type { CaseState, ReportCase } from '../case.ts';
import { freezeAt, frozenBy } from '../freeze.ts';
import type { ReportIntent } from '../intent.ts';
import type { CaseOutcome } from '../outcome.ts';
import type { ReportRules } from '../rules.ts';
import { type CaseDecided, unchanged } from './decided.ts';
import { claim, release, takeOverOffice } from './draft.ts';
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
    around: Around,
  ): { record: ReportCase<C, O> & Extra; outcome: CaseOutcome | O } => {
    const { record, outcome } = decideOnce<ReportCase<C, O>, CaseOutcome | O>(present, intent.id, () =>
      changeCase(rules, present, intent, around),
    );
    return { record: record === present ? present : { ...present, ...record }, outcome };
  };

/** What an intent that was not seen before changes, for features that decide more in the same step. */
export function changeCase<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: ReportIntent<C>,
  { freezes, deputies }: Around,
): CaseDecided<C> {
  // Who holds a draft is no part of a report: that changes also while it is frozen.
  if (intent.kind === 'release') return release(present, intent);
  if (intent.kind === 'takeOverOffice') return takeOverOffice(present, intent);
  const freeze = freezeAt(freezes, intent.at);
  if (freeze) return unchanged(frozenBy(freeze));
  switch (intent.kind) {
    case 'claim':
    case 'revise':
      return claim(rules, present, intent);
    case 'submit':
      return submit(rules, present, intent);
    case 'recall':
      return recall(rules, present, intent);
    case 'sign':
      return sign(rules, present, intent, deputies);
    case 'onPaper':
      return recordOnPaper(rules, present, intent);
    case 'takeBack':
      return takeBack(present, intent);
    case 'return':
      return returnReport(rules, present, intent, deputies);
    default:
      return intent satisfies never;
  }
}
