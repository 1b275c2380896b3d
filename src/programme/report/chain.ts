import { covers } from '../area/areas.ts';
import { bangkokDate } from '../calendar/calendar.ts';
import type { PersonId } from '../ids.ts';
import type { CaseState } from './case.ts';
import { type Signer, submitStep } from './outcome.ts';
import type { Capacity, Revision, Signature } from './revision.ts';
import type { ReportRules, SignStep } from './rules.ts';
import { scopeOfUnit } from './unit.ts';

type Chain = Pick<ReportRules<never>, 'chain'>;

export const signatureOf = (revision: Revision<unknown>, step: string): Signature | undefined =>
  revision.signatures.find((one) => one.step === step);

/** The step that a revision waits for; none where it is locked, went back or has no chain. */
export function stepWaitedFor({ chain }: Chain, revision: Revision<unknown>): SignStep | undefined {
  if (revision.locked || revision.ended) return undefined;
  return chain.find(({ id }) => !signatureOf(revision, id));
}

/** Whether nothing more is to be done about a submitted report. */
export const isDone = ({ chain }: Chain, { locked, ended }: Revision<unknown>): boolean =>
  locked !== undefined || (chain.length === 0 && !ended);

/** The capacity in which a person may sign a step: the seat, or for it while it is vacant. */
export function capacityFor(
  { unit, delegations }: CaseState<unknown>,
  { id, role }: SignStep,
  { by, at, capacity }: { readonly by: PersonId; readonly at: Date; readonly capacity?: Capacity },
): Capacity | undefined {
  const scope = scopeOfUnit(unit);
  if (capacity?.role === role && covers(capacity.scope, scope)) return capacity;
  const named = delegations.find(({ step, to }) => step === id && to === by);
  const inForce = named && (named.until === undefined || bangkokDate(at) <= named.until);
  return inForce ? { role, scope, delegated: true } : undefined;
}

/**
 * What a person has signed in this case beside a step, in any of its revisions: nobody signs two steps of one case,
 * and submitting is one.
 */
export function otherStepOf(
  { revisions }: CaseState<unknown>,
  person: PersonId,
  step: string,
): Signer | undefined {
  const signed = revisions.flatMap(({ by, byName, signatures }): readonly Signer[] => [
    { step: submitStep, name: byName, person: by },
    ...signatures.map(toSigner),
  ]);
  return signed.find((one) => one.person === person && one.step !== step);
}

export const toSigner = ({ step, name, person }: Signature): Signer => ({
  step,
  name,
  ...(person !== undefined && { person }),
});
