import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Scope } from '../../domain/areas.ts';
import type { CenterId, FiscalYear } from '../../domain/ids.ts';
import type { AreaStanding } from '../../domain/standing.ts';
import type { RecordDocument } from '../records.ts';
import { areaFilter } from '../scopes.ts';
import type { Figures, StandingDocument } from './document.ts';

/** The figures of one area below another. */
type Row = { readonly centers: number } & Figures;

const counted = z.object({ _id: z.string(), centers: z.number() });
const summed = z.object({
  _id: z.string(),
  assessed: z.number(),
  level1: z.number(),
  level2: z.number(),
  level3: z.number(),
  planLines: z.number(),
});
const sums = {
  assessed: { $sum: '$sums.assessed' },
  level1: { $sum: '$sums.levels.1' },
  level2: { $sum: '$sums.levels.2' },
  level3: { $sum: '$sums.levels.3' },
  planLines: { $sum: '$sums.planLines' },
};
const nothing: Figures = { assessed: 0, levels: { 1: 0, 2: 0, 3: 0 }, planLines: 0 };

/** The figures of an area, followed by those of the areas next below it. */
export async function areaStandings(
  centers: mongo.Collection<RecordDocument>,
  standings: mongo.Collection<StandingDocument>,
  area: Scope,
  year: FiscalYear,
): Promise<readonly AreaStanding[]> {
  const below = nextBelow(area);
  const [known, figures] = await Promise.all([
    centers
      .aggregate([
        { $match: areaFilter(area, '_id') },
        { $group: { _id: below === 'center' ? '$_id' : `$${below}`, centers: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray(),
    standings
      .aggregate([{ $match: { year, ...areaFilter(area) } }, { $group: { _id: `$${below}`, ...sums } }])
      .toArray(),
  ]);
  const figuresOf = new Map(figures.map((row) => toFigures(summed.parse(row))));
  const rows = known.map((row) => {
    const { _id: name, centers } = counted.parse(row);
    return { scope: areaBelow(area, name), centers, ...(figuresOf.get(name) ?? nothing) };
  });
  const whole = { scope: area, ...rows.reduce<Row>(plus, { centers: 0, ...nothing }) };
  return area.kind === 'center' ? [whole] : [whole, ...rows];
}

/** By which field an area falls into the areas next below it; a center only into itself. */
function nextBelow({ kind }: Scope): 'province' | 'district' | 'center' {
  if (kind === 'nation') return 'province';
  return kind === 'province' ? 'district' : 'center';
}

function areaBelow(area: Scope, name: string): Scope {
  switch (area.kind) {
    case 'nation':
      return { kind: 'province', province: name };
    case 'province':
      return { kind: 'district', province: area.province, district: name };
    case 'district':
      return { ...area, kind: 'center', center: name as CenterId };
    case 'center':
      return area;
    default:
      return area satisfies never;
  }
}

function toFigures({ _id, level1, level2, level3, ...rest }: z.output<typeof summed>): [string, Figures] {
  return [_id, { ...rest, levels: { 1: level1, 2: level2, 3: level3 } }];
}

const plus = (a: Row, b: Row): Row => ({
  centers: a.centers + b.centers,
  assessed: a.assessed + b.assessed,
  levels: {
    1: a.levels[1] + b.levels[1],
    2: a.levels[2] + b.levels[2],
    3: a.levels[3] + b.levels[3],
  },
  planLines: a.planLines + b.planLines,
});
