import { randomUUID } from 'node:crypto';
import { partitionOf } from '../app/inbox/partition.ts';
import { type Config, readHostEnv } from '../config.ts';
import { answeredPoints } from '../features/assessment/report.ts';
import { features } from '../features/index.ts';
import { caseOfBefore, countsIn, reportKinds } from '../kernel/report/kind.ts';
import type { Clock } from '../kernel/store.ts';
import { storesOf } from '../kernel/stores.ts';
import {
  assertSameKeys,
  type Connected,
  ConnectProblem,
  connect,
  createSealer,
  isProduction,
  loadKeys,
  markProduction,
  migrate,
  type OpenStore,
  openStore,
  type Sealer,
} from '../storage/index.ts';
import { joinOrStartLocal } from '../storage/mongod/localMongod.ts';
import { clockAt, keepOffset, keptOffset } from './clock.ts';
import { forgetTrial } from './trialFiles.ts';

export type Database = {
  readonly store: OpenStore;
  readonly sealer: Sealer;
  /** Signs links. */
  readonly linkSecret: string;
  readonly clock: Clock;
  readonly process: string;
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  /** What this process is: a trial keeps its local MongoDB for commands to join. */
  readonly owner: 'trial' | 'command';
  readonly fresh?: boolean;
  readonly progress: (message: string) => void;
};

/** Finds or starts the MongoDB, checks the keys, makes the schema and opens the store. */
export async function openDatabase(config: Config, options: DatabaseOptions): Promise<Database> {
  const local = config.mongodbUri === undefined ? await localMongod(config, options) : undefined;
  if (options.fresh) await forgetTrial(config.dataDir);
  const uri = config.mongodbUri ?? local?.uri ?? '';
  const onlyLocal = options.owner === 'trial';
  const connecting = connect(uri, { allowOld: config.allowOldMongodb, onlyLocal });
  const connected = await connecting.catch(async (error: unknown) => {
    await local?.stop();
    throw error;
  });
  const close = async () => {
    await connected.close();
    await local?.stop();
  };
  try {
    if (options.owner === 'trial') await refuseProduction(connected.db);
    const loaded = await loadKeys(config);
    const keys = await assertSameKeys(connected.db, loaded.keys);
    const sealer = createSealer(keys);
    await migrate(connected.db, sealer, {
      ...{ stores, figures, countsOf: marks.countsOf },
      caseOfBefore: caseOfBefore(kinds),
    });
    const clock = await clockOf(config, options.owner);
    if (config.mode === 'production') await markProduction(connected.db, clock.now());
    const process = randomUUID();
    const store = openStore({ db: connected.db, sealer, process, clock: clock.now, stores, marks, figures });
    const warnings = [...connected.warnings, ...(config.mode === 'production' ? loaded.warnings : [])];
    return { store, sealer, linkSecret: keys.link, clock, process, warnings, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Without its LINE_ settings the bot runs a trial, whose sample people and printed codes real people must never meet. */
async function refuseProduction(db: Connected['db']): Promise<void> {
  if (await isProduction(db))
    throw new ConnectProblem(
      `The database ${db.databaseName} was used in production, so no trial runs on it. For production give the ` +
        'LINE_ settings; for a trial leave MONGODB_URI out, or give another database.',
    );
}

const stores = storesOf(features);
const kinds = reportKinds(features);

/** What is computed of records when they are written. */
const marks = {
  partitionOf,
  progressOf: answeredPoints,
  countsOf: countsIn(kinds),
};

const figures = features.flatMap((feature) => feature.figures ?? []);

async function localMongod(config: Config, { owner, fresh, progress }: DatabaseOptions) {
  const { dataDir } = config;
  return joinOrStartLocal({
    host: readHostEnv(),
    now: Date.now,
    dataDir,
    owner,
    progress,
    ...(fresh ? { fresh } : {}),
  });
}

/**
 * A trial's clock starts at TRIAL_NOW and runs on from there; commands on its data share it. In production, and for a
 * command on a database that no trial was started on, it is the real time.
 */
async function clockOf(config: Config, owner: DatabaseOptions['owner']): Promise<Clock> {
  if (config.mode === 'production') return clockAt(0);
  const kept = await keptOffset(config.dataDir, config.mongodbUri);
  if (kept !== undefined) return clockAt(kept);
  if (owner === 'command' && config.mongodbUri !== undefined) return clockAt(0);
  const offset = config.trialNow.getTime() - Date.now();
  await keepOffset(config.dataDir, config.mongodbUri, offset);
  return clockAt(offset);
}
