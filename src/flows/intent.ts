import type { Role } from '../domain/actor.ts';
import type { Scope } from '../domain/areas.ts';
import type { CenterCorrection, CenterOutcome, Confirmer } from '../domain/centerRecord.ts';
import type { CenterId, FiscalYear } from '../domain/ids.ts';
import type { InviteOutcome } from '../domain/invite.ts';
import type { PlanState } from '../domain/plan.ts';
import type { AssessmentReport, CaseOutcome } from '../domain/reportCase.ts';
import type { Draft } from '../engine/draft.ts';
import type { DraftId } from '../engine/ids.ts';

/** What a turn wants of a shared record. Its id is the id of the event that caused it. */
export type Intent =
  | { readonly kind: 'redeem'; readonly code: string }
  | {
      readonly kind: 'claim';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly takeOver: boolean;
    }
  | {
      readonly kind: 'release';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly draft: DraftId;
    }
  | {
      readonly kind: 'submit';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly draft: DraftId;
      readonly report: AssessmentReport;
      readonly corrections: readonly CenterCorrection[];
    }
  | { readonly kind: 'correctCenter'; readonly center: CenterId; readonly correction: CenterCorrection }
  | {
      readonly kind: 'confirmCenter';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly as: readonly Confirmer[];
    }
  | {
      readonly kind: 'carryPlan';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly line: number;
      readonly state: PlanState;
    }
  | { readonly kind: 'invite'; readonly role: Role; readonly scope: Scope };

/** What became of it; returns to the person as an event of its own. */
export type Outcome =
  | {
      readonly of: 'redeem';
      readonly result: InviteOutcome;
      readonly name?: string;
    }
  | {
      readonly of: 'claim' | 'release' | 'submit';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CaseOutcome;
      /** What the colleague whose draft was taken over had answered. */
      readonly answers?: Pick<Draft, 'facts' | 'log'>;
    }
  | { readonly of: 'carryPlan'; readonly center: CenterId; readonly result: CaseOutcome }
  | {
      readonly of: 'correctCenter' | 'confirmCenter';
      readonly center: CenterId;
      readonly result: CenterOutcome;
    }
  | { readonly of: 'invite'; readonly code: string; readonly role: Role; readonly scope: Scope };
