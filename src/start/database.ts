import { randomUUID } from 'node:crypto';
import { partitionOf } from '../app/inbox/partition.ts';
import { type Config, readHostEnv } from '../config.ts';
import { features as ours } from '../features/index.ts';
import type { Feature } from '../kernel/feature.ts';
import { answeredOf, findForms } from '../kernel/forms.ts';
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
  /** What the bot can do on it. */
  readonly features: readonly Feature[];
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
  /** What the bot can do, where it is not just what is in `src/features`. */
  readonly features?: readonly Feature[];
  readonly progress: (message: string) => void;
};

/** Finds or starts the MongoDB, checks the keys, makes the schema and opens the store. */
export async function openDatabase(config: Config, options: DatabaseOptions): Promise<Database> {
  const { features = ours } = options;
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
    const { ofBefore, ...kept } = keptOf(features);
    const { stores, figures, marks } = kept;
    await migrate(connected.db, sealer, {
      ...{ stores, figures, countsOf: marks.countsOf },
      caseOfBefore: ofBefore,
    });
    const clock = await clockOf(config, options.owner);
    if (config.mode === 'production') await markProduction(connected.db, clock.now());
    const process = randomUUID();
    const store = openStore({ db: connected.db, sealer, process, clock: clock.now, ...kept });
    const warnings = [...connected.warnings, ...(config.mode === 'production' ? loaded.warnings : [])];
    return { features, store, sealer, linkSecret: keys.link, clock, process, warnings, close };
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

/** What is kept of the features, and what is computed of records when they are written. */
function keptOf(features: readonly Feature[]) {
  const kinds = reportKinds(features);
  return {
    stores: storesOf(features),
    figures: features.flatMap((feature) => feature.figures ?? []),
    marks: { partitionOf, progressOf: answeredOf(findForms(features)), countsOf: countsIn(kinds) },
    ofBefore: caseOfBefore(kinds),
  };
}

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
