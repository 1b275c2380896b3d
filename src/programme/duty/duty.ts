import type { Scope } from '../area/areas.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import type { DeadlineKind } from '../deadline/kind.ts';
import type { PersonId } from '../ids.ts';
import type { Role } from '../people/actor.ts';
import type { Period } from '../report/period.ts';
import type { Unit } from '../report/unit.ts';
import type { Figures } from '../standing.ts';

/** What somebody still has to do for a report of a period, and until when. */
export type Duty = Period & {
  /** `C4K7Q2M:assessment:2565`, or the names from the province down in front for another unit. */
  readonly key: string;
  readonly kind: DeadlineKind;
  /** What the report is about, and the smallest area of people around it. */
  readonly unit: Unit;
  readonly about: Exclude<Scope, { readonly kind: 'nation' }>;
  readonly name: string;
  readonly step: Step;
  readonly state: DutyState;
  /** The date that holds there, while one is set. */
  readonly deadline?: DeadlineRule;
};

/** What is there already, to say what is missing. */
export type DutyState = {
  /** What stands of the unit. */
  readonly figures: Figures;
  /** What the registry or another list says of the unit. */
  readonly listed: Figures;
  /** Questions that are answered in the draft. */
  readonly answered: number;
  /** How many reports the step is about; one but for a province, which signs those of its districts together. */
  readonly reports: number;
};

/** The one step that a report waits for, and who can take it: any of the roles, in the area. */
export type Step = {
  readonly act: Act;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  /** Who has the draft in hand: it waits for nobody else. */
  readonly person?: PersonId;
};

/** Enter and submit, amend what was returned, confirm the registry's entry or put it right, acknowledge the result, certify. */
export type Act = 'submit' | 'amend' | 'confirm' | 'correct' | 'acknowledge' | 'certify';

/** Whether a step is a signature under a report that is complete. */
export const isSignature = ({ act }: Pick<Step, 'act'>): boolean =>
  act === 'acknowledge' || act === 'certify';
