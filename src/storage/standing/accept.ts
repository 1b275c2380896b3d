import type { mongo } from 'mongoose';
import type { FiscalYear } from '../../programme/ids.ts';
import { type Unit, unitId } from '../../programme/report/unit.ts';
import type { Contribution } from '../../programme/standing.ts';
import { fieldName } from '../db/document.ts';
import { isDuplicate } from '../db/duplicates.ts';
import type { StandingDocument } from './document.ts';

const parts = { $objectToArray: '$parts' };
const sumOf = (name: string) => ({ $sum: { $map: { input: parts, in: `$$this.v.figures.${name}` } } });
const rows = {
  $map: { input: { $filter: { input: parts, cond: { $gt: ['$$this.v.row', null] } } }, in: '$$this.v.row' },
};

/** A contribution, and below which `rev` of its source it is taken over. */
export type Accepted = Omit<Contribution, 'unit'> & { readonly below: number };

/** One update has so many stages at most; the server allows 1,000. */
const mostAtOnce = 200;

/** Takes contributions to one unit over. */
export type Accept = (unit: Unit, year: FiscalYear, contributions: readonly Accepted[]) => Promise<void>;

/**
 * Each contribution is taken over if the one that stands is below a `rev`, and the sums of the declared figures are
 * made anew in the same update, so that contributions which come twice or out of order end in the same sums.
 */
export function accepting(standings: mongo.Collection<StandingDocument>, figures: readonly string[]): Accept {
  const sums = Object.fromEntries(figures.map((name) => [name, sumOf(name)]));
  return async (unit, year, contributions) => {
    const place = {
      year,
      ...Object.fromEntries(Object.entries(unit).map(([name, of]) => [name, literal(of)])),
    };
    for (let from = 0; from < contributions.length; from += mostAtOnce) {
      const some = contributions.slice(from, from + mostAtOnce).map((each) => ({ $set: taken(each) }));
      const update = [{ $set: place }, ...some, { $set: { sums, rows } }];
      const write = () => standings.updateOne({ _id: standingId(unit, year) }, update, { upsert: true });
      await write().catch((error: unknown) => {
        // Two first contributions at once: the document is there now.
        if (!isDuplicate(error)) throw error;
        return write();
      });
    }
  };
}

const standingId = (unit: Unit, year: FiscalYear): string => `${unit.kind}:${unitId(unit)}:${year}`;

const literal = (value: unknown) => ({ $literal: value });

function taken({ source, rev, figures, row, below }: Accepted) {
  const field = fieldName(source);
  const isNewer = { $lt: [{ $ifNull: [`$parts.${field}.rev`, -1] }, below] };
  const stated = literal({ [field]: { rev, ...(figures && { figures }), ...(row && { row }) } });
  const present = { $ifNull: ['$parts', {}] };
  return { parts: { $cond: [isNewer, { $mergeObjects: [present, stated] }, present] } };
}
