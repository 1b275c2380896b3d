import type { mongo } from 'mongoose';
import type { Centers } from '../../features/registry/store.ts';
import type { Standings } from '../../kernel/store.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { accept } from './accept.ts';
import { areaStandings, centerFigures } from './areas.ts';
import type { StandingDocument } from './document.ts';
import { check, type Difference, rebuild, type StandingSources } from './rebuild.ts';

/** The figures of centers, kept so that no summary has to read reports. */
export type StandingsKeeper = Standings & {
  readonly rebuild: (year: FiscalYear) => Promise<{ readonly centers: number }>;
  readonly check: (year: FiscalYear) => Promise<readonly Difference[]>;
};

export function openStandings(
  db: mongo.Db,
  centers: Pick<Centers, 'within'>,
  records: StandingSources,
): StandingsKeeper {
  const standings = db.collection<StandingDocument>('standings');
  const sources = { standings, ...records };
  return {
    async contribute(year, contributions) {
      const places = new Map(contributions.map(({ place }) => [place.center, place]));
      for (const place of places.values()) {
        const ofPlace = contributions.filter((each) => each.place.center === place.center);
        const accepted = ofPlace.map((each) => ({ ...each, below: each.rev }));
        await accept(standings, place, year, accepted);
      }
    },
    async of(areas, year) {
      const each = await Promise.all(
        areas.map((area) => areaStandings(centers.within, standings, area, year)),
      );
      return withoutRepeats(each.flat(), ({ scope }) => scopeKey(scope));
    },
    ofCenters: (areas, year) => centerFigures(standings, areas, year),
    rebuild: (year) => rebuild(sources, year),
    check: (year) => check(sources, year),
  };
}

function withoutRepeats<T>(all: readonly T[], key: (each: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const each of all) if (!first.has(key(each))) first.set(key(each), each);
  return [...first.values()];
}
