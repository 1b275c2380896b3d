import { covers } from '../area/areas.ts';
import type { PersonId } from '../ids.ts';
import { type Deputy, signsFor } from '../people/deputy.ts';
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

/** The capacity in which a person may sign a step: the seat, or as its deputy. */
export function capacityFor(
  { id, unit }: CaseState<unknown>,
  { role }: SignStep,
  { by, at, capacity }: { readonly by: PersonId; readonly at: Date; readonly capacity?: Capacity },
  deputies: readonly Deputy[],
): Capacity | undefined {
  const scope = scopeOfUnit(unit);
  if (capacity?.role === role && covers(capacity.scope, scope)) return capacity;
  const named = deputies.find(
    (one) => one.to === by && one.role === role && covers(one.scope, scope) && signsFor(one, id, at),
  );
  return named && { role, scope: named.scope, delegated: true };
}

/**
 * What a person has signed in this case beside a step, in any of its revisions: nobody signs two steps of one case,
 * and submitting is one.
 */
export const otherStepOf = (record: CaseState<unknown>, person: PersonId, step: string): Signer | undefined =>
  signersIn(record).find((one) => one.person === person && one.step !== step);

/** Who took another step, and so cannot take this one. */
export const barredFrom = (record: CaseState<unknown>, step: string): readonly PersonId[] => [
  ...new Set(signersIn(record).flatMap((one) => (one.step !== step && one.person ? [one.person] : []))),
];

/** Whether a person has signed any step of this case, or submitted it. */
export const hasSigned = (record: CaseState<unknown>, person: PersonId): boolean =>
  signersIn(record).some((one) => one.person === person);

const signersIn = ({ revisions }: CaseState<unknown>): readonly Signer[] =>
  revisions.flatMap(({ by, byName, signatures }): readonly Signer[] => [
    { step: submitStep, name: byName, person: by },
    ...signatures.map(toSigner),
  ]);

export const toSigner = ({ step, name, person }: Signature): Signer => ({
  step,
  name,
  ...(person !== undefined && { person }),
});
