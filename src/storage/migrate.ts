import type { mongo } from 'mongoose';
import { z } from 'zod';
import { partitions } from '../app/ports.ts';
import type { StoreMakers } from '../kernel/collection.ts';
import { auditIndexes } from './audit.ts';
import {
  convertCases,
  countAnew,
  countChains,
  countNewFigures,
  type FromBefore,
  type Migrating,
} from './before.ts';
import { reminderIndexes } from './clock/reminders.ts';
import { runIndexes } from './clock/runs.ts';
import { markIndexes } from './db/byProvince.ts';
import { duplicatesIn } from './db/duplicates.ts';
import { inboxIndexes } from './inbox/document.ts';
import { leaseRows, processIndexes } from './leases.ts';
import { personIndexes } from './person/document.ts';
import { showAway } from './person/showAway.ts';
import { caseIndexes } from './records/cases.ts';
import { centerIndexes, forgetUnknownTargets, showCenterRows } from './records/centers.ts';
import { countedIn, indexesOfStores } from './records/collections.ts';
import { createBox } from './seal/box.ts';
import { isKeyAbsent, type Sealer } from './seal/seal.ts';
import { standingIndexes } from './standing/document.ts';

/** The indexes of the collections that are opened here by hand. */
const indexesOf: Readonly<Record<string, readonly mongo.IndexDescription[]>> = {
  persons: personIndexes,
  inbox: inboxIndexes,
  centers: centerIndexes,
  cases: caseIndexes,
  standings: standingIndexes,
  marks: markIndexes,
  runs: runIndexes,
  reminders: reminderIndexes,
  audit: auditIndexes,
  processes: processIndexes,
  'files.files': [{ key: { filename: 1, uploadDate: 1 }, name: 'filename_1_uploadDate_1' }],
  'files.chunks': [{ key: { files_id: 1, n: 1 }, name: 'files_id_1_n_1', unique: true }],
};

/** A database that this release cannot work on; the message names the cure. */
export class SchemaProblem extends Error {
  override readonly name = 'SchemaProblem';
}

/**
 * What has to be done once to the documents of a database that an older version made, oldest first. Each step may
 * run twice, and in two processes at once. A released step is never changed; a new one goes to the end.
 */
const steps: readonly ((parts: Migrating) => Promise<void>)[] = [
  makeLeases,
  showCenterRows,
  convertCases,
  countAnew,
  countNewFigures,
  forgetUnknownTargets,
  countChains,
  showAway,
];

async function makeLeases({ db }: Migrating): Promise<void> {
  const rows = Array.from({ length: partitions }, (_, partition) => ({ _id: partition }));
  await duplicatesIn(leaseRows(db).insertMany(rows, { ordered: false }));
}

type SchemaDocument = { _id: string; number?: number; version?: number };
const schemas = (db: mongo.Db) => db.collection<SchemaDocument>('meta');

/** How many steps are done. Releases before the second step kept it as `version`, and cannot read what came after. */
const stored = z
  .object({ number: z.number().optional(), version: z.number().optional() })
  .transform(({ number, version }) => number ?? version ?? 0);

async function stepsDone(db: mongo.Db): Promise<number> {
  const found = await schemas(db).findOne({ _id: 'schema' });
  return found ? stored.parse(found) : 0;
}

/**
 * Makes what is missing: indexes at every start, also of what features keep, and steps once.
 * @throws {SchemaProblem} where a newer release has been at work on the database.
 */
export async function migrate(
  db: mongo.Db,
  sealer: Sealer,
  { stores, ...fromBefore }: FromBefore & { readonly stores: StoreMakers },
): Promise<void> {
  const done = await stepsDone(db);
  if (done > steps.length) throw new SchemaProblem(tooNew(done));
  for (const [name, indexes] of Object.entries({ ...indexesOf, ...indexesOfStores(stores) })) {
    await db.collection(name).createIndexes([...indexes]);
  }
  await refuseOlder(db);
  const box = createBox(sealer);
  const parts = { ...fromBefore, db, box, counted: countedIn(db, box, stores) };
  for (const [at, step] of steps.entries()) {
    if (at < done) continue;
    await step(parts).catch((error: unknown) => {
      throw isKeyAbsent(error) ? new SchemaProblem(keyMissing) : error;
    });
    await schemas(db).updateOne({ _id: 'schema' }, { $max: { number: at + 1 } }, { upsert: true });
  }
}

/** A process of a release that knows only `version` stops at its start where that is missing. */
async function refuseOlder(db: mongo.Db): Promise<void> {
  await schemas(db).updateOne({ _id: 'schema', version: { $exists: true } }, [
    { $set: { number: { $max: ['$number', '$version'] } } },
    { $unset: 'version' },
  ]);
}

const tooNew = (done: number): string =>
  `The database is of a newer release of Fundline (its schema is ${done}, this release knows ${steps.length}). ` +
  'Start that release, or restore a copy of the database from before.';
const keyMissing =
  'The database has to be brought to this release, and something in it is sealed with a key that DATA_KEYS lacks. ' +
  'Start once with all keys.';

/** Whether the database is as this release needs it. */
export async function schemaReady(db: mongo.Db): Promise<boolean> {
  return (await stepsDone(db)) === steps.length;
}
