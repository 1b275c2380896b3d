import type { FiscalYear } from '../programme/ids.ts';
import { aboutOf } from './ask/question.ts';
import { readYear } from './centerYear.ts';
import type { Call, Context } from './flow.ts';
import { yearBehind } from './yearBehind.ts';

type Asked = Exclude<Call, { readonly kind: 'event' }>;

/** A call with the year that it names or carries, else the newest, and without it. */
export function callInYear(
  call: Asked,
  newest: FiscalYear,
): { readonly call: Asked; readonly year: FiscalYear } {
  if (call.kind === 'command') {
    const { year = newest, rest } = yearBehind(call.rest, newest);
    return { call: { ...call, rest }, year };
  }
  const [first, ...others] = aboutOf(call);
  const year = readYear(first);
  if (year === undefined) return { call, year: newest };
  return { call: call.kind === 'act' ? { ...call, value: others.join(' ') } : call, year };
}

/** What buttons and open questions carry of a year that is not the newest. */
export const carriedYear = (year: FiscalYear, { year: newest }: Pick<Context, 'year'>): string | undefined =>
  year === newest ? undefined : String(year);
