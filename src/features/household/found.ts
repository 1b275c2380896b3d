import type { HouseholdBook } from './rules/book.ts';
import type { Household } from './rules/household.ts';
import type { RoundRow } from './rules/roundRow.ts';

/** Nothing where this person may not see names. */
export type CenterHouseholds = {
  /** By number; closed ones too. */
  readonly households: readonly Household[];
  /** Absent before the center's first household. */
  readonly book?: HouseholdBook;
  /** What the newest round 1 of each center where one of the households ever was says of it. */
  readonly joinings: readonly RoundRow[];
};
