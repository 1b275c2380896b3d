import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { CenterId } from '../../domain/ids.ts';
import type { AssessmentPart } from '../../domain/standing.ts';
import { branded, fiscalYear } from '../document.ts';

/** Whose standing it is. */
export type Place = { readonly center: CenterId; readonly province: string; readonly district: string };

/**
 * What one source record says, at that record's `rev`. Without figures it is a tombstone: the source has none any
 * more, and older ones that come late do not bring them back.
 */
export type Contribution = { readonly rev: number; readonly part?: AssessmentPart | undefined };

const figures = z.object({
  assessed: z.number(),
  levels: z.object({ 1: z.number(), 2: z.number(), 3: z.number() }),
  planLines: z.number(),
});
export type Figures = Readonly<z.output<typeof figures>>;

const part = z.object({
  rev: z.number(),
  assessed: z.literal(1).optional(),
  level: z.literal([1, 2, 3]).optional(),
  planLines: z.number().optional(),
});

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

export const standingIndexes: readonly mongo.IndexDescription[] = [
  { key: { year: 1, province: 1, district: 1 }, name: 'area' },
];
