import { type Scope, scopeKey } from './area/areas.ts';
import type { CenterRow } from './center/record.ts';
import type { CaseRow } from './report/row.ts';
import { scopeOfUnit, type Unit, unitId } from './report/unit.ts';

/** Figures by the names that features declare for them, each with its unit: a count, or satang. */
export type Figures = { readonly [name: string]: number };

/**
 * What one source says for the figures of a unit at its `rev`, absolute and never a difference; it stands unless the
 * same source said something there at a higher one. Without figures the source says nothing there any more.
 */
export type Contribution = {
  readonly unit: Unit;
  readonly source: string;
  readonly rev: number;
  readonly figures?: Figures;
  /** How the case stands, where the source is one of this unit. */
  readonly row?: CaseRow;
};

/** What stands of a unit in a year. */
export type UnitStanding = {
  readonly unit: Unit;
  /** The sums of its sources. */
  readonly figures: Figures;
  readonly rows: readonly CaseRow[];
};

type Find = (unit: Unit) => UnitStanding | undefined;

/** Several kinds of reports look into the same list. */
const finders = new WeakMap<readonly UnitStanding[], Find>();

/** Finds what stands of a unit in a list of what stands. */
export function findStandings(all: readonly UnitStanding[]): Find {
  const known = finders.get(all);
  if (known) return known;
  const centers = new Map<string, UnitStanding>();
  const others = new Map<string, UnitStanding>();
  for (const one of all)
    if (one.unit.kind === 'center') centers.set(one.unit.center, one);
    else others.set(keyOf(one.unit), one);
  const find: Find = (unit) => (unit.kind === 'center' ? centers.get(unit.center) : others.get(keyOf(unit)));
  finders.set(all, find);
  return find;
}

const keyOf = (unit: Unit): string => `${unit.kind}:${unitId(unit)}`;

/** A center of the registry with its figures. */
export type CenterStanding = { readonly center: CenterRow; readonly figures: Figures };

/** The figures of an area and year, summed over its units. */
export type AreaStanding = {
  readonly scope: Scope;
  /** Those of the registry in this area, whether they have figures or not. */
  readonly centers: readonly CenterStanding[];
  readonly figures: Figures;
};

/** A figure that nobody has said anything for is 0. */
export const figureOf = (figures: Figures, name: string): number => figures[name] ?? 0;

export function sumFigures(all: readonly Figures[]): Figures {
  const sums: { [name: string]: number } = {};
  for (const figures of all)
    for (const name in figures) sums[name] = figureOf(sums, name) + figureOf(figures, name);
  return sums;
}

/**
 * The figures of an area, followed by those of the areas next below it by name. Of centers only those of the registry
 * count.
 */
export function areaStandings(
  area: Scope,
  centers: readonly CenterRow[],
  units: readonly UnitStanding[],
): readonly AreaStanding[] {
  const found = new Map<string, Part>();
  const partOf = (scope: Scope): Part => {
    const key = scopeKey(scope);
    const part = found.get(key) ?? { scope, centers: [], figures: [] };
    found.set(key, part);
    return part;
  };
  const standing = findStandings(units);
  for (const center of centers) {
    const { id, province, district } = center;
    const own = { kind: 'center', province, district, center: id } as const;
    const part = partOf(nextBelow(area, own));
    const figures = standing(own)?.figures ?? {};
    part.centers.push({ center, figures });
    part.figures.push(figures);
  }
  for (const { unit, figures } of units)
    if (unit.kind !== 'center') partOf(nextBelow(area, scopeOfUnit(unit))).figures.push(figures);
  const parts = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => standingOf(part));
  const whole: AreaStanding = {
    scope: area,
    centers: parts.flatMap((part) => part.centers),
    figures: sumFigures(parts.map(({ figures }) => figures)),
  };
  return [whole, ...parts.filter(({ scope }) => scopeKey(scope) !== scopeKey(area))];
}

type Part = { readonly scope: Scope; readonly centers: CenterStanding[]; readonly figures: Figures[] };

const standingOf = ({ scope, centers, figures }: Part): AreaStanding => ({
  scope,
  centers,
  figures: sumFigures(figures),
});

/** The area next below another one in which a smaller one lies; itself where there is none. */
function nextBelow(area: Scope, of: Scope): Scope {
  if (area.kind === 'nation' && 'province' in of) return { kind: 'province', province: of.province };
  if (area.kind === 'province' && 'district' in of)
    return { kind: 'district', province: of.province, district: of.district };
  return area.kind === 'district' ? of : area;
}
