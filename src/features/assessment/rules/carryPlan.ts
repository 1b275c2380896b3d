import type { Acting } from '../../../programme/report/intent.ts';
import type { Frozen } from '../../../programme/report/outcome.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import type { Decided } from '../../../programme/sharedRecord.ts';
import type { PlanLine } from './assessment.ts';
import type { PlanState } from './planState.ts';
import { isSameLine, type LineWords } from './sameLine.ts';

export type PlanStates = {
  /** How the development plan of the newest revision is carried out, by line from 1; a line told of by nobody is absent. */
  readonly planStates: { readonly [line: number]: PlanState };
};

/** Somebody told how a line of the plan is carried out. */
export type CarryPlan = Acting & {
  readonly kind: 'carryPlan';
  /** From 1. */
  readonly line: number;
  /** What it said when it was asked about: a newer report may have given its number to another line. */
  readonly of?: LineWords;
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
  present: Planned,
  { line: told, of, state }: CarryPlan,
): Decided<PlanStates, PlanOutcome> {
  const { planStates } = present;
  const plan = newestRevision(present)?.content.plan ?? [];
  const line = of && !isSameLine(of, plan[told - 1]) ? placeOf(of, plan) : told;
  if (!plan[line - 1]) return { change: {}, outcome: { kind: 'noSuchLine' } };
  const before = planStates[line];
  const evidence = [...(before?.evidence ?? []), ...state.evidence];
  const documents = [...(before?.documents ?? []), ...(state.documents ?? [])];
  const noted = { ...state, evidence, ...(documents.length > 0 && { documents }) };
  return {
    change: { planStates: { ...planStates, [line]: noted } },
    outcome: { kind: 'noted', line, state: noted },
  };
}

/** From 1; 0 where the plan has no such line any more. */
const placeOf = (of: LineWords, plan: readonly PlanLine[]): number =>
  plan.findIndex((line) => isSameLine(of, line)) + 1;
