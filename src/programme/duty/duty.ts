import type { Scope } from '../area/areas.ts';
import type { DeadlineKind } from '../deadline/kind.ts';
import type { PersonId } from '../ids.ts';
import type { Role } from '../people/actor.ts';
import type { Freeze } from '../report/freeze.ts';
import type { Period } from '../report/period.ts';
import type { SignStep } from '../report/rules.ts';
import type { Unit } from '../report/unit.ts';
import type { Figures } from '../standing.ts';
import type { DutyDate } from './stepDate.ts';

/** What somebody still has to do for a report of a period, and until when. */
export type Duty = Period & {
  /** `C4K7Q2M:assessment:2565`, or the names from the province down in front for another unit, and what tells apart several of one round. */
  readonly key: string;
  readonly kind: DeadlineKind;
  /** What the report is about, and the smallest area of people around it. */
  readonly unit: Unit;
  readonly about: Exclude<Scope, { readonly kind: 'nation' }>;
  readonly name: string;
  readonly step: Step;
  readonly state: DutyState;
  /** The date that holds there, while one is set; of a step of a chain its own. */
  readonly deadline?: DutyDate;
  /** Nothing can be done about it at present, so it is not late and nobody is reminded of it. */
  readonly frozen?: Freeze;
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
  /** The step of the chain that is waited for. */
  readonly chain?: ChainStep;
};

export type ChainStep = {
  readonly step: SignStep;
  /** Since when the report waits; of several the one that waits longest. */
  readonly since: Date;
  /** Who took another step of the case, and so cannot take this one. */
  readonly barred: readonly PersonId[];
  /** Who signs for the seat at present and can take this step, beside its holder or because it is vacant. */
  readonly deputies: readonly StandIn[];
  /** Nobody signs since who has the seat left LINE. */
  readonly left?: true;
};

export type StandIn = { readonly person: PersonId; readonly name: string };

/**
 * Enter and submit, amend what was returned, confirm the registry's entry or put it right, acknowledge the result,
 * certify; name somebody who signs for a seat that is vacant or whose holder left LINE.
 */
export type Act = 'submit' | 'amend' | 'confirm' | 'correct' | 'acknowledge' | 'certify' | 'delegate';
