import type { IsoDate } from '../../../programme/ids.ts';
import type { MethodKind } from './method.ts';
import { type HouseholdProblem, longest, optionalTextProblem, problem, textProblem } from './problem.ts';

/** What the work with a household aims at. */
export const aims = ['reduce', 'clear'] as const;
export type Aim = (typeof aims)[number];

/** A household's plan for solving its debts (แผนการแก้ไขปัญหาหนี้สินภาคครัวเรือน); there before step 4. */
export type DebtPlan = {
  readonly aim: Aim;
  readonly methods: readonly MethodKind[];
  /** Which occupation is supported. */
  readonly occupation?: string;
  /** With whom it is made and carried out. */
  readonly together?: string;
  readonly who: string;
  readonly by: IsoDate;
};

export function planProblem(plan: DebtPlan, joinedOn: IsoDate): HouseholdProblem | undefined {
  if (plan.methods.length === 0) return problem('noMethod');
  return (
    optionalTextProblem('occupation', plan.occupation, longest.line) ??
    optionalTextProblem('together', plan.together, longest.line) ??
    textProblem('who', plan.who, longest.line) ??
    (plan.by < joinedOn ? problem('beforeJoined', { joinedOn }) : undefined)
  );
}
