import type { CaseState } from '../case.ts';
import { isDone, otherStepOf } from '../chain.ts';
import type { Claim, Release, TakeOverOffice } from '../intent.ts';
import { submitStep } from '../outcome.ts';
import type { Revision } from '../revision.ts';
import type { ReportRules } from '../rules.ts';
import { type CaseDecided, unchanged } from './decided.ts';

/** Begins or goes on with the draft; of a report that is done, a new revision. */
export function claim<C>(rules: ReportRules<C>, present: CaseState<C>, intent: Claim): CaseDecided<C> {
  const last = present.revisions.at(-1);
  const begins = intent.kind === 'revise' && mayRevise(rules, present);
  if (last && !isOpen(rules, present) && !begins) {
    return unchanged({ kind: 'alreadySubmitted', receipt: last.receipt });
  }
  const other = otherStepOf(present, intent.by, submitStep);
  if (other) return unchanged({ kind: 'signedAnotherStep', step: other.step, name: other.name });
  const from = present.holder;
  if (from && from.person !== intent.by && !intent.takeOver) {
    return unchanged({ kind: 'heldByOther', name: from.name });
  }
  const mine = from?.person === intent.by ? from.draft : intent.draft;
  const holder = { person: intent.by, name: intent.name, draft: mine };
  const taken = from && from.person !== intent.by ? { from } : {};
  const { version } = intent;
  const anew = version !== undefined && !last ? { form: { ...present.form, version } } : {};
  return {
    change: { holder, ...anew },
    outcome: { kind: 'claimed', draft: mine, ...taken },
  };
}

export const release = <C>({ holder }: CaseState<C>, { draft }: Release): CaseDecided<C> => ({
  change: holder?.draft === draft ? { holder: undefined } : {},
  outcome: { kind: 'released' },
});

/** The draft goes along with the work of who held it; a draft that a colleague took meanwhile stays there. */
export function takeOverOffice<C>(
  { holder }: CaseState<C>,
  { by: person, name, draft }: TakeOverOffice,
): CaseDecided<C> {
  if (holder?.draft !== draft) return unchanged({ kind: 'released' });
  const from = holder.person === person ? {} : { from: holder };
  return { change: { holder: { person, name, draft } }, outcome: { kind: 'claimed', draft, ...from } };
}

/** Whether a draft of it can be filled in: nothing was submitted, it went back, or a new revision was begun. */
export function isOpen<C>(rules: ReportRules<C>, { holder, revisions }: CaseState<C>): boolean {
  const last = revisions.at(-1);
  return !last || last.ended !== undefined || (holder !== undefined && isDone(rules, last));
}

/** A locked report is corrected by a new revision; one that is done without a chain where the kind has supplements. */
export function mayRevise<C>(rules: ReportRules<C>, { revisions }: CaseState<C>): boolean {
  const last = revisions.at(-1);
  return last !== undefined && isDone(rules, last) && (last.locked !== undefined || rules.supplements);
}

/**
 * Whether a submitted report that nobody has signed yet may be replaced by one that says more: where the kind has
 * supplements, which need not be recalled first.
 */
export function mayReplace<C>(rules: ReportRules<C>, { revisions }: CaseState<C>): boolean {
  const last = revisions.at(-1);
  return rules.supplements && last !== undefined && !last.ended && !last.locked && !isSigned(last);
}

/** Whether somebody signed since a revision was submitted. */
const isSigned = ({ no, signatures }: Revision<unknown>): boolean =>
  signatures.some(({ revision }) => revision === no);
