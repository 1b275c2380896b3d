import { type Param, type Text, t } from '../../../kernel/reply.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import type { HouseholdProblem } from '../rules/problem.ts';

/** Why something about a household cannot be taken, as a sentence. */
export function problemText({ code, params }: HouseholdProblem): Text {
  const entries = Object.entries(params).map(([name, value]) => [name, toParam(name, value)] as const);
  return t(`household:problem.${code}`, Object.fromEntries(entries));
}

/** Amounts and dates are worded as everywhere; a field by its name. */
function toParam(name: string, value: string | number): Param {
  if (name === 'grownSatang') return { baht: Number(value) };
  if (name === 'maxBaht') return { baht: Number(value) * 100 };
  const date = typeof value === 'string' ? parseIsoDate(value) : undefined;
  return date ? { date } : value;
}
