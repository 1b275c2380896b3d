import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { HouseholdId } from '../../programme/ids.ts';
import type { Household } from './rules/household.ts';

export type Households = Records<HouseholdId, Household> & {
  /** Those that are in these areas now, by number; closed ones too. */
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Household[]>;
};
