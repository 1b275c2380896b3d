import { readCenterYear } from '../../../kernel/centerYear.ts';
import type { Call } from '../../../kernel/flow.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import type { AreaFreeze } from '../../../programme/report/freeze.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import type { PlanLine } from '../rules/assessment.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { latestReport, type Newest, newestReport } from '../rules/newestReport.ts';
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

/** The centers whose plans a person sees, their cases of this year and the last, and what is frozen there. */
export type Plans = {
  readonly centers: readonly Center[];
  readonly cases: readonly AssessmentCase[];
  readonly freezes: readonly AreaFreeze[];
};

/** A center and the report whose plan is meant, where there is one. */
export type PlanOf = { readonly center: Center; readonly found?: Newest };

/** The plan that `<center>@<year>` names, or that of the newest report where there is no year; absent outside of one's area. */
export function planOf(key: string | undefined, { centers, cases }: Plans): PlanOf | undefined {
  const { center: id, year } = readCenterYear(key);
  const center = centers.find((one) => one.id === id);
  if (!center) return undefined;
  const found = year === undefined ? latestReport(cases, center.id) : newestReport(cases, center.id, year);
  return { center, ...(found && { found }) };
}

/** The line of `<plan>/<line>`; absent where there is no such line in one's area. */
export function lineOf(value: string | undefined, plans: Plans): ShownLine | undefined {
  const [key, number] = value?.split('/') ?? [];
  const { center, found } = planOf(key, plans) ?? {};
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

/** Which line, or page of lines, a call is about: what its button carries, or the open question keeps. */
export const lineNamedIn = (call: Call): string | undefined => {
  if (call.kind === 'act') return call.value;
  return call.kind === 'answer' ? call.data.told : undefined;
};
