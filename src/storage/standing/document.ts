import type { mongo } from 'mongoose';
import { z } from 'zod';
import { noFigures, noProgress } from '../../features/household/rules/figures.ts';
import type { CenterId } from '../../programme/ids.ts';
import type { StandingFigures } from '../../programme/standing.ts';
import { branded, fiscalYear } from '../db/document.ts';

/** All the figures that `none` has; none of them where there are none. */
function figuresLike<F extends object>(none: F) {
  return z
    .custom<F>((value) => {
      const found = new Map(Object.entries(value ?? {}));
      return Object.keys(none).every((name) => typeof found.get(name) === 'number');
    })
    .default(none);
}

/** Documents of before households were counted lack their figures. */
const figures: z.ZodType<StandingFigures> = z.object({
  assessed: z.number(),
  levels: z.object({ 1: z.number(), 2: z.number(), 3: z.number() }),
  planLines: z.number(),
  debt: figuresLike(noFigures),
  progress: figuresLike(noProgress),
});

/**
 * What one source record says, at that record's `rev`. Without figures it is a tombstone: the source has none any
 * more, and older ones that come late do not bring them back.
 */
const part = z.object({ rev: z.number() });

export const standingDocument = z.object({
  _id: z.string(),
  center: branded<CenterId>(),
  year: fiscalYear,
  province: z.string(),
  district: z.string(),
  parts: z.record(z.string(), part),
  sums: figures,
});
export type StandingDocument = z.output<typeof standingDocument>;

/** What a summary reads of a center's document. */
export const centerSums = standingDocument.pick({ center: true, sums: true });

export const standingIndexes: readonly mongo.IndexDescription[] = [
  { key: { year: 1, province: 1, district: 1 }, name: 'area' },
];
