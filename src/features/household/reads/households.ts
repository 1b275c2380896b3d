import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import type { Person } from '../../../kernel/person.ts';
import type { Readers } from '../../../kernel/reads.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../../programme/ids.ts';
import { capacities, may } from '../../../programme/people/actor.ts';
import { seeHouseholds } from '../deeds.ts';
import type { CenterHouseholds } from '../found.ts';
import { readJoinings } from './roundMaterial.ts';

type Reading = Pick<Kept, 'centers' | 'households' | 'books' | 'cases'>;

const nothingSeen: CenterHouseholds = { households: [], joinings: [] };

/** The households of a center with its book, for those alone who may see names there. */
export const householdReaders = (store: Reading): Pick<Readers, 'householdsOf' | 'householdIn'> => ({
  householdsOf: ({ person, year }, id) =>
    seen(store, person, id, year, (center) => store.households.within([scopeOfCenter(center)])),
  householdIn: ({ person, year }, household, id) =>
    seen(store, person, id, year, async (center) => {
      const found = await store.households.read(household);
      return found?.place.center === center.id ? [found] : [];
    }),
});

async function seen(
  store: Reading,
  person: Person,
  id: CenterId,
  year: FiscalYear,
  read: (center: Center) => Promise<CenterHouseholds['households']>,
): Promise<CenterHouseholds> {
  const center = await seenCenter(store, person, id);
  if (!center) return nothingSeen;
  const [households, book] = await Promise.all([read(center), store.books.read(center.id)]);
  const joinings = await readJoinings(store, households, year);
  return { households, joinings, ...(book && { book }) };
}

/** A center whose households this person may see by name. */
async function seenCenter(
  { centers }: Reading,
  { bindings }: Person,
  id: CenterId,
): Promise<Center | undefined> {
  if (capacities(bindings, seeHouseholds).length === 0) return undefined;
  const center = (await centers.read(id))?.center;
  return center && may(bindings, seeHouseholds, scopeOfCenter(center)) ? center : undefined;
}
