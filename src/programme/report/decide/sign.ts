import type { Deputy } from '../../people/deputy.ts';
import type { CaseState } from '../case.ts';
import { capacityFor, otherStepOf, signatureOf, stepWaitedFor } from '../chain.ts';
import { isShown } from '../hash.ts';
import type { RecordOnPaper, Sign, TakeBack } from '../intent.ts';
import type { CaseOutcome } from '../outcome.ts';
import type { Revision, Signature } from '../revision.ts';
import type { ReportRules, SignStep } from '../rules.ts';
import { scopeOfUnit } from '../unit.ts';
import { type CaseDecided, unchanged } from './decided.ts';

export function sign<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: Sign,
  deputies: readonly Deputy[],
): CaseDecided<C> {
  const found = waiting(rules, present, intent.step);
  if ('kind' in found) return unchanged(found);
  const { step, revision } = found;
  const capacity = capacityFor(present, step, intent, deputies);
  if (!capacity) return unchanged({ kind: 'notEntitled' });
  const other = otherStepOf(present, intent.by, step.id);
  if (other) return unchanged({ kind: 'signedAnotherStep', step: other.step, name: other.name });
  const { by: person, name, position } = intent;
  return signed(rules, present, revision, intent, { step: step.id, person, name, position, capacity });
}

/** A step like any other, by somebody who signed on paper. */
export function recordOnPaper<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  intent: RecordOnPaper,
): CaseDecided<C> {
  const found = waiting(rules, present, intent.step);
  if ('kind' in found) return unchanged(found);
  const { step, revision } = found;
  if (!step.onPaper) return unchanged({ kind: 'notEntitled' });
  if (intent.photos.length === 0) return unchanged({ kind: 'photoMissing' });
  const { by, name: byName, photos, signer } = intent;
  return signed(rules, present, revision, intent, {
    step: step.id,
    ...signer,
    capacity: { role: step.role, scope: scopeOfUnit(present.unit) },
    onPaper: { by, byName, photos },
  });
}

/** The newest signature, by the one who gave it or recorded it, until the next step is signed or the report locked. */
export function takeBack<C>(present: CaseState<C>, { by, name: byName, at }: TakeBack): CaseDecided<C> {
  const revision = present.revisions.at(-1);
  if (!revision || revision.ended) return unchanged({ kind: 'notInChain' });
  if (revision.locked) return unchanged({ kind: 'locked', receipt: revision.receipt });
  const newest = revision.signatures.at(-1);
  if (!newest || (newest.person ?? newest.onPaper?.by) !== by) {
    return unchanged({ kind: 'nothingToTakeBack' });
  }
  const rest: Revision<C> = {
    ...revision,
    signatures: revision.signatures.slice(0, -1),
    takenBack: [...(revision.takenBack ?? []), { signature: newest, byName, at }],
    since: at,
  };
  return {
    change: { revisions: present.revisions.with(-1, rest) },
    outcome: { kind: 'takenBack', step: newest.step, revision: revision.no },
  };
}

/** The revision that waits for this step, or why it does not. */
function waiting<C>(
  rules: ReportRules<C>,
  { revisions }: CaseState<C>,
  wanted: string,
): { readonly revision: Revision<C>; readonly step: SignStep } | CaseOutcome {
  const revision = revisions.at(-1);
  if (revision?.locked) return { kind: 'locked', receipt: revision.receipt };
  const step = revision && stepWaitedFor(rules, revision);
  if (!step) return { kind: 'notInChain' };
  if (step.id === wanted) return { revision, step };
  const signed = signatureOf(revision, wanted);
  return signed
    ? { kind: 'alreadySigned', step: wanted, name: signed.name }
    : { kind: 'notYet', waitsFor: step.id };
}

type Given = Signature extends infer S
  ? S extends Signature
    ? Omit<S, 'at' | 'receipt' | 'hash' | 'revision'>
    : never
  : never;

/** A signature is put under what was shown and nothing else. */
function signed<C>(
  rules: ReportRules<C>,
  { revisions }: CaseState<C>,
  revision: Revision<C>,
  { at, receipt, shown }: Sign | RecordOnPaper,
  given: Given,
): CaseDecided<C> {
  const { hash, no } = revision;
  if (!isShown(hash, shown)) return unchanged({ kind: 'changed' });
  const signatures = [...revision.signatures, { ...given, at, receipt, hash, revision: no }];
  const moved: Revision<C> = { ...revision, signatures, since: at };
  const next = stepWaitedFor(rules, moved);
  return {
    change: { revisions: revisions.with(-1, next ? moved : { ...moved, locked: at }) },
    outcome: { kind: 'signed', step: given.step, receipt, revision: no, ...(next && { next: next.id }) },
  };
}
