import type { mongo } from 'mongoose';
import type { Inbox, InboxRow, RowState } from '../../app/ports.ts';
import { duplicatesIn } from '../db/duplicates.ts';
import { watchInserts } from '../db/watch.ts';
import type { Sealer } from '../seal/seal.ts';
import { type InboxDocument, inOrder, toDocument, toRow } from './document.ts';

export function openInbox(
  db: mongo.Db,
  sealer: Pick<Sealer, 'seal' | 'open'>,
  process: string,
  clock: () => Date,
): Inbox {
  const rows = db.collection<InboxDocument>('inbox');

  const failed: Inbox['failed'] = async (id, code, quarantine, retryAt) => {
    const counted = { tries: { $add: ['$tries', 1] }, failure: { $literal: code } };
    const update = quarantine
      ? [{ $set: { ...counted, quarantinedAt: '$$NOW' } }, { $unset: ['pending', 'retryAt'] }]
      : [{ $set: { ...counted, retryAt } }];
    await rows.updateOne({ _id: id, pending: true }, update);
  };

  /** A row that cannot be read is put aside, so that it stops nobody. */
  async function readable(documents: readonly InboxDocument[]): Promise<readonly InboxRow[]> {
    const read: InboxRow[] = [];
    for (const document of documents) {
      const row = toRow(sealer, document);
      if (row) read.push(row);
      else await failed(document._id, 'unreadable', true, clock());
    }
    return read;
  }

  return {
    failed,

    async insert(newRows) {
      if (newRows.length === 0) return [];
      const documents = newRows.map((row) => toDocument(sealer, process, row));
      const known = await duplicatesIn(rows.insertMany(documents, { ordered: false }));
      return newRows.flatMap(({ id }, at) => (known.includes(at) ? [] : [id]));
    },

    async pending(partitions, before, limit, besides = []) {
      const here = { pending: true, partition: { $in: [...partitions] } } as const;
      // Whoever has an event that waits for another try waits with all later ones, so that the order stays.
      const waiting = await rows.distinct('person', { ...here, retryAt: { $gt: clock() } });
      const passed = [...waiting, ...besides];
      for (;;) {
        const found = rows.find({ ...here, person: { $nin: passed }, receivedAt: { $lt: before } });
        const read = await readable(await found.sort(inOrder).limit(limit).toArray());
        const ofOthers = read.filter(({ unopened }) => unopened).map(({ person }) => person);
        // What is left to others may be much: it does not take the place of what is not.
        if (read.length < limit || ofOthers.length === 0) return read;
        passed.push(...ofOthers);
      }
    },

    async pendingOf(person, limit) {
      const ofPerson = rows.find({ pending: true, person }).sort(inOrder);
      const found = await (limit === undefined ? ofPerson : ofPerson.limit(limit)).toArray();
      const now = clock();
      const waiting = found.findIndex(({ retryAt }) => retryAt && retryAt > now);
      return readable(waiting < 0 ? found : found.slice(0, waiting));
    },

    async states(ids) {
      const found = await rows
        .find({ _id: { $in: [...ids] } })
        .project<Pick<InboxDocument, '_id' | 'pending' | 'quarantinedAt'>>({ pending: 1, quarantinedAt: 1 })
        .toArray();
      return new Map(found.map((row) => [row._id, stateOf(row)]));
    },

    async oldestPending() {
      const [oldest] = await rows.find({ pending: true }).sort({ receivedAt: 1 }).limit(1).toArray();
      return oldest?.receivedAt;
    },

    async finish(done) {
      if (done.length === 0) return;
      const ids = (forget: boolean) => done.filter((row) => row.forget === forget).map(({ id }) => id);
      await rows.bulkWrite([finishing(ids(false), []), finishing(ids(true), ['body', 'person'])], {
        ordered: false,
      });
    },

    /** Looks through all rows: erasure is rare, and an index for it would cost every event. */
    async forget(person, handled) {
      const over = { $or: [{ pending: { $exists: false } }, { _id: { $in: [...handled] } }] };
      await rows.updateMany({ person, ...over }, finished(['body', 'person']));
    },

    watch(onRow, onBreak) {
      const tell = (document: unknown) => {
        const row = toRow(sealer, document);
        if (row) onRow(row);
      };
      return watchInserts(rows, { process: { $ne: process } }, tell, onBreak);
    },
  };
}

function stateOf({ pending, quarantinedAt }: Pick<InboxDocument, 'pending' | 'quarantinedAt'>): RowState {
  if (pending) return 'pending';
  return quarantinedAt ? 'quarantined' : 'finished';
}

const finishing = (ids: readonly InboxDocument['_id'][], gone: readonly string[]) => ({
  updateMany: { filter: { _id: { $in: [...ids] } }, update: finished(gone) },
});

const finished = (gone: readonly string[]) => [
  { $set: { finishedAt: { $ifNull: ['$finishedAt', '$$NOW'] } } },
  { $unset: ['pending', 'retryAt', ...gone] },
];
