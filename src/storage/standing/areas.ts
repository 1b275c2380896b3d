import type { mongo } from 'mongoose';
import { type Scope, scopeKey } from '../../domain/areas.ts';
import type { Center } from '../../domain/center.ts';
import { targetOf } from '../../domain/household/target.ts';
import type { CenterId, FiscalYear } from '../../domain/ids.ts';
import { type AreaStanding, addUp, nothingStands, type StandingFigures } from '../../domain/standing.ts';
import { areaFilter } from '../scopes.ts';
import { centerSums, type StandingDocument } from './document.ts';

/** The figures of an area, followed by those of the areas next below it; only centers of the registry count. */
export async function areaStandings(
  centersWithin: (areas: readonly Scope[]) => Promise<readonly Center[]>,
  standings: mongo.Collection<StandingDocument>,
  area: Scope,
  year: FiscalYear,
): Promise<readonly AreaStanding[]> {
  const [centers, documents] = await Promise.all([
    centersWithin([area]),
    standings.find({ year, ...areaFilter(area) }, { projection: { center: 1, sums: 1 } }).toArray(),
  ]);
  const figures = new Map<CenterId, StandingFigures>(
    documents.map((document) => {
      const { center, sums } = centerSums.parse(document);
      return [center, sums];
    }),
  );
  const standingOf = (scope: Scope, some: readonly Center[]): AreaStanding => ({
    scope,
    centers: some.length,
    householdTarget: targetOf(some),
    ...addUp(some.map(({ id }) => figures.get(id) ?? nothingStands)),
  });
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
