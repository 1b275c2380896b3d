import type { mongo } from 'mongoose';
import type { CaseId, FiscalYear } from '../../domain/ids.ts';
import { fieldName } from '../document.ts';
import { isDuplicate } from '../duplicates.ts';
import type { Contribution, Place, StandingDocument } from './document.ts';

const parts = { $objectToArray: '$parts' };
const sumOf = (field: string) => ({ $sum: { $map: { input: parts, in: `$$this.v.${field}` } } });
const countOf = (level: number) => ({
  $size: { $filter: { input: parts, cond: { $eq: ['$$this.v.level', level] } } },
});
const sums = {
  assessed: sumOf('assessed'),
  levels: { 1: countOf(1), 2: countOf(2), 3: countOf(3) },
  planLines: sumOf('planLines'),
};

/**
 * Takes a contribution over if the one that stands is below a `rev`, and makes the sums anew in the same update, so
 * that contributions which come twice or out of order end in the same sums.
 */
export async function accept(
  standings: mongo.Collection<StandingDocument>,
  { center, province, district }: Place,
  year: FiscalYear,
  source: CaseId,
  { rev, part }: Contribution,
  below: number,
): Promise<void> {
  const field = fieldName(source);
  const isNewer = { $lt: [{ $ifNull: [`$parts.${field}.rev`, -1] }, below] };
  const stated = { $literal: { [field]: { rev, ...part } } };
  const present = { $ifNull: ['$parts', {}] };
  const place = { center, province, district };
  const update = [
    {
      $set: {
        year,
        ...Object.fromEntries(Object.entries(place).map(([name, value]) => [name, { $literal: value }])),
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
