import type { mongo } from 'mongoose';
import { z } from 'zod';
import { partitions } from '../app/ports.ts';
import { auditIndexes } from './audit.ts';
import { reminderIndexes } from './clock/reminders.ts';
import { runIndexes } from './clock/runs.ts';
import { duplicatesIn } from './db/duplicates.ts';
import { inboxIndexes } from './inbox/document.ts';
import { leaseRows, processIndexes } from './leases.ts';
import { personIndexes } from './person/document.ts';
import { announcementIndexes } from './records/announcements.ts';
import { caseIndexes } from './records/cases.ts';
import { centerIndexes } from './records/centers.ts';
import { deadlineIndexes } from './records/deadlines.ts';
import { householdIndexes } from './records/households.ts';
import { seatIndexes } from './records/seats.ts';
import { standingIndexes } from './standing/document.ts';

/** The indexes of every collection that has some besides its ids. */
const indexesOf: Readonly<Record<string, readonly mongo.IndexDescription[]>> = {
  persons: personIndexes,
  inbox: inboxIndexes,
  centers: centerIndexes,
  cases: caseIndexes,
  households: householdIndexes,
  seats: seatIndexes,
  standings: standingIndexes,
  deadlines: deadlineIndexes,
  announcements: announcementIndexes,
  runs: runIndexes,
  reminders: reminderIndexes,
  audit: auditIndexes,
  processes: processIndexes,
  'files.files': [{ key: { filename: 1, uploadDate: 1 }, name: 'filename_1_uploadDate_1' }],
  'files.chunks': [{ key: { files_id: 1, n: 1 }, name: 'files_id_1_n_1', unique: true }],
};

/**
 * What has to be done once to the documents of a database that an older version made, oldest first. Each step may
 * run twice, and in two processes at once. A released step is never changed; a new one goes to the end.
 */
const steps: readonly ((db: mongo.Db) => Promise<void>)[] = [makeLeases];

async function makeLeases(db: mongo.Db): Promise<void> {
  const rows = Array.from({ length: partitions }, (_, partition) => ({ _id: partition }));
  await duplicatesIn(leaseRows(db).insertMany(rows, { ordered: false }));
}

const schemas = (db: mongo.Db) => db.collection<{ _id: string; version: number }>('meta');
const stored = z.object({ version: z.number() });

async function versionOf(db: mongo.Db): Promise<number> {
  const found = await schemas(db).findOne({ _id: 'schema' });
  return found ? stored.parse(found).version : 0;
}

/** Makes what is missing: indexes at every start, steps once. */
export async function migrate(db: mongo.Db): Promise<void> {
  for (const [name, indexes] of Object.entries(indexesOf)) {
    await db.collection(name).createIndexes([...indexes]);
  }
  const done = await versionOf(db);
  for (const [at, step] of steps.entries()) {
    if (at < done) continue;
    await step(db);
    await schemas(db).updateOne({ _id: 'schema' }, { $max: { version: at + 1 } }, { upsert: true });
  }
}

/** Whether the database is as this version needs it. */
export async function schemaReady(db: mongo.Db): Promise<boolean> {
  return (await versionOf(db)) >= steps.length;
}
