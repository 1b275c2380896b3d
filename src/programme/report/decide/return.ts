import type { Deputy } from '../../people/deputy.ts';
import type { CaseState } from '../case.ts';
import { capacityFor, otherStepOf, signatureOf, stepWaitedFor, toSigner } from '../chain.ts';
import { isShown } from '../hash.ts';
import type { Return } from '../intent.ts';
import type { Revision } from '../revision.ts';
import type { ReportRules, SignStep } from '../rules.ts';
import { type CaseDecided, unchanged } from './decided.ts';

/** Back to the one who reports, by anyone in the chain whose step it waits for or has passed. */
export function returnReport<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: Return,
  deputies: readonly Deputy[],
): CaseDecided<C> {
  const revision = present.revisions.at(-1);
  if (revision?.locked) return unchanged({ kind: 'locked', receipt: revision.receipt });
  const waited = revision && stepWaitedFor(rules, revision);
  if (!waited) return unchanged({ kind: 'notInChain' });
  const step = stepOf(rules, present, { revision, waited }, intent, deputies);
  if (!step) return unchanged({ kind: 'notEntitled' });
  if (!isShown(revision.hash, intent.shown)) return unchanged({ kind: 'changed' });
  const reason = intent.reason.trim();
  if (reason === '') return unchanged({ kind: 'reasonMissing' });
  const { by, name: byName, at, photos, receipt } = intent;
  const ended = { kind: 'returned', receipt, by, byName, at, step: step.id, reason, photos } as const;
  return {
    change: { revisions: present.revisions.with(-1, { ...revision, ended }) },
    outcome: {
      kind: 'returned',
      step: step.id,
      receipt,
      revision: revision.no,
      reason,
      to: { person: revision.by, name: revision.byName },
      signers: revision.signatures.map(toSigner),
    },
  };
}

/** The step that this person signed or may sign, of those that are signed and the one that is waited for. */
function stepOf<C>(
  { chain }: ReportRules<C>,
  present: CaseState<C>,
  { revision, waited }: { readonly revision: Revision<C>; readonly waited: SignStep },
  intent: Return,
  deputies: readonly Deputy[],
): SignStep | undefined {
  return chain.find(
    (step) =>
      (step === waited || signatureOf(revision, step.id)) &&
      capacityFor(present, step, intent, deputies) &&
      !otherStepOf(present, intent.by, step.id),
  );
}
