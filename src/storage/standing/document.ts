import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { CenterId } from '../../programme/ids.ts';
import type { CaseRow } from '../../programme/report/row.ts';
import type { Unit } from '../../programme/report/unit.ts';
import type { Figures, UnitStanding } from '../../programme/standing.ts';
import { branded, fiscalYear } from '../db/document.ts';

const [province, district, tambon] = [z.string(), z.string(), z.string()];

/** A unit in clear, beside what stands of it. */
const unit: z.ZodType<Unit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('center'), province, district, center: branded<CenterId>() }),
  z.object({ kind: z.literal('village'), province, district, tambon, moo: z.number() }),
  z.object({ kind: z.literal('tambon'), province, district, tambon }),
  z.object({ kind: z.literal('district'), province, district }),
  z.object({ kind: z.literal('province'), province }),
]);

const figures = z.custom<Figures>((value) => Object.values(value ?? {}).every(Number.isFinite));

/** They were written by us alone, and there are many. */
const rows = z.custom<readonly CaseRow[]>(Array.isArray);

/**
 * What one source record says, at that record's `rev`. Without figures it is a tombstone: the source has none any
 * more, and older ones that come late do not bring them back.
 */
const part = z.object({
  rev: z.number(),
  figures: figures.optional(),
  row: z.custom<CaseRow>().optional(),
});

const standing = z.object({
  year: fiscalYear,
  parts: z.record(z.string(), part),
  sums: figures,
  rows,
});
export type StandingDocument = { readonly _id: string; readonly kind: string } & z.output<typeof standing>;

/** What is read of a document where its parts do not matter. */
export const standingFields = { parts: 0 };
const summed = standing.pick({ sums: true, rows: true });

export function toStanding(document: object): UnitStanding {
  const { sums, rows } = summed.parse(document);
  return { unit: unit.parse(document), figures: sums, rows };
}

export const wholeStanding = (document: object) => ({
  ...toStanding(document),
  parts: standing.parse(document).parts,
});

export const standingIndexes: readonly mongo.IndexDescription[] = [
  { key: { year: 1, province: 1, district: 1 }, name: 'area' },
];
