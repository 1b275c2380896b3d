import type { mongo } from 'mongoose';
import { noFigures, noProgress } from '../../domain/household/figures.ts';
import type { FiscalYear } from '../../domain/ids.ts';
import type { Contribution } from '../../domain/standing.ts';
import { fieldName } from '../document.ts';
import { isDuplicate } from '../duplicates.ts';
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

/**
 * Takes a contribution over if the one that stands is below a `rev`, and makes the sums anew in the same update, so
 * that contributions which come twice or out of order end in the same sums.
 */
export async function accept(
  standings: mongo.Collection<StandingDocument>,
  year: FiscalYear,
  { place, source, rev, part }: Contribution,
  below: number,
): Promise<void> {
  const { center, province, district } = place;
  const field = fieldName(source);
  const isNewer = { $lt: [{ $ifNull: [`$parts.${field}.rev`, -1] }, below] };
  const present = { $ifNull: ['$parts', {}] };
  const stated = { $literal: { [field]: { rev, ...part } } };
  const update = [
    {
      $set: {
        year,
        center: { $literal: center },
        province: { $literal: province },
        district: { $literal: district },
        parts: { $cond: [isNewer, { $mergeObjects: [present, stated] }, present] },
      },
    },
    { $set: { sums } },
  ];
  const write = () => standings.updateOne({ _id: `center:${center}:${year}` }, update, { upsert: true });
  await write().catch((error: unknown) => {
    // Two first contributions at once: the document is there now.
    if (!isDuplicate(error)) throw error;
    return write();
  });
}
