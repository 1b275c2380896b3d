import type sentences from '../../../locales/th/household.json';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CaseId, CenterId, FiscalYear, HouseholdId, Receipt } from '../../programme/ids.ts';
import type { Frozen } from '../../programme/report/outcome.ts';
import type { CenterHouseholds } from './found.ts';
import type { BatchWork, HouseholdWork, JoinDetails, JoinResult, LooksAlike } from './intent.ts';
import type { BookOutcome, HouseholdBook } from './rules/book.ts';
import type { HouseholdOutcome } from './rules/household.ts';
import type { Flag } from './rules/plausibility.ts';
import type { DebtReport, RoundOutcome } from './rules/round.ts';
import type { RoundNo } from './rules/roundRow.ts';
import type { CenterStepNo, ToldStep } from './rules/steps.ts';
import type { Households } from './store.ts';

type InCenter = { readonly center: CenterId; readonly year: FiscalYear };

declare module '../../programme/deadline/kind.ts' {
  interface DueKinds {
    readonly debt1: true;
    readonly debt2: true;
  }
}

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** A center's households, where this person may see names. */
    householdsOf(center: CenterId): CenterHouseholds;
    /** The same of one household, while it is in that center. */
    householdIn(household: HouseholdId, center: CenterId): CenterHouseholds;
    /** The reports of the two rounds of a center; without names for who may not see them. */
    debtReportsOf(center: CenterId, year: FiscalYear): readonly DebtReport[];
    /** The same of all centers of these areas. */
    debtReportsIn(areas: readonly Scope[], year: FiscalYear): readonly DebtReport[];
  }
  interface Stores {
    readonly households: Households;
    readonly books: Records<CenterId, HouseholdBook>;
  }
  interface Notices {
    readonly roundSubmitted: {
      readonly center: CenterId;
      readonly province: string;
      readonly district: string;
      readonly centerName: string;
      readonly year: FiscalYear;
      readonly round: RoundNo;
      readonly receipt: Receipt;
      readonly households: number;
      /** Remarks to look at. */
      readonly flags: number;
      readonly by: string;
      /** The report, where it waits for this person's signature. */
      readonly waits?: CaseId;
    };
  }
  interface Intents {
    readonly joinHousehold: InCenter &
      (
        | {
            readonly consented: true;
            readonly details: JoinDetails;
            /** Numbers of households that look alike, and that the officer knows to be others. */
            readonly otherThan: readonly number[];
            /** A household of this center that is known from an earlier year. */
            readonly again?: HouseholdId;
          }
        /** Only the count of those is kept. */
        | { readonly consented: false }
      );
    readonly workHousehold: InCenter & { readonly household: HouseholdId; readonly work: HouseholdWork };
    readonly logCenterStep: InCenter & { readonly step: CenterStepNo; readonly told: ToldStep };
    readonly batchHouseholds: InCenter & { readonly lines: readonly BatchWork[] };
    /** From `center`; the book of the other one gives the number. */
    readonly moveHousehold: InCenter & {
      readonly household: HouseholdId;
      readonly to: CenterId;
      /** Numbers of households there that look alike, and that are known to be others. */
      readonly otherThan: readonly number[];
    };
    /** What the preview said, by its mark. */
    readonly submitRound: InCenter & { readonly round: RoundNo; readonly shown?: string };
  }
  interface Outcomes {
    readonly joinHousehold: InCenter & { readonly result: JoinResult };
    readonly workHousehold: InCenter & {
      readonly household: HouseholdId;
      readonly work: HouseholdWork;
      readonly result: HouseholdOutcome;
    };
    readonly logCenterStep: InCenter & { readonly result: BookOutcome };
    /** Line by line, in the order of the intent. */
    readonly batchHouseholds: InCenter & {
      readonly lines: readonly (BatchWork & { readonly result: HouseholdOutcome })[];
    };
    readonly moveHousehold: InCenter & {
      readonly household: HouseholdId;
      readonly to: CenterId;
      readonly result: HouseholdOutcome | LooksAlike;
    };
    /** Nothing was changed, whatever of the households was wanted. */
    readonly householdsFrozen: InCenter & { readonly freeze: Frozen };
    readonly submitRound: InCenter & {
      readonly round: RoundNo;
      readonly result: RoundOutcome;
      /** Of the report that was submitted: how many households it names, and the remarks on them. */
      readonly sent?: {
        readonly households: number;
        readonly flags: readonly Flag[];
        /** For who handed the area over meanwhile and finds it no more; absent in what older releases kept. */
        readonly centerName?: string;
      };
    };
  }
  interface FlowIds {
    readonly household: true;
  }
  interface CommandNames {
    readonly debt: true;
    readonly addHousehold: true;
    readonly closeHousehold: true;
    readonly moveCenter: true;
    readonly submitRound: true;
  }
  interface AuditDeeds {
    readonly sawHouseholds: true;
    readonly sawHousehold: true;
    readonly joinedHousehold: true;
    readonly workedHousehold: true;
    readonly loggedCenterStep: true;
    readonly movedHousehold: true;
    readonly submittedRound: true;
  }
  interface TextFiles {
    readonly household: typeof sentences;
  }
}
