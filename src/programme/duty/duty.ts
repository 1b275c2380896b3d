import type { Scope } from '../area/areas.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import type { DeadlineKind } from '../deadline/kind.ts';
import type { FiscalYear, PersonId } from '../ids.ts';
import type { Role } from '../people/actor.ts';

/** What somebody still has to do for a report of a year, and until when. */
export type Duty = {
  /** `C4K7Q2M:assessment:2565`, or a province's name in front for what a province reports. */
  readonly key: string;
  readonly kind: DeadlineKind;
  readonly year: FiscalYear;
  /** The center or the province that the report is about. */
  readonly about: Extract<Scope, { readonly kind: 'center' | 'province' }>;
  readonly name: string;
  readonly step: Step;
  readonly missing: Missing;
  /** The date that holds there, while one is set. */
  readonly deadline?: DeadlineRule;
};

/** The one step that a report waits for, and who can take it: any of the roles, in the area. */
export type Step = {
  readonly act: Act;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  /** Who has the draft in hand: it waits for nobody else. */
  readonly person?: PersonId;
};

/** Enter and submit, amend what was returned, confirm the registry's entry, acknowledge the result, certify. */
export type Act = 'submit' | 'amend' | 'confirm' | 'acknowledge' | 'certify';

/** What is not there yet. */
export type Missing =
  | { readonly kind: 'indicators'; readonly answered: number; readonly of: number }
  /** Households still to join until the center's own target is reached; with 0 only the report itself. */
  | {
      readonly kind: 'households';
      readonly joined: number;
      readonly target: number;
      readonly missing: number;
    }
  /** Households still to get a result, of those that joined. */
  | {
      readonly kind: 'results';
      readonly withResult: number;
      readonly joined: number;
      readonly missing: number;
    }
  /** The registry's entry is not confirmed. */
  | { readonly kind: 'confirmation' }
  /** Reports that are complete but for a signature. */
  | { readonly kind: 'signatures'; readonly reports: number };
