import type { mongo } from 'mongoose';
import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import {
  type AreaStanding,
  areaStandingOf,
  nothingStands,
  type StandingFigures,
} from '../../programme/standing.ts';
import { areasFilter } from '../records/scopes.ts';
import { centerSums, type StandingDocument } from './document.ts';

/** The figures of an area, followed by those of the areas next below it; only centers of the registry count. */
export async function areaStandings(
  centersWithin: (areas: readonly Scope[]) => Promise<readonly Center[]>,
  standings: mongo.Collection<StandingDocument>,
  area: Scope,
  year: FiscalYear,
): Promise<readonly AreaStanding[]> {
  const [centers, figures] = await Promise.all([
    centersWithin([area]),
    centerFigures(standings, [area], year),
  ]);
  const standingOf = (scope: Scope, some: readonly Center[]): AreaStanding =>
    areaStandingOf(
      scope,
      some.map(({ id, householdTarget }) => ({ householdTarget, figures: figures.get(id) ?? nothingStands })),
    );
  const whole = standingOf(area, centers);
  if (area.kind === 'center') return [whole];
  const below = new Map<string, { readonly scope: Scope; readonly some: Center[] }>();
  for (const center of centers) {
    const scope = nextBelow(area, center);
    const known = below.get(scopeKey(scope)) ?? { scope, some: [] };
    known.some.push(center);
    below.set(scopeKey(scope), known);
  }
  const byName = [...below].sort(([a], [b]) => (a < b ? -1 : 1));
  return [whole, ...byName.map(([, { scope, some }]) => standingOf(scope, some))];
}

/** The figures of each center that has some. */
export async function centerFigures(
  standings: mongo.Collection<StandingDocument>,
  areas: readonly Scope[],
  year: FiscalYear,
): Promise<ReadonlyMap<CenterId, StandingFigures>> {
  const found = await standings
    .find({ year, ...areasFilter(areas) }, { projection: { center: 1, sums: 1 } })
    .toArray();
  return new Map(
    found.map((document) => {
      const { center, sums } = centerSums.parse(document);
      return [center, sums];
    }),
  );
}

/** The area next below another one in which a center is. */
function nextBelow(area: Scope, { id, province, district }: Center): Scope {
  switch (area.kind) {
    case 'nation':
      return { kind: 'province', province };
    case 'province':
      return { kind: 'district', province, district };
    case 'district':
    case 'center':
      return { kind: 'center', province, district, center: id };
    default:
      return area satisfies never;
  }
}
