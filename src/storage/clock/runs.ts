import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { JobTotal, Runs } from '../../kernel/store.ts';
import {
  jobNames,
  noCounts,
  type Run,
  type RunCounts,
  type RunId,
  type RunOrder,
  reminderStates,
  runId,
} from '../../programme/job/job.ts';
import { branded } from '../db/document.ts';

const stored = z.object({
  _id: branded<RunId>(),
  job: z.enum(jobNames),
  at: z.date(),
  ahead: z.number().default(0),
  startedAt: z.date(),
  plannedAt: z.date().optional(),
  endedAt: z.date().optional(),
  counts: z.custom<RunCounts>((value) => typeof value === 'object' && value !== null).optional(),
  failure: z.string().optional(),
  order: z.custom<RunOrder>((value) => typeof value === 'object' && value !== null).optional(),
});
type RunDocument = z.output<typeof stored> & { readonly owner?: string; readonly until?: Date };

export const runIndexes: readonly mongo.IndexDescription[] = [
  { key: { startedAt: -1 }, name: 'newest' },
  { key: { endedAt: 1, startedAt: 1 }, name: 'left' },
  { key: { endedAt: 1 }, name: 'ordered', partialFilterExpression: { order: { $exists: true } } },
];

/** Runs of jobs. Who does one is decided by the database's clock, so that a process with a wrong one harms nobody. */
export function openRuns(db: mongo.Db, process: string, clock: () => Date): Runs {
  const runs = db.collection<RunDocument>('runs');

  /** Under which name this process has its runs; of two calls for one run only one has it. */
  const owned = new Map<RunId, string>();
  const ownerOf = (id: RunId): string => owned.get(id) ?? '';
  let claims = 0;
  const begins = db.collection<{ _id: string; since?: Date }>('meta');

  return {
    async order(job, at, order) {
      await runs.updateOne(
        { _id: runId(job, at, order) },
        { $setOnInsert: { job, at, ahead: 0, order, startedAt: clock() } },
        { upsert: true },
      );
    },

    async ordered() {
      const found = await runs.find({ order: { $exists: true }, endedAt: { $exists: false } }).toArray();
      return found.map(toRun);
    },

    async left(before) {
      const found = await runs
        .find({ endedAt: { $exists: false }, startedAt: { $lt: before }, order: { $exists: false } })
        .toArray();
      return found.map(toRun);
    },

    async claim(job, at, lifeMs, { order, ahead = 0 } = {}) {
      const id = runId(job, at, order);
      claims += 1;
      const owner = `${process}/${claims}`;
      const isFree = {
        $and: [{ $eq: [{ $type: '$endedAt' }, 'missing'] }, { $lte: [{ $ifNull: ['$until', 0] }, '$$NOW'] }],
      };
      const ifFree = (value: unknown, field: string) => ({ $cond: [isFree, value, `$${field}`] });
      // Everything in one update, which makes the run where there is none.
      const claimed = await runs.findOneAndUpdate(
        { _id: id },
        [
          {
            $set: {
              job,
              at,
              ahead: { $ifNull: ['$ahead', ahead] },
              startedAt: { $ifNull: ['$startedAt', clock()] },
              owner: ifFree({ $literal: owner }, 'owner'),
              until: ifFree({ $add: ['$$NOW', lifeMs] }, 'until'),
            },
          },
        ],
        { upsert: true, returnDocument: 'after' },
      );
      if (!claimed) throw new Error('a run that is claimed exists');
      const run = toRun(claimed);
      if (run.endedAt) return { kind: 'alreadyRun', run };
      if (claimed.owner !== owner) return { kind: 'underWay', run };
      owned.set(id, owner);
      return { kind: 'mine', run };
    },

    async read(id) {
      const found = await runs.findOne({ _id: id });
      return found ? toRun(found) : undefined;
    },

    async keep(id, lifeMs) {
      const kept = await runs.updateOne({ _id: id, owner: ownerOf(id), endedAt: { $exists: false } }, [
        { $set: { until: { $add: ['$$NOW', lifeMs] } } },
      ]);
      return kept.matchedCount === 1;
    },

    async planned(id) {
      await runs.updateOne({ _id: id, owner: ownerOf(id) }, { $set: { plannedAt: clock() } });
    },

    async end(id, counts) {
      await runs.updateOne(
        { _id: id },
        { $set: { endedAt: clock(), counts }, $unset: { failure: '', until: '' } },
      );
    },

    async fail(id, failure) {
      await runs.updateOne({ _id: id, owner: ownerOf(id) }, { $set: { failure }, $unset: { until: '' } });
    },

    async since() {
      const begun = await begins.findOneAndUpdate(
        { _id: 'schedule' },
        { $setOnInsert: { since: clock() } },
        { upsert: true, returnDocument: 'after' },
      );
      return z.object({ since: z.date() }).parse(begun).since;
    },

    async list(limit) {
      const found = await runs.find().sort({ startedAt: -1 }).limit(limit).toArray();
      return found.map(toRun);
    },

    async totals() {
      const found = await runs.aggregate([{ $group: totalsOfJob }, { $sort: { _id: 1 } }]).toArray();
      return found.map(toTotal);
    },
  };
}

const countIf = (test: object) => ({ $sum: { $cond: [test, 1, 0] } });
const isThere = (field: string) => ({ $ne: [{ $type: field }, 'missing'] });
const hasEnded = isThere('$endedAt');
const hasFailed = { $and: [{ $not: [hasEnded] }, isThere('$failure')] };

const totalsOfJob = {
  _id: '$job',
  all: { $sum: 1 },
  ended: countIf(hasEnded),
  failed: countIf(hasFailed),
  lastEndedAt: { $max: '$endedAt' },
  ...Object.fromEntries(reminderStates.map((state) => [`notices_${state}`, { $sum: `$counts.${state}` }])),
};

const storedTotal = z.looseObject({
  _id: z.enum(jobNames),
  ...{ all: z.number(), ended: z.number(), failed: z.number() },
  lastEndedAt: z.date().nullable(),
});

function toTotal(document: unknown): JobTotal {
  const { _id: job, all, ended, failed, lastEndedAt, ...rest } = storedTotal.parse(document);
  const notices = reminderStates.map((state) => [state, z.number().parse(rest[`notices_${state}`])]);
  return {
    job,
    runs: { ended, failed, underWay: all - ended - failed },
    notices: { ...noCounts, ...Object.fromEntries(notices) },
    ...(lastEndedAt && { lastEndedAt }),
  };
}

function toRun(document: unknown): Run {
  const {
    _id: id,
    job,
    at,
    ahead,
    startedAt,
    plannedAt,
    endedAt,
    counts,
    failure,
    order,
  } = stored.parse(document);
  return {
    ...{ id, job, at, ahead, startedAt },
    ...(plannedAt && { plannedAt }),
    ...(endedAt && { endedAt }),
    ...(counts && { counts }),
    ...(failure !== undefined && { failure }),
    ...(order && { order }),
  };
}
