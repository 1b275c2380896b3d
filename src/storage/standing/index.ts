import type { mongo } from 'mongoose';
import type { Centers } from '../../kernel/centers.ts';
import type { Standings } from '../../kernel/store.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { type Unit, unitId } from '../../programme/report/unit.ts';
import { areaStandings, type Contribution } from '../../programme/standing.ts';
import { type Marks, rowsByProvince } from '../db/byProvince.ts';
import { readAll } from '../db/readAll.ts';
import { areasFilter } from '../records/scopes.ts';
import { accepting } from './accept.ts';
import { type StandingDocument, standingFields, toStanding } from './document.ts';
import { check, type Difference, rebuild, type StandingSources } from './rebuild.ts';

/** The figures of units, kept so that no summary has to read reports. */
export type StandingsKeeper = Standings & {
  readonly rebuild: (year: FiscalYear) => Promise<{ readonly units: number }>;
  readonly check: (year: FiscalYear) => Promise<readonly Difference[]>;
};

/** `figures`: the names of those that are summed. */
export function openStandings(
  db: mongo.Db,
  centers: Pick<Centers, 'rows'>,
  {
    figures,
    marks,
    clock,
    ...records
  }: StandingSources & {
    readonly figures: readonly string[];
    readonly marks: Marks;
    readonly clock: () => Date;
  },
): StandingsKeeper {
  const standings = db.collection<StandingDocument>('standings');
  const accept = accepting(standings, figures);
  const isDeclared = (name: string) => figures.includes(name);
  const sources = { standings, accept, ...records };
  const read = (filter: mongo.Filter<StandingDocument>) =>
    readAll(standings.find(filter, { projection: standingFields }), toStanding);
  const nation = rowsByProvince(
    { marks, clock },
    {
      markOf: markOfStandings,
      load: async (year: FiscalYear, but) => {
        const found = await read({ year, province: { $nin: [...but] } });
        return found.map((standing) => ({ ...standing, province: standing.unit.province }));
      },
      order: inAnyOrder,
    },
  );
  const summed = summing();
  const within: Standings['within'] = (areas, year) =>
    areas.some(({ kind }) => kind === 'nation') ? nation(year) : read({ year, ...areasFilter(areas) });
  const changed = (year: FiscalYear, units: readonly Unit[]) =>
    Promise.all(
      [...new Set(units.map(({ province }) => province))].map((province) =>
        marks.changed(markOfStandings(year), province),
      ),
    );
  return {
    async contribute(year, contributions) {
      const names = contributions.flatMap((each) => Object.keys(each.figures ?? {}));
      const unknown = names.find((name) => !isDeclared(name));
      if (unknown !== undefined) throw new Error(`no feature declares the figure ${unknown}`);
      for (const ofUnit of byUnit(contributions).values())
        await accept(
          ofUnit[0].unit,
          year,
          ofUnit.map((each) => ({ ...each, below: each.rev })),
        );
      await changed(
        year,
        contributions.map(({ unit }) => unit),
      );
    },
    within,
    async of(areas, year) {
      const each = await Promise.all(
        areas.map(async (area) => {
          const [rows, units] = await Promise.all([centers.rows([area]), within([area], year)]);
          return summed(area, rows, units);
        }),
      );
      return withoutRepeats(each.flat(), ({ scope }) => scopeKey(scope));
    },
    async rebuild(year) {
      const units = await rebuild(sources, year);
      await changed(year, units);
      return { units: units.length };
    },
    check: (year) => check(sources, year),
  };
}

const inAnyOrder = () => 0;

/** Sums up an area; the nation only once as long as its rows are the same lists. */
function summing(): typeof areaStandings {
  const known = new WeakMap<
    object,
    { readonly rows: object; readonly sums: ReturnType<typeof areaStandings> }
  >();
  return (area, rows, units) => {
    if (area.kind !== 'nation') return areaStandings(area, rows, units);
    const last = known.get(units);
    if (last?.rows === rows) return last.sums;
    const sums = areaStandings(area, rows, units);
    known.set(units, { rows, sums });
    return sums;
  };
}

/** What the marks of a year's standings are about. */
export const markOfStandings = (year: FiscalYear): string => `standings:${year}`;

function byUnit(contributions: readonly Contribution[]) {
  const found = new Map<string, [Contribution, ...Contribution[]]>();
  for (const each of contributions) {
    const key = `${each.unit.kind}:${unitId(each.unit)}`;
    const known = found.get(key);
    if (known) known.push(each);
    else found.set(key, [each]);
  }
  return found;
}

function withoutRepeats<T>(all: readonly T[], key: (each: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const each of all) if (!first.has(key(each))) first.set(key(each), each);
  return [...first.values()];
}
