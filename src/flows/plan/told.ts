import type { PlanLine } from '../../domain/assessment.ts';
import { parseIsoDate } from '../../domain/calendar.ts';
import type { Center } from '../../domain/center.ts';
import type { FiscalYear, IsoDate } from '../../domain/ids.ts';
import { type PlanStage, planStages } from '../../domain/plan.ts';
import type { Call, Context } from '../flow.ts';
import { latestReport } from '../newestReport.ts';

/** A line of a center's plan, and what has been told of it so far. */
export type Told = {
  readonly center: Center;
  readonly year: FiscalYear;
  /** From 1. */
  readonly line: number;
  readonly plan: PlanLine;
  readonly state?: PlanStage;
  readonly on?: IsoDate;
};

/** What a button says, or the open prompt keeps: `<center>/<line>/<state>/<date>`, as far as it is told. */
export const toldValue = ({ center, line, state, on }: Told): string =>
  [center.id, line, state, on].filter((part) => part !== undefined).join('/');

/** Absent where there is no such line in one's area. */
export function readTold(
  value: string | undefined,
  { gathered: { centers, cases } }: Context,
): Told | undefined {
  const [id, number, stage, date] = value?.split('/') ?? [];
  const center = centers.find((one) => one.id === id);
  const found = center && latestReport(cases, center.id);
  const line = Number(number);
  const plan = found?.revision.report.plan[line - 1];
  if (!center || !found || !plan) return undefined;
  const state = planStages.find((one) => one === stage);
  const on = parseIsoDate(date ?? '');
  return { center, year: found.case.year, line, plan, ...(state ? { state } : {}), ...(on ? { on } : {}) };
}

/** What a call carries of that. */
export const toldIn = (call: Call): string | undefined => {
  if (call.kind === 'act') return call.value;
  return call.kind === 'answer' ? call.data.told : undefined;
};
