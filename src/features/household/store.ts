import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CenterId, FiscalYear, HouseholdId } from '../../programme/ids.ts';
import type { HouseholdBook } from './rules/book.ts';
import type { Household } from './rules/household.ts';
import { contributionsOfHousehold } from './standing.ts';

export type Households = Records<HouseholdId, Household> & {
  /** Those that are in these areas now, by number; closed ones too. */
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Household[]>;
};

const householdCollection: Collection<Household> = {
  name: 'households',
  idOf: ({ id }) => id,
  inClear: ({ place: { center, province, district, no } }) => ({ center, province, district, no }),
  indexes: [
    // The center's book gives a number once only.
    { name: 'number', fields: ['center', 'no'], unique: true },
    { name: 'area', fields: ['province', 'district'] },
  ],
  counts: (household) =>
    Object.keys(household.work).map((name) => {
      const year = Number(name) as FiscalYear;
      return { year, contributions: contributionsOfHousehold(household, year) };
    }),
};

export const households = keptIn(
  householdCollection,
  ({ read, write, find }): Households => ({
    read,
    write,
    within: async (areas) => (await find({ within: areas })).toSorted((a, b) => a.place.no - b.place.no),
  }),
);

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
