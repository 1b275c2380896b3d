import type { mongo } from 'mongoose';
import { z } from 'zod';
import { type Leases, partitions, type ShareOfWork } from '../app/ports.ts';

const stored = z.object({ _id: z.number(), owner: z.string().optional(), free: z.boolean() });
type LeaseDocument = { readonly _id: number; readonly owner?: string; readonly until?: Date };
type ProcessDocument = { readonly _id: string; readonly until: Date };

/** Processes that ended without a word are forgotten after an hour. */
export const processIndexes: readonly mongo.IndexDescription[] = [
  { key: { until: 1 }, name: 'expiry', expireAfterSeconds: 3600 },
];

export const leaseRows = (db: mongo.Db) => db.collection<LeaseDocument>('leases');

/** A lease without a holder has no `until`, and what is absent is less than any instant. */
const isOver = { $lte: ['$until', '$$NOW'] };

type Collections = {
  readonly leases: mongo.Collection<LeaseDocument>;
  readonly processes: mongo.Collection<ProcessDocument>;
};

/** Every instant is the database's own, so that a process with a wrong clock harms nobody. */
export function openLeases(db: mongo.Db, lacksKey: () => Promise<boolean>): Leases {
  const collections = { leases: leaseRows(db), processes: db.collection<ProcessDocument>('processes') };
  const { leases, processes } = collections;
  return {
    async renew(process, lifeMs, wished) {
      // Who lacks a key cannot work on all people: it steps back as long as others are there who may hold it.
      const as = (await lacksKey()) ? 'relief' : wished;
      await announce(collections, process, lifeMs, as);
      const { alive, all } = await look(collections);
      const mine = all.filter(({ owner }) => owner === process).map(({ _id }) => _id);
      const free = all.filter((lease) => lease.free).map(({ _id }) => _id);
      const share = shareOf(as, alive.length);
      if (mine.length > share) {
        await giveBack(leases, process, { _id: { $in: mine.slice(share) } });
        return mine.slice(0, share);
      }
      if (mine.length === share || free.length === 0) return mine;
      // Each begins at a place of its own, so that processes which start together do not want the same.
      const own = Math.max(alive.indexOf(process), 0) * share;
      const inTurn = [...free.filter((id) => id >= own), ...free.filter((id) => id < own)];
      await take(leases, process, lifeMs, inTurn.slice(0, share - mine.length));
      return held(leases, process);
    },

    async release(process) {
      await giveBack(leases, process);
      await processes.deleteOne({ _id: process });
    },
  };
}

/** How many partitions a process may hold beside so many members. */
function shareOf(as: ShareOfWork, members: number): number {
  if (as === 'relief') return members > 0 ? 0 : partitions;
  return Math.ceil(partitions / Math.max(members, 1));
}

/** Says that a member lives, or that this process is none any more, and renews what a process holds. */
async function announce(
  { leases, processes }: Collections,
  process: string,
  lifeMs: number,
  as: ShareOfWork,
): Promise<void> {
  const until = { $add: ['$$NOW', lifeMs] };
  await Promise.all([
    as === 'member'
      ? processes.updateOne({ _id: process }, [{ $set: { until } }], { upsert: true })
      : processes.deleteOne({ _id: process }),
    leases.updateMany({ owner: process }, [{ $set: { until } }]),
  ]);
}

/** How many processes of the bot work on this database now. */
export const countAlive = (db: mongo.Db): Promise<number> =>
  db.collection<ProcessDocument>('processes').countDocuments({ $expr: { $gt: ['$until', '$$NOW'] } });

async function look({ leases, processes }: Collections) {
  const [alive, all] = await Promise.all([
    processes
      .find({ $expr: { $gt: ['$until', '$$NOW'] } })
      .sort({ _id: 1 })
      .toArray(),
    leases.aggregate([{ $project: { owner: 1, free: isOver } }, { $sort: { _id: 1 } }]).toArray(),
  ]);
  return { alive: alive.map(({ _id }) => _id), all: all.map((lease) => stored.parse(lease)) };
}

async function take(
  leases: Collections['leases'],
  process: string,
  lifeMs: number,
  wanted: readonly number[],
): Promise<void> {
  const taken = { owner: { $literal: process }, until: { $add: ['$$NOW', lifeMs] } };
  await leases.updateMany({ _id: { $in: [...wanted] }, $expr: isOver }, [{ $set: taken }]);
}

async function giveBack(
  leases: Collections['leases'],
  process: string,
  which: mongo.Filter<LeaseDocument> = {},
): Promise<void> {
  await leases.updateMany({ ...which, owner: process }, { $unset: { owner: '', until: '' } });
}

async function held(leases: Collections['leases'], process: string): Promise<readonly number[]> {
  const found = await leases.find({ owner: process }).sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}
