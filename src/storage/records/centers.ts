import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Centers } from '../../kernel/centers.ts';
import { defaultHouseholdTarget } from '../../programme/center/center.ts';
import type { CenterChanges } from '../../programme/center/changes.ts';
import {
  type CenterRecord,
  type CenterRow,
  confirmers,
  doubtedYears,
} from '../../programme/center/record.ts';
import type { RegistryEntry } from '../../programme/center/row.ts';
import type { CenterId } from '../../programme/ids.ts';
import { type Marks, rowsByProvince } from '../db/byProvince.ts';
import { branded, fiscalYear } from '../db/document.ts';
import { readAll } from '../db/readAll.ts';
import type { Box } from '../seal/box.ts';
import {
  lostIfDuplicate,
  type RecordDocument,
  type SealedRecords,
  sealedRecords,
  type Write,
} from './index.ts';
import { areasFilter } from './scopes.ts';

export const centerIndexes: readonly mongo.IndexDescription[] = [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { province: 1, district: 1 }, name: 'area' },
];

type Row = Omit<CenterRow, 'id'>;
const rowFields = {
  ...{ name: 1, province: 1, district: 1, householdTarget: 1 },
  ...{ confirmations: 1, doubted: 1 },
} satisfies { readonly [F in keyof Row]: 1 };
const centerRow = z.object({
  _id: branded<CenterId>(),
  name: z.string(),
  province: z.string(),
  district: z.string(),
  householdTarget: z.number().optional(),
  confirmations: z.array(z.object({ year: fiscalYear, as: z.enum(confirmers) })),
  doubted: z.array(fiscalYear).optional(),
});

function toRow(document: object): CenterRow {
  const { _id: id, householdTarget, doubted, ...row } = centerRow.parse(document);
  return {
    ...{ id, ...row },
    ...(householdTarget !== undefined && { householdTarget }),
    ...(doubted && { doubted }),
  };
}

const byId = (a: CenterRow, b: CenterRow): number => (a.id < b.id ? -1 : 1);

/** What the marks of the rows are about. */
const markOfCenters = 'centers';

/** A center is found by its key and its area, and its row is read without opening it. */
function inClear(record: CenterRecord): Row & { readonly key: string } {
  const { center, confirmations } = record;
  const { key, name, province, district, householdTarget } = center;
  const confirmed = confirmations.map(({ year, as }) => ({ year, as }));
  const target = householdTarget === undefined ? {} : { householdTarget };
  return { key, name, province, district, ...target, confirmations: confirmed, ...doubtedYears(record) };
}

export const centerRecords = (db: mongo.Db, box: Box): SealedRecords<CenterRecord> =>
  sealedRecords(db.collection<RecordDocument>('centers'), box, { idOf: ({ center }) => center.id, inClear });

/** Writes the rows of centers that a release before kept sealed only. */
export async function showCenterRows({
  db,
  box,
}: {
  readonly db: mongo.Db;
  readonly box: Box;
}): Promise<void> {
  const documents = db.collection<RecordDocument>('centers');
  const without = { name: { $exists: false } };
  for await (const record of centerRecords(db, box).each(without)) {
    const { center, rev } = record;
    // Whoever changed it meanwhile wrote its row.
    await documents.updateOne({ _id: center.id, rev, ...without }, { $set: inClear(record) });
  }
}

/**
 * Takes away the target 0 that a release before gave where it is not known; a number that a file stated stays.
 */
export async function forgetUnknownTargets({
  db,
  box,
}: {
  readonly db: mongo.Db;
  readonly box: Box;
}): Promise<void> {
  const records = centerRecords(db, box);
  const isUnknown = ({ center, imported }: CenterRecord) =>
    center.householdTarget === 0 &&
    imported?.householdTarget === undefined &&
    defaultHouseholdTarget(center.founded, center.budgeted) === undefined;
  const forget = async (record: CenterRecord | undefined): Promise<void> => {
    if (!record || !isUnknown(record)) return;
    const { householdTarget: _unknown, ...center } = record.center;
    const result = await records.write({ ...record, center, rev: record.rev + 1 }, record.rev);
    // Whoever changed it meanwhile may have left the target as it was.
    if (result !== 'committed') await forget(await records.read(center.id));
  };
  for await (const record of records.each({ householdTarget: 0 })) await forget(record);
}

/** The way by which an import reads and writes the registry. */
export type RegistryImport = {
  readonly entries: () => Promise<readonly RegistryEntry[]>;
  /** Resolves to the lines whose center was changed by somebody else meanwhile; those are to be compared anew. */
  readonly apply: (changes: CenterChanges) => Promise<readonly number[]>;
};

export function openCenters(
  db: mongo.Db,
  box: Box,
  { marks, clock }: { readonly marks: Marks; readonly clock: () => Date },
): { centers: Centers; registry: RegistryImport } {
  const documents = db.collection<RecordDocument>('centers');
  const records = centerRecords(db, box);
  const rowsIn = (filter: mongo.Filter<RecordDocument>) =>
    readAll(documents.find(filter, { projection: rowFields }), toRow);
  const nation = rowsByProvince(
    { marks, clock },
    {
      markOf: () => markOfCenters,
      load: (_all: 'all', but) => rowsIn({ province: { $nin: [...but] } }),
      order: byId,
    },
  );
  const mark = (provinces: readonly string[]) =>
    Promise.all([...new Set(provinces)].map((province) => marks.changed(markOfCenters, province)));

  const centers: Centers = {
    read: records.read,
    async write(record, expected) {
      const result = lostIfDuplicate(await records.write(record, expected));
      if (result === 'committed') await mark([record.center.province]);
      return result;
    },
    async within(areas) {
      return (await records.find(areasFilter(areas, '_id'))).map(({ center }) => center);
    },
    records: (areas) => records.find(areasFilter(areas, '_id')),
    async rows(areas) {
      const isNation = areas.some(({ kind }) => kind === 'nation');
      return isNation ? nation('all') : (await rowsIn(areasFilter(areas, '_id'))).sort(byId);
    },
  };

  const registry: RegistryImport = {
    entries: () => records.find({}),
    async apply(changes) {
      const stated = changedCenters(changes);
      const ids = stated.map(({ center }) => center.id);
      const present = new Map(
        (await records.find({ _id: { $in: ids } })).map((each) => [each.center.id, each]),
      );
      const writes = stated.map((each) => importedOnto(present.get(each.center.id), each));
      const results = await records.writeAll(writes);
      await mark(stated.map(({ center }) => center.province));
      return stated.flatMap(({ line }, at) => (results[at] === 'lost' ? [line] : []));
    },
  };
  return { centers, registry };
}

type Changed = Pick<CenterRecord, 'center' | 'imported'> & { readonly line: number; readonly rev: number };

/** All that an import changes; of unchanged centers only what the file states may be new. */
function changedCenters({ created, updated, unchanged }: CenterChanges) {
  const restated = unchanged.filter(({ imported }) => imported !== undefined);
  return [...created.map((each) => ({ ...each, rev: 0 })), ...updated, ...restated] satisfies Changed[];
}

/** An import keeps what was decided and confirmed by chat. */
function importedOnto(
  present: CenterRecord | undefined,
  { center, imported, rev }: Changed,
): Write<CenterRecord> {
  const { outcomes, confirmations, doubts }: Pick<CenterRecord, 'outcomes' | 'confirmations' | 'doubts'> =
    present ?? { outcomes: {}, confirmations: [] };
  return {
    expected: rev,
    record: {
      ...{ center, ...(imported && { imported }), rev: rev + 1 },
      ...{ outcomes, confirmations, ...(doubts && { doubts }) },
    },
  };
}
