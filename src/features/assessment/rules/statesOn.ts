import type { PlanLine } from './assessment.ts';
import type { PlanStates } from './carryPlan.ts';
import { isSameLine } from './sameLine.ts';

type States = PlanStates['planStates'];

/** What was told of the lines that a newer plan has as well, under their numbers there: each is told of once. */
export function statesOn(plan: readonly PlanLine[], before: readonly PlanLine[], states: States): States {
  const rest = before.flatMap((line, place) => {
    const state = states[place + 1];
    return state ? [{ line, state }] : [];
  });
  const kept = plan.flatMap((line, place) => {
    const at = rest.findIndex((one) => isSameLine(one.line, line));
    const [found] = at < 0 ? [] : rest.splice(at, 1);
    return found ? [[place + 1, found.state] as const] : [];
  });
  return Object.fromEntries(kept);
}
