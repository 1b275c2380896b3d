import type { Call } from '../../../kernel/flow.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import type { PlanLine } from '../rules/assessment.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { latestReport } from '../rules/newestReport.ts';
import type { PlanState } from '../rules/planState.ts';

/** A line of a center's plan, and what has been told of it so far. */
export type Told = {
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
export function readTold(value: string | undefined, { centers, cases }: Plans): Told | undefined {
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

/** What a call says of that: what its button carries, or the open prompt keeps. */
export const toldIn = (call: Call): string | undefined => {
  if (call.kind === 'act') return call.value;
  return call.kind === 'answer' ? call.data.told : undefined;
};
