import type { CenterRow } from '../center/record.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import type { FiscalYear, IsoDate } from '../ids.ts';
import type { UnitStanding } from '../standing.ts';

/** What has to be known of some areas to say who owes what in a year. */
export type Situation = {
  readonly year: FiscalYear;
  readonly today: IsoDate;
  readonly rules: readonly DeadlineRule[];
  /** Those of the registry. */
  readonly centers: readonly CenterRow[];
  /** What stands of the units that have something. */
  readonly units: readonly UnitStanding[];
  /** How many questions are answered in the drafts that somebody has in hand, by their ids. */
  readonly answered: ReadonlyMap<string, number>;
  /** The seats that somebody has who signs reports, by their ids. */
  readonly seated: ReadonlySet<string>;
};
