import type { CaseState } from '../case.ts';
import { otherStepOf, stepWaitedFor, toSigner } from '../chain.ts';
import { hashOf, isShown } from '../hash.ts';
import type { Recall, Submit } from '../intent.ts';
import { submitStep } from '../outcome.ts';
import type { Revision, Signature } from '../revision.ts';
import type { ReportRules } from '../rules.ts';
import { type CaseDecided, unchanged } from './decided.ts';
import { isOpen, mayReplace, mayRevise } from './draft.ts';

/**
 * A new revision. One that says the same as the one that went back keeps its signatures, and so waits for the one who
 * returned it; any other starts the chain again. A supplement takes the place of one that nobody has signed yet, as if
 * that had been recalled.
 */
export function submit<C>(rules: ReportRules<C>, present: CaseState<C>, intent: Submit<C>): CaseDecided<C> {
  const last = present.revisions.at(-1);
  const { receipt, at, by, name: byName, content, draft } = intent;
  const hash = hashOf(present.form, rules.says(content));
  const obstacle = obstacleTo(rules, present, intent, hash);
  if (obstacle) return unchanged(obstacle);
  const signatures = last?.ended && last.hash === hash ? standing(last) : [];
  const revision: Revision<C> = {
    no: present.revisions.length + 1,
    receipt,
    by,
    byName,
    at,
    ...(draft !== undefined && { draft }),
    content,
    hash,
    signatures,
    since: at,
  };
  const next = stepWaitedFor(rules, revision);
  const before =
    last && !last.ended && mayReplace(rules, present)
      ? present.revisions.with(-1, { ...last, ended: { kind: 'recalled', by, byName, at } })
      : present.revisions;
  return {
    change: { holder: undefined, revisions: [...before, revision] },
    outcome: {
      kind: 'submitted',
      receipt,
      revision: revision.no,
      ...(next && { next: next.id }),
      kept: signatures.map(toSigner),
    },
  };
}

function obstacleTo<C>(
  rules: ReportRules<C>,
  present: CaseState<C>,
  { by, draft, shown }: Submit<C>,
  hash: string,
) {
  const last = present.revisions.at(-1);
  const composed = draft === undefined;
  const open = isOpen(rules, present);
  const already = last && ({ kind: 'alreadySubmitted', receipt: last.receipt } as const);
  if (already && !open && !composed) return already;
  if (present.holder && present.holder.draft !== draft) {
    return { kind: 'heldByOther', name: present.holder.name } as const;
  }
  if (last && !last.ended && last.hash === hash)
    return { kind: 'nothingNew', receipt: last.receipt } as const;
  if (shown !== undefined && !isShown(hash, shown)) return { kind: 'changed' } as const;
  if (already && !open && !mayRevise(rules, present) && !mayReplace(rules, present)) return already;
  const other = otherStepOf(present, by, submitStep);
  return other && ({ kind: 'signedAnotherStep', step: other.step, name: other.name } as const);
}

/** The signatures that go along with what says the same; whoever returned it signs anew. */
const standing = ({ signatures, ended }: Revision<unknown>): readonly Signature[] =>
  signatures.filter(({ step }) => ended?.kind !== 'returned' || ended.step !== step);

/** Back to the one who reports, as long as nobody signed since it was submitted. */
export function recall<C>(rules: ReportRules<C>, present: CaseState<C>, intent: Recall): CaseDecided<C> {
  const last = present.revisions.at(-1);
  if (!last || last.ended) return unchanged({ kind: 'notInChain' });
  if (last.locked) return unchanged({ kind: 'locked', receipt: last.receipt });
  if (!stepWaitedFor(rules, last)) return unchanged({ kind: 'alreadySubmitted', receipt: last.receipt });
  const signed = last.signatures.find(({ revision }) => revision === last.no);
  if (signed) return unchanged({ kind: 'alreadySigned', step: signed.step, name: signed.name });
  const { by, name, at, draft } = intent;
  const other = otherStepOf(present, by, submitStep);
  if (other) return unchanged({ kind: 'signedAnotherStep', step: other.step, name: other.name });
  const recalled: Revision<C> = { ...last, ended: { kind: 'recalled', by, byName: name, at } };
  return {
    change: {
      revisions: present.revisions.with(-1, recalled),
      ...(draft !== undefined && { holder: { person: by, name, draft } }),
    },
    outcome: { kind: 'recalled', revision: last.no, ...(draft !== undefined && { draft }) },
  };
}
