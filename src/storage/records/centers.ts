import type { mongo } from 'mongoose';
import type { Reconciled } from '../../features/registry/rules/reconcile.ts';
import type { Centers } from '../../features/registry/store.ts';
import type { CenterRecord } from '../../programme/center/record.ts';
import type { RegistryEntry } from '../../programme/center/row.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords, type Write } from './index.ts';
import { areasFilter } from './scopes.ts';

export const centerIndexes: readonly mongo.IndexDescription[] = [
  { key: { key: 1 }, name: 'key', unique: true },
  { key: { province: 1, district: 1 }, name: 'area' },
];

/** The way by which an import reads and writes the registry. */
export type RegistryImport = {
  readonly entries: () => Promise<readonly RegistryEntry[]>;
  /** Resolves to the lines whose center was changed by somebody else meanwhile; those are to be compared anew. */
  readonly apply: (
    changes: Pick<Reconciled, 'created' | 'updated' | 'unchanged'>,
  ) => Promise<readonly number[]>;
};

export function openCenters(db: mongo.Db, box: Box): { centers: Centers; registry: RegistryImport } {
  const records = sealedRecords<CenterRecord>(db.collection<RecordDocument>('centers'), box, {
    idOf: ({ center }) => center.id,
    inClear: ({ center: { key, province, district } }) => ({ key, province, district }),
  });

  const centers: Centers = {
    read: records.read,
    write: async (record, expected) => lostIfDuplicate(await records.write(record, expected)),
    async within(areas) {
      return (await records.find(areasFilter(areas, '_id'))).map(({ center }) => center);
    },
    records: (areas) => records.find(areasFilter(areas, '_id')),
  };

  const registry: RegistryImport = {
    entries: () => records.find({}),
    async apply(changes) {
      const changed = changedCenters(changes);
      const ids = changed.map(({ center }) => center.id);
      const present = new Map(
        (await records.find({ _id: { $in: ids } })).map((each) => [each.center.id, each]),
      );
      const writes = changed.map((each) => importedOnto(present.get(each.center.id), each));
      const results = await records.writeAll(writes);
      return changed.flatMap(({ line }, at) => (results[at] === 'lost' ? [line] : []));
    },
  };
  return { centers, registry };
}

type Changed = Pick<CenterRecord, 'center' | 'imported'> & { readonly line: number; readonly rev: number };

/** All that an import changes; of unchanged centers only what the file states may be new. */
function changedCenters({ created, updated, unchanged }: Parameters<RegistryImport['apply']>[0]) {
  const restated = unchanged.filter(({ imported }) => imported !== undefined);
  return [...created.map((each) => ({ ...each, rev: 0 })), ...updated, ...restated] satisfies Changed[];
}

/** An import keeps what was decided and confirmed by chat. */
function importedOnto(
  present: CenterRecord | undefined,
  { center, imported, rev }: Changed,
): Write<CenterRecord> {
  const { outcomes, confirmations } = present ?? { outcomes: {}, confirmations: [] };
  return {
    expected: rev,
    record: { center, ...(imported && { imported }), rev: rev + 1, outcomes, confirmations },
  };
}
