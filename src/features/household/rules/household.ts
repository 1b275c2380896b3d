import type {
  CenterId,
  FiscalYear,
  HouseholdId,
  IntentId,
  IsoDate,
  PersonId,
} from '../../../programme/ids.ts';
import type { Shared } from '../../../programme/sharedRecord.ts';
import type { Contract, InformalAfter, KeptLoan, NumberedContract, OutsideLoan } from './contract.ts';
import type { DebtPlan } from './debtPlan.ts';
import type { UsedMethod } from './method.ts';
import type { HouseholdProblem } from './problem.ts';
import type { DebtResult } from './result.ts';
import type { CenterStep, CenterStepNo, DebtorClass, DebtStep, LoggedStep, ToldStep, Turn } from './steps.ts';

/**
 * A household whose debts are worked on, with its consent. Officers of a district meet here, so the household
 * itself decides; it belongs to its center and to no officer.
 */
export type Household = Shared<HouseholdOutcome> & {
  readonly id: HouseholdId;
  readonly place: Place;
  /** Where it was before, oldest first. */
  readonly earlier: readonly Place[];
  readonly head: string;
  readonly houseNo: string;
  readonly members: number;
  readonly phone?: string;
  readonly consentedAt: Date;
  /** By fiscal year: the years in which it joined. */
  readonly work: { readonly [year: number]: Work };
  readonly closed?: Closing;
  /** The `rev` at which each field was last changed, by `fieldKey`; absent since the household joined. */
  readonly changed: { readonly [field: string]: number };
  readonly history: readonly HistoryEntry[];
};

/** Where a center is, for records that are found by area. */
export type CenterArea = { readonly center: CenterId; readonly province: string; readonly district: string };

/** A center and the number that a household has there for ever. */
export type Place = CenterArea & { readonly no: number };

/** The work with a household's debts in a year. */
export type Work = {
  readonly joinedOn: IsoDate;
  /** The contracts at joining. */
  readonly before: readonly NumberedContract[];
  readonly outside: readonly KeptLoan[];
  readonly plan?: DebtPlan;
  /** In the order in which they were told. */
  readonly steps: readonly LoggedStep[];
  readonly methods: readonly UsedMethod[];
  readonly result?: StatedResult;
  /** Results that were taken back. */
  readonly withdrawn: readonly StatedResult[];
};

/** What a household has afterwards, as its officer stated it. */
export type StatedResult = InformalAfter & {
  readonly on: IsoDate;
  /** Every contract of the village, the new one of a consolidation or refinance included. */
  readonly after: readonly Contract[];
  /** Why the debt grew, or why nothing is left although a new contract was made. */
  readonly reason?: string;
  readonly by: PersonId;
  readonly at: Date;
};

export const closings = ['moved', 'died', 'left'] as const;
export type ClosingKind = (typeof closings)[number];
export type Closing = { readonly why: ClosingKind; readonly on: IsoDate; readonly note?: string };

/** Who did what when; what was written stands in the record itself. */
export type HistoryEntry = {
  readonly at: Date;
  readonly by: PersonId;
  readonly byName: string;
} & (
  | { readonly did: 'joined'; readonly year: FiscalYear }
  | { readonly did: 'changed'; readonly fields: readonly string[] }
  | { readonly did: 'loggedStep'; readonly step: DebtStep; readonly turn: Turn }
  | { readonly did: 'notFound'; readonly on: IsoDate }
  | { readonly did: 'statedResult' }
  | { readonly did: 'withdrewResult' | 'reopened'; readonly reason: string }
  | { readonly did: 'closed'; readonly why: ClosingKind }
  | { readonly did: 'moved'; readonly from: CenterId; readonly to: CenterId }
);
export type Deed = HistoryEntry extends infer E
  ? E extends HistoryEntry
    ? Omit<E, 'at' | 'by' | 'byName'>
    : never
  : never;

/** A new value of one field. */
export type Change =
  | { readonly field: 'head' | 'houseNo'; readonly value: string }
  | { readonly field: 'members'; readonly value: number }
  | { readonly field: 'phone'; readonly value: string | null }
  | { readonly field: 'joinedOn'; readonly value: IsoDate }
  /** A contract at joining; null takes it off, and notes the loan of a lender outside that it was. */
  | {
      readonly field: 'contract';
      readonly no: number;
      readonly value: Contract | null;
      readonly noted?: OutsideLoan;
    }
  | { readonly field: 'newContract'; readonly value: Contract }
  /** A loan outside at joining; null takes it off. */
  | { readonly field: 'outside'; readonly no: number; readonly value: OutsideLoan | null }
  | { readonly field: 'newOutside'; readonly value: OutsideLoan }
  | { readonly field: 'plan'; readonly value: DebtPlan }
  | { readonly field: 'methods'; readonly value: readonly UsedMethod[] };

type Acting = {
  readonly id: IntentId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Date;
  /** The center in which the person saw the household; in another one it is none of theirs any more. */
  readonly center: CenterId;
  readonly year: FiscalYear;
};

/** A household joins the work of a year, having consented. */
export type Join = Acting & {
  /** The day of joining; the day of the intent when absent. */
  readonly on?: IsoDate;
  readonly head: string;
  readonly houseNo: string;
  readonly members: number;
  readonly phone?: string;
  readonly contracts: readonly Contract[];
  readonly outside: readonly OutsideLoan[];
};

export type HouseholdIntent = Acting &
  (
    | {
        readonly kind: 'change';
        /** The `rev` of the household that the person saw. */
        readonly based: number;
        readonly changes: readonly Change[];
      }
    | {
        readonly kind: 'logStep';
        readonly step: DebtStep;
        readonly told: ToldStep;
        /** The household joined on this day, earlier than was known. */
        readonly joinedOn?: IsoDate;
        readonly classes?: readonly DebtorClass[];
        readonly reason?: string;
        /** Of how many households one message says the same, where they are many. */
        readonly sameFor?: number;
        /** The steps that are logged for the whole center. */
        readonly centerSteps: readonly { readonly step: CenterStepNo }[];
      }
    | { readonly kind: 'notFound'; readonly on: IsoDate }
    | (InformalAfter & {
        readonly kind: 'stateResult';
        readonly on: IsoDate;
        readonly after: readonly Contract[];
        readonly reason?: string;
      })
    | { readonly kind: 'withdrawResult'; readonly reason: string }
    | { readonly kind: 'close'; readonly closing: Closing }
    | { readonly kind: 'reopen'; readonly reason: string }
    | {
        readonly kind: 'move';
        /** In a center whose book has given the number. */
        readonly to: Place;
        /** By fiscal year: the steps that the center which it leaves logged for all its households. */
        readonly centerSteps?: { readonly [year: number]: readonly CenterStep[] };
      }
  );

export type HouseholdOutcome =
  | { readonly kind: 'joined'; readonly household: HouseholdId; readonly no: number }
  | {
      readonly kind: 'changed';
      readonly fields: readonly string[];
      /** Fields that somebody else changed meanwhile, to something else: these stay until the person chooses. */
      readonly conflicts: readonly Conflict[];
      /** What the choice is based on. */
      readonly rev: number;
    }
  | { readonly kind: 'stepLogged'; readonly step: DebtStep; readonly turn: Turn }
  | { readonly kind: 'notFoundNoted' }
  | { readonly kind: 'resultStated'; readonly result: DebtResult }
  | { readonly kind: 'resultWithdrawn' | 'reopened' }
  | { readonly kind: 'closed'; readonly closing: Closing }
  | { readonly kind: 'moved'; readonly from: Place; readonly to: Place }
  /** It is not in that center any more. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly problem: HouseholdProblem };

/** Two values of one field: the one that stands, and the one that the second person wanted. */
export type Conflict = { readonly present: Change; readonly wanted: Change };

/** The centers of a household: where it is, and where it was. */
export const placesOf = ({ place, earlier }: Household): readonly Place[] => [...earlier, place];
