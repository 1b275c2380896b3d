import { covers } from '../../area/areas.ts';
import type { CaseState } from '../case.ts';
import { otherStepOf, signatureOf } from '../chain.ts';
import type { Delegate } from '../intent.ts';
import type { ReportRules } from '../rules.ts';
import { scopeOfUnit } from '../unit.ts';
import { type CaseDecided, unchanged } from './decided.ts';

/** The level above a vacant seat names who signs for it in this case; a later word on the same step stands. */
export function delegate<C>(
  { chain }: ReportRules<C>,
  present: CaseState<C>,
  intent: Delegate,
): CaseDecided<C> {
  const { capacity, to, until, by, name: byName, at } = intent;
  const step = chain.find(({ id }) => id === intent.step);
  const above = step?.delegatedBy === capacity.role && covers(capacity.scope, scopeOfUnit(present.unit));
  if (!step || !above || to.person === by) return unchanged({ kind: 'notEntitled' });
  const last = present.revisions.at(-1);
  if (last?.locked) return unchanged({ kind: 'locked', receipt: last.receipt });
  const signed = last && !last.ended && signatureOf(last, step.id);
  if (signed) return unchanged({ kind: 'alreadySigned', step: step.id, name: signed.name });
  const other = otherStepOf(present, to.person, step.id);
  if (other) return unchanged({ kind: 'signedAnotherStep', step: other.step, name: other.name });
  const named = { step: step.id, to: to.person, name: to.name, ...(until !== undefined && { until }) };
  return {
    change: {
      delegations: [
        ...present.delegations.filter((one) => one.step !== step.id),
        { ...named, by, byName, at },
      ],
    },
    outcome: { kind: 'delegated', ...named },
  };
}
