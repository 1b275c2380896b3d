import type { CenterRow } from '../center/record.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import type { FiscalYear, IsoDate, PersonId } from '../ids.ts';
import type { Deputy } from '../people/deputy.ts';
import type { AreaFreeze } from '../report/freeze.ts';
import type { UnitStanding } from '../standing.ts';

/** What has to be known of some areas to say who owes what in a year. */
export type Situation = {
  readonly year: FiscalYear;
  /** The day of which it is said who signs for which seat, and what is frozen. */
  readonly today: IsoDate;
  readonly rules: readonly DeadlineRule[];
  /** Those of the registry. */
  readonly centers: readonly CenterRow[];
  /** What stands of the units that have something. */
  readonly units: readonly UnitStanding[];
  /** How many questions are answered in the drafts that somebody has in hand, by their ids. */
  readonly answered: ReadonlyMap<string, number>;
  /** Who signs reports by a seat, by the ids of these. */
  readonly holders: ReadonlyMap<string, readonly SeatSigner[]>;
  /** Who was named to sign for seats and has not left LINE, by the ids of these; also where the term is over. */
  readonly deputies: ReadonlyMap<string, readonly Deputy[]>;
  /** Of the areas that were ever frozen, by their ids. */
  readonly freezes: ReadonlyMap<string, AreaFreeze>;
};

/** Who has a seat; `away` left LINE and hears of nothing. */
export type SeatSigner = { readonly person: PersonId; readonly away: boolean };
