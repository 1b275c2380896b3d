import type { Acting } from '../../../programme/report/intent.ts';
import type { Frozen } from '../../../programme/report/outcome.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import type { Decided } from '../../../programme/sharedRecord.ts';
import type { PlanLine } from './assessment.ts';
import type { PlanState } from './planState.ts';

export type PlanStates = {
  /** How the development plan of the newest revision is carried out, by line from 1; a line told of by nobody is absent. */
  readonly planStates: { readonly [line: number]: PlanState };
};

/** Somebody told how a line of the plan is carried out. */
export type CarryPlan = Acting & {
  readonly kind: 'carryPlan';
  /** From 1. */
  readonly line: number;
  readonly state: PlanState;
};

export type PlanOutcome =
  | { readonly kind: 'noted'; readonly line: number; readonly state: PlanState }
  | { readonly kind: 'noSuchLine' }
  | Frozen;

type Planned = PlanStates & {
  readonly revisions: readonly Revision<{ readonly plan: readonly PlanLine[] }>[];
};

/** The latest word on a line stands; its evidence adds up. */
export function carryPlan(
  { revisions, planStates }: Planned,
  { line, state }: CarryPlan,
): Decided<PlanStates, PlanOutcome> {
  const lines = revisions.at(-1)?.content.plan.length ?? 0;
  if (!Number.isInteger(line) || line < 1 || line > lines)
    return { change: {}, outcome: { kind: 'noSuchLine' } };
  const before = planStates[line];
  const evidence = [...(before?.evidence ?? []), ...state.evidence];
  const documents = [...(before?.documents ?? []), ...(state.documents ?? [])];
  const noted = { ...state, evidence, ...(documents.length > 0 && { documents }) };
  return {
    change: { planStates: { ...planStates, [line]: noted } },
    outcome: { kind: 'noted', line, state: noted },
  };
}
