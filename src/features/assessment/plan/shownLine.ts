import type { Call } from '../../../kernel/flow.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import type { PlanLine } from '../rules/assessment.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { latestReport } from '../rules/newestReport.ts';
import type { PlanState } from '../rules/planState.ts';

/** A line of a center's plan, and how far it is. */
export type ShownLine = {
  readonly center: Center;
  readonly year: FiscalYear;
  /** The form of the report. */
  readonly form: FormVersion;
  /** From 1. */
  readonly line: number;
  readonly plan: PlanLine;
  readonly state?: PlanState;
};

/** The centers whose plans a person sees, and their cases of this year and the last. */
export type Plans = { readonly centers: readonly Center[]; readonly cases: readonly AssessmentCase[] };

/** The line of `<center>/<line>`; absent where there is no such line in one's area. */
export function lineOf(value: string | undefined, { centers, cases }: Plans): ShownLine | undefined {
  const [id, number] = value?.split('/') ?? [];
  const center = centers.find((one) => one.id === id);
  const found = center && latestReport(cases, center.id);
  const line = Number(number);
  const plan = found?.revision.content.plan[line - 1];
  if (!center || !found || !plan) return undefined;
  const state = found.case.planStates[line];
  return {
    center,
    year: found.case.period.year,
    form: found.case.form,
    line,
    plan,
    ...(state ? { state } : {}),
  };
}

/** Which line a call is about: what its button carries, or the open question keeps. */
export const lineNamedIn = (call: Call): string | undefined => {
  if (call.kind === 'act') return call.value;
  return call.kind === 'answer' ? call.data.told : undefined;
};
