import type { mongo } from 'mongoose';
import type { Deadlines } from '../../features/deadline/store.ts';
import { type Deadline, ruleOf } from '../../programme/deadline/deadline.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

export const deadlineIndexes: readonly mongo.IndexDescription[] = [{ key: { year: 1 }, name: 'year' }];

/** The due dates of every kind and area, with who set them when. */
export function openDeadlines(db: mongo.Db, box: Box): Deadlines {
  const records = sealedRecords<Deadline>(db.collection<RecordDocument>('deadlines'), box, {
    idOf: ({ id }) => id,
    inClear: ({ year }) => ({ year }),
  });
  return {
    read: records.read,
    write: async (deadline, expected) => lostIfDuplicate(await records.write(deadline, expected)),
    async rules(year) {
      const all = await records.find({ year });
      return all.flatMap((deadline) => ruleOf(deadline) ?? []);
    },
  };
}
