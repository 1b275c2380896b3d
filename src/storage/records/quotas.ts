import type { mongo } from 'mongoose';
import type { Store } from '../../app/ports.ts';
import type { MonthQuota } from '../../programme/quota/monthQuota.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

/** The pushes of each month, where all processes reserve theirs. */
export function openQuotas(db: mongo.Db, box: Box): Store['quotas'] {
  const records = sealedRecords<MonthQuota>(db.collection<RecordDocument>('quotas'), box, {
    idOf: ({ month }) => month,
    inClear: () => ({}),
  });
  return {
    read: records.read,
    write: async (quota, expected) => lostIfDuplicate(await records.write(quota, expected)),
  };
}
