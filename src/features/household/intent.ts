import type { IntentOf, OutcomeOf } from '../../kernel/intent.ts';
import type { Intents, Outcomes } from '../../kernel/terms.ts';
import type { HouseholdId } from '../../programme/ids.ts';
import type { BookOutcome } from './rules/book.ts';
import type { HouseholdIntent, HouseholdOutcome, Join } from './rules/household.ts';

/** What a turn wants of a center's households, their book and their reports. */
export type HouseholdsIntent = IntentOf<keyof Intents & HouseholdsDeed>;
export type HouseholdsOutcome = OutcomeOf<keyof Outcomes & HouseholdsDeed>;

type HouseholdsDeed =
  | 'joinHousehold'
  | 'workHousehold'
  | 'logCenterStep'
  | 'batchHouseholds'
  | 'moveHousehold'
  | 'submitRound';

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

/** Asked about: these have the same house number and a similar head. */
export type LooksAlike = Extract<BookOutcome, { kind: 'looksAlike' }>;

export type JoinResult =
  | Extract<HouseholdOutcome, { kind: 'joined' | 'elsewhere' | 'refused' }>
  | LooksAlike
  /** Did not consent; how many that are in the center. */
  | { readonly kind: 'declined'; readonly count: number };
