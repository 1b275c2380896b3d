import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { roundCases } from '../cases.ts';
import { type Household, placesOf } from '../rules/household.ts';
import { debtReportId, type RoundMaterial } from '../rules/round.ts';
import type { RoundRow } from '../rules/roundRow.ts';

type Reading = Pick<Kept, 'households' | 'books' | 'cases'>;

/** What a center's debt reports are made of at this moment. */
export async function readRoundMaterial(
  store: Reading,
  center: Center,
  year: FiscalYear,
): Promise<RoundMaterial> {
  const [households, book] = await Promise.all([
    store.households.within([scopeOfCenter(center)]),
    store.books.read(center.id),
  ]);
  const declined = book?.declined[year] ?? 0;
  return { households, declined, joinings: await readJoinings(store, households, year) };
}

/** What the newest round 1 of each center where one of the households ever was says of it; the newest row last. */
export async function readJoinings(
  store: Pick<Kept, 'cases'>,
  households: readonly Household[],
  year: FiscalYear,
): Promise<readonly RoundRow[]> {
  const ids = new Set(households.map(({ id }) => id));
  const centers = new Set(households.flatMap((each) => placesOf(each).map(({ center }) => center)));
  const cases = roundCases(store, 1);
  const reports = await Promise.all([...centers].map((center) => cases.read(debtReportId(center, 1, year))));
  const rows = reports.flatMap((report) => report?.revisions.at(-1)?.content.rows ?? []);
  return rows.filter(({ household }) => ids.has(household)).sort((a, b) => a.rev - b.rev);
}
