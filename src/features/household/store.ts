import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CenterId, HouseholdId } from '../../programme/ids.ts';
import type { HouseholdBook } from './rules/book.ts';
import type { Household } from './rules/household.ts';

export type Households = Records<HouseholdId, Household> & {
  /** Those that are in these areas now, by number; closed ones too. */
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Household[]>;
};

const bookCollection: Collection<HouseholdBook> = {
  name: 'books',
  idOf: ({ center }) => center,
  inClear: () => ({}),
};

/** The household books, one of each center that has begun. */
export const books = keptIn(
  bookCollection,
  ({ read, write }): Records<CenterId, HouseholdBook> => ({ read, write }),
);
