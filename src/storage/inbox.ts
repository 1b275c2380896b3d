import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Inbox, InboxRow, NewRow } from '../app/ports.ts';
import type { PersonId } from '../domain/ids.ts';
import type { EventId } from '../engine/ids.ts';
import { branded, sealed } from './document.ts';
import { duplicatesIn } from './duplicates.ts';
import { type Sealer, SealProblem } from './seal.ts';
import { watchInserts } from './watch.ts';

const unfinished = z.object({
  _id: branded<EventId>(),
  person: branded<PersonId>(),
  partition: z.number(),
  receivedAt: z.date(),
  at: z.date(),
  place: z.number(),
  body: sealed,
  tries: z.number(),
  retryAt: z.date().optional(),
});

type InboxDocument = z.output<typeof unfinished> & {
  /** The process that received the event. */
  readonly process: string;
  /** There until the row is finished or quarantined; partial indexes cannot ask for an absent field. */
  readonly pending?: true;
  readonly failure?: string;
  readonly quarantinedAt?: Date;
  readonly finishedAt?: Date;
};

/** Redelivery may come a week later, so ids are remembered for longer than that. */
const kept = 30 * 24 * 3600;
const inOrder = { at: 1, place: 1, receivedAt: 1, _id: 1 } as const;
const partialFilterExpression = { pending: true };

export const inboxIndexes: readonly mongo.IndexDescription[] = [
  { key: { partition: 1, ...inOrder }, name: 'pendingOfPartition', partialFilterExpression },
  { key: { person: 1, ...inOrder }, name: 'pendingOfPerson', partialFilterExpression },
  { key: { finishedAt: 1 }, name: 'expiry', expireAfterSeconds: kept },
];

export function openInbox(
  db: mongo.Db,
  { seal, open }: Pick<Sealer, 'seal' | 'open'>,
  process: string,
  clock: () => Date,
): Inbox {
  const rows = db.collection<InboxDocument>('inbox');

  const toDocument = ({ id, body, ...row }: NewRow): InboxDocument => ({
    _id: id,
    ...row,
    body: seal(body, bodyOf(id)),
    tries: 0,
    process,
    pending: true,
  });

  /** Nothing for a row that cannot be read. */
  function toRow(document: unknown): InboxRow | undefined {
    try {
      const { _id: id, body, retryAt: _, ...row } = unfinished.parse(document);
      return { id, ...row, body: open(body, bodyOf(id)) };
    } catch (error) {
      if (error instanceof SealProblem || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }

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
      const row = toRow(document);
      if (row) read.push(row);
      else await failed(document._id, 'unreadable', true, clock());
    }
    return read;
  }

  return {
    failed,

    async insert(newRows) {
      if (newRows.length === 0) return [];
      const known = await duplicatesIn(rows.insertMany(newRows.map(toDocument), { ordered: false }));
      return newRows.flatMap(({ id }, at) => (known.includes(at) ? [] : [id]));
    },

    async pending(partitions, before, limit) {
      const here = { pending: true, partition: { $in: [...partitions] } } as const;
      // Whoever has an event that waits for another try waits with all later ones, so that the order stays.
      const waiting = await rows.distinct('person', { ...here, retryAt: { $gt: clock() } });
      const found = rows.find({ ...here, person: { $nin: waiting }, receivedAt: { $lt: before } });
      return readable(await found.sort(inOrder).limit(limit).toArray());
    },

    async pendingOf(person) {
      const found = await rows.find({ pending: true, person }).sort(inOrder).toArray();
      const now = clock();
      const waiting = found.findIndex(({ retryAt }) => retryAt && retryAt > now);
      return readable(waiting < 0 ? found : found.slice(0, waiting));
    },

    async finish(done) {
      const ids = (forget: boolean) => done.filter((row) => row.forget === forget).map(({ id }) => id);
      const finish = (forget: boolean, gone: readonly string[]) => ({
        updateMany: {
          filter: { _id: { $in: ids(forget) } },
          update: [
            { $set: { finishedAt: { $ifNull: ['$finishedAt', '$$NOW'] } } },
            { $unset: ['pending', 'retryAt', ...gone] },
          ],
        },
      });
      if (done.length === 0) return;
      await rows.bulkWrite([finish(false, []), finish(true, ['body', 'person'])], { ordered: false });
    },

    watch(onRow, onBreak) {
      const tell = (document: unknown) => {
        const row = toRow(document);
        if (row) onRow(row);
      };
      return watchInserts(rows, { process: { $ne: process } }, tell, onBreak);
    },
  };
}

const bodyOf = (id: EventId) => `inbox/${id}/body`;
