import type { AnnouncementOutcome } from '../domain/announcement/announcement.ts';
import type { Scope } from '../domain/area/areas.ts';
import type { CenterCorrection, CenterOutcome, Confirmer } from '../domain/center/record.ts';
import type { DeadlineOutcome, DeadlinePlace } from '../domain/deadline/deadline.ts';
import type { BookOutcome } from '../domain/household/book.ts';
import type { HouseholdIntent, HouseholdOutcome, Join } from '../domain/household/household.ts';
import type { RoundOutcome } from '../domain/household/round.ts';
import type { RoundNo } from '../domain/household/roundRow.ts';
import type { CenterStepNo, ToldStep } from '../domain/household/steps.ts';
import type { CenterId, FiscalYear, HouseholdId, IsoDate, PersonId } from '../domain/ids.ts';
import type { RunCounts, RunId } from '../domain/job/job.ts';
import type { Role } from '../domain/people/actor.ts';
import type { InviteOutcome } from '../domain/people/invite.ts';
import type { PlanState } from '../domain/report/planState.ts';
import type { AssessmentReport, CaseOutcome } from '../domain/report/reportCase.ts';
import type { Draft } from '../engine/draft.ts';
import type { DraftId } from '../engine/ids.ts';
import type { Wanted } from './announce/content.ts';
import type { Reach } from './reach.ts';

/** What a turn wants of a shared record. Its id is the id of the event that caused it. */
export type Intent =
  | { readonly kind: 'redeem'; readonly code: string }
  /** The person's data are erased: nothing that others share names them as its holder any more. */
  | { readonly kind: 'letGo' }
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
  | {
      readonly kind: 'correctCenter';
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly correction: CenterCorrection;
    }
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
  | {
      readonly kind: 'invite';
      readonly role: Role;
      readonly scope: Scope;
      /** Whose place the invited person takes; their drafts go over when the code is used. */
      readonly takesOverFrom?: PersonId;
    }
  | {
      readonly kind: 'setDeadline';
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      /** The warnings were seen. */
      readonly accepted: boolean;
    }
  /** To be shown with how many people it reaches; nothing goes out. */
  | { readonly kind: 'planAnnouncement'; readonly draft: DraftId; readonly wanted: Wanted }
  | {
      readonly kind: 'sendAnnouncement';
      readonly announcement: string;
      readonly draft: string;
      /** The number of people that the card named. */
      readonly shown: number;
      /** Not before that time. */
      readonly from?: Date;
    }
  | { readonly kind: 'stopAnnouncement'; readonly announcement: string }
  /** How many people are late in some areas, before they are reminded. */
  | { readonly kind: 'countLate'; readonly areas: readonly Scope[] }
  | {
      readonly kind: 'remindLate';
      readonly areas: readonly Scope[];
      readonly shown: number;
      readonly from?: Date;
    }
  | HouseholdsIntent;

/** What a turn wants of a center's households, their book and their reports. */
export type HouseholdsIntent = { readonly center: CenterId; readonly year: FiscalYear } & (
  | {
      readonly kind: 'joinHousehold';
      readonly consented: true;
      readonly details: JoinDetails;
      /** Numbers of households that look alike, and that the officer knows to be others. */
      readonly otherThan: readonly number[];
      /** A household of this center that is known from an earlier year. */
      readonly again?: HouseholdId;
    }
  /** Only the count of those is kept. */
  | { readonly kind: 'joinHousehold'; readonly consented: false }
  | { readonly kind: 'workHousehold'; readonly household: HouseholdId; readonly work: HouseholdWork }
  | { readonly kind: 'logCenterStep'; readonly step: CenterStepNo; readonly told: ToldStep }
  | { readonly kind: 'batchHouseholds'; readonly lines: readonly BatchWork[] }
  /** From `center`; the book of the other one gives the number. */
  | {
      readonly kind: 'moveHousehold';
      readonly household: HouseholdId;
      readonly to: CenterId;
      /** Numbers of households there that look alike, and that are known to be others. */
      readonly otherThan: readonly number[];
    }
  /** What the preview said, by its mark. */
  | { readonly kind: 'submitRound'; readonly round: RoundNo; readonly shown?: string }
);

type Acting = 'id' | 'by' | 'name' | 'at' | 'center' | 'year';

/** What a household that joins says of itself. */
export type JoinDetails = Omit<Join, Acting>;

/** An intent towards a household without who acts and where; the steps of the whole center are looked up. */
export type HouseholdWork = HouseholdIntent extends infer I
  ? I extends { readonly kind: 'move' }
    ? never
    : I extends HouseholdIntent
      ? Omit<I, Acting | 'centerSteps'>
      : never
  : never;

/** What an accepted line of a message about several households wants of one. */
export type BatchWork = {
  readonly no: number;
  readonly household: HouseholdId;
  readonly work: HouseholdWork;
};

/** What became of it; returns to the person as an event of its own. */
export type Outcome =
  | {
      readonly of: 'redeem';
      readonly result: InviteOutcome;
      readonly name?: string;
      /** The open drafts of the person whose place was taken. */
      readonly drafts?: readonly Draft[];
    }
  | { readonly of: 'letGo' }
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
  | {
      readonly of: 'invite';
      readonly code: string;
      readonly role: Role;
      readonly scope: Scope;
      readonly takesOverFrom?: PersonId;
    }
  | {
      readonly of: 'setDeadline';
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      readonly result: DeadlineOutcome;
      /** How many people hear of it. */
      readonly told: number;
    }
  | {
      readonly of: 'planAnnouncement';
      readonly announcement: string;
      readonly draft: string;
      readonly wanted: Wanted;
      readonly reach: Reach;
    }
  | {
      readonly of: 'sendAnnouncement';
      readonly announcement: string;
      readonly draft: string;
      readonly wanted: Wanted;
      readonly result:
        | Extract<
            AnnouncementOutcome,
            { kind: 'confirmed' | 'scheduled' | 'alreadyConfirmed' | 'notYours' | 'alreadyOver' }
          >
        /** The audience is another one now, or people are not written to at this time: it is shown once more. */
        | { readonly kind: 'audienceChanged' | 'closed'; readonly reach: Reach }
        /** It names areas that are not this person's any more. */
        | { readonly kind: 'outOfReach' };
    }
  | {
      readonly of: 'stopAnnouncement';
      readonly announcement: string;
      readonly result: { readonly kind: 'stopping' | 'calledOff' | 'alreadyOver' };
    }
  | {
      readonly of: 'countLate';
      readonly areas: readonly Scope[];
      readonly reach: Reach;
      /** This person's reminders that are being sent. */
      readonly underWay?: { readonly at: Date; readonly counts: RunCounts };
    }
  | {
      readonly of: 'remindLate';
      readonly areas: readonly Scope[];
      readonly reach: Reach;
      readonly result:
        | { readonly kind: 'ordered'; readonly run: RunId; readonly at: Date }
        | { readonly kind: 'audienceChanged' }
        | { readonly kind: 'closed' };
    }
  | HouseholdsOutcome;

export type HouseholdsOutcome = { readonly center: CenterId; readonly year: FiscalYear } & (
  | { readonly of: 'joinHousehold'; readonly result: JoinResult }
  | {
      readonly of: 'workHousehold';
      readonly household: HouseholdId;
      readonly work: HouseholdWork;
      readonly result: HouseholdOutcome;
    }
  | { readonly of: 'logCenterStep'; readonly result: BookOutcome }
  /** Line by line, in the order of the intent. */
  | {
      readonly of: 'batchHouseholds';
      readonly lines: readonly (BatchWork & { readonly result: HouseholdOutcome })[];
    }
  | {
      readonly of: 'moveHousehold';
      readonly household: HouseholdId;
      readonly to: CenterId;
      readonly result: HouseholdOutcome | LooksAlike;
    }
  | { readonly of: 'submitRound'; readonly round: RoundNo; readonly result: RoundOutcome }
);

/** Asked about: these have the same house number and a similar head. */
export type LooksAlike = Extract<BookOutcome, { kind: 'looksAlike' }>;

export type JoinResult =
  | Extract<HouseholdOutcome, { kind: 'joined' | 'elsewhere' | 'refused' }>
  | LooksAlike
  /** Did not consent; how many that are in the center. */
  | { readonly kind: 'declined'; readonly count: number };
