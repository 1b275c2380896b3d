import type { mongo } from 'mongoose';
import { noFigures, noProgress } from '../../features/household/rules/figures.ts';
import type { CenterArea } from '../../features/household/rules/household.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { Contribution } from '../../programme/standing.ts';
import { fieldName } from '../db/document.ts';
import { isDuplicate } from '../db/duplicates.ts';
import type { StandingDocument } from './document.ts';

const parts = { $objectToArray: '$parts' };
const sumOf = (field: string) => ({ $sum: { $map: { input: parts, in: `$$this.v.${field}` } } });
const countOf = (level: number) => ({
  $size: { $filter: { input: parts, cond: { $eq: ['$$this.v.level', level] } } },
});
const sumsOf = (group: string, figures: object) =>
  Object.fromEntries(Object.keys(figures).map((name) => [name, sumOf(`${group}.${name}`)]));
const sums = {
  assessed: sumOf('assessed'),
  levels: { 1: countOf(1), 2: countOf(2), 3: countOf(3) },
  planLines: sumOf('planLines'),
  debt: sumsOf('debt', noFigures),
  progress: sumsOf('progress', noProgress),
};

/** A contribution, and below which `rev` of its source it is taken over. */
export type Accepted = Pick<Contribution, 'source' | 'rev' | 'part'> & { readonly below: number };

/** One update has so many stages at most; the server allows 1,000. */
const mostAtOnce = 200;

/**
 * Takes each contribution over if the one that stands is below a `rev`, and makes the sums anew in the same update,
 * so that contributions which come twice or out of order end in the same sums.
 */
export async function accept(
  standings: mongo.Collection<StandingDocument>,
  { center, province, district }: CenterArea,
  year: FiscalYear,
  contributions: readonly Accepted[],
): Promise<void> {
  const place = {
    year,
    center: { $literal: center },
    province: { $literal: province },
    district: { $literal: district },
  };
  for (let from = 0; from < contributions.length; from += mostAtOnce) {
    const some = contributions.slice(from, from + mostAtOnce).map((each) => ({ $set: taken(each) }));
    const update = [{ $set: place }, ...some, { $set: { sums } }];
    const write = () => standings.updateOne({ _id: `center:${center}:${year}` }, update, { upsert: true });
    await write().catch((error: unknown) => {
      // Two first contributions at once: the document is there now.
      if (!isDuplicate(error)) throw error;
      return write();
    });
  }
}

function taken({ source, rev, part, below }: Accepted) {
  const field = fieldName(source);
  const isNewer = { $lt: [{ $ifNull: [`$parts.${field}.rev`, -1] }, below] };
  const stated = { $literal: { [field]: { rev, ...part } } };
  const present = { $ifNull: ['$parts', {}] };
  return { parts: { $cond: [isNewer, { $mergeObjects: [present, stated] }, present] } };
}
