import type { AnyCase } from '../../kernel/report/cases.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import type { ReportKinds } from '../../kernel/report/kind.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Binding } from '../../programme/people/actor.ts';
import { capacityFor, otherStepOf, signatureOf } from '../../programme/report/chain.ts';
import { type Freeze, freezeAt } from '../../programme/report/freeze.ts';
import type { Capacity, Revision } from '../../programme/report/revision.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { newestRevision, stageOf } from '../../programme/report/stage.ts';

/** Somebody who may sign. */
type Signing = { readonly id: PersonId; readonly bindings: readonly Binding[] };

export type NextStep = {
  readonly revision: Revision<unknown>;
  readonly step: SignStep;
  readonly since: Date;
};

/** A report that waits for a signature, and as what this person acts on it. */
export type WaitingReport = FiledReport &
  NextStep & {
    readonly capacity: Capacity;
    /** What is in the way at present. */
    readonly freeze?: Freeze;
  };

/** The reports that wait for this person, what waits longest first. */
export const waitingFor = (
  person: Signing,
  filed: readonly FiledReport[],
  kinds: ReportKinds,
  at: Date,
): readonly WaitingReport[] =>
  filed
    .flatMap((one) => actedOn(person, one, kinds, at, ({ step }) => [step]))
    .sort((a, b) => a.since.getTime() - b.since.getTime() || byId(a, b));

/** The reports whose step this person's seat has signed: until they are locked they can be returned from there too. */
export const signedBefore = (
  person: Signing,
  filed: readonly FiledReport[],
  kinds: ReportKinds,
  at: Date,
): readonly WaitingReport[] =>
  filed
    .flatMap((one) => {
      const chain = kinds.get(one.record.kind)?.rules.chain ?? [];
      return actedOn(person, one, kinds, at, ({ revision }) =>
        chain.filter(({ id }) => signatureOf(revision, id)),
      );
    })
    .sort((a, b) => b.since.getTime() - a.since.getTime() || byId(a, b));

const byId = (a: FiledReport, b: FiledReport): number => (a.record.id < b.record.id ? -1 : 1);

/** A report that waits, where this person can take one of the steps, having taken no other. */
function actedOn(
  person: Signing,
  filed: FiledReport,
  kinds: ReportKinds,
  at: Date,
  stepsOf: (next: NextStep) => readonly SignStep[],
): readonly WaitingReport[] {
  const { record, around } = filed;
  const next = nextStep(record, kinds);
  if (!next) return [];
  const [capacity] = stepsOf(next).flatMap((step) =>
    otherStepOf(record, person.id, step.id) ? [] : (capacityOf(person, filed, step, at) ?? []),
  );
  const freeze = freezeAt(around.freezes, at);
  return capacity ? [{ ...filed, ...next, capacity, ...(freeze && { freeze }) }] : [];
}

/** The step that a report waits for, and what is signed with it. */
export function nextStep(record: AnyCase, kinds: ReportKinds): NextStep | undefined {
  const rules = kinds.get(record.kind)?.rules;
  const revision = newestRevision(record);
  const stage = rules && stageOf(record, rules);
  return revision && stage?.kind === 'waits' ? { revision, step: stage.step, since: stage.since } : undefined;
}

/** In which capacity somebody may take a step of a report at an instant: by an own seat before one that is stood in for. */
export function capacityOf(
  { id: by, bindings }: Signing,
  { record, around: { deputies } }: Pick<FiledReport, 'record' | 'around'>,
  step: SignStep,
  at: Date,
): Capacity | undefined {
  const seated = bindings.flatMap(({ role, scope }) =>
    capacityFor(record, step, { by, at, capacity: { role, scope } }, []) ? [{ role, scope }] : [],
  );
  return seated[0] ?? capacityFor(record, step, { by, at }, deputies);
}
