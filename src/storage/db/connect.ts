import mongoose from 'mongoose';
import { compareVersions, hasKnownHoles, oldestVersion, soundVersions } from '../mongod/version.ts';
import { isOutage } from './outage.ts';

const { MongoClient } = mongoose.mongo;

export type Connected = {
  readonly connection: mongoose.Connection;
  readonly db: mongoose.mongo.Db;
  readonly version: string;
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  /** Accept a server with known holes on another machine. */
  readonly allowOld?: boolean;
  /** Refuse every other machine than this one. */
  readonly onlyLocal?: boolean;
  readonly maxPoolSize?: number;
  /** Milliseconds to wait for a primary, now and at every later operation. */
  readonly patience?: number;
};

/** A database that cannot be used; the message names the cure. */
export class ConnectProblem extends Error {
  override readonly name = 'ConnectProblem';
}

/** The same, where the server may come back by itself. */
export class AwayProblem extends ConnectProblem {}

/** Connects to a replica set and refuses what Fundline could not rely on. */
export async function connect(
  uri: string,
  { allowOld = false, onlyLocal = false, maxPoolSize = 32, patience = 5000 }: ConnectOptions = {},
): Promise<Connected> {
  const hosts = readHosts(uri);
  if (onlyLocal && !hosts.every(isLoopback)) throw new ConnectProblem(noTrialOn(hosts));
  const connection = mongoose.createConnection(uri, {
    ...(namesDatabase(uri) ? {} : { dbName: 'fundline' }),
    appName: 'fundline',
    sanitizeFilter: true,
    // Indexes and collections are made by the migration step alone.
    autoIndex: false,
    autoCreate: false,
    // An operation waits for a primary as long as the driver is told to, not in a queue of mongoose's.
    bufferCommands: false,
    // Sealed values come back as the buffers they went in as.
    promoteBuffers: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    maxPoolSize,
  });
  try {
    await connection.asPromise().catch(async (error: unknown) => {
      const refusal = await whyNoPrimary(hosts);
      if (refusal !== undefined) throw new ConnectProblem(refusal);
      const isAway = isOutage(error) || error instanceof mongoose.Error.MongooseServerSelectionError;
      throw new (isAway ? AwayProblem : ConnectProblem)(unreachable(hosts, error));
    });
    const db = connection.db;
    if (!db) throw new ConnectProblem(unreachable(hosts, 'no database'));
    const { version, warnings } = await examine(db, hosts, allowOld);
    return { connection, db, version, warnings, close: () => connection.close() };
  } catch (error) {
    await connection.close(true);
    throw error;
  }
}

type Examined = Pick<Connected, 'version' | 'warnings'>;

async function examine(
  db: mongoose.mongo.Db,
  hosts: readonly string[],
  allowOld: boolean,
): Promise<Examined> {
  const hello = await db.admin().command({ hello: 1 });
  if (isStandalone(hello)) throw new ConnectProblem(convert(hosts));
  const version = String((await db.admin().buildInfo()).version);
  return { version, warnings: judgeVersion(version, hosts, allowOld) };
}

/** The warnings about a version; a version with known holes is refused on any other machine than this one. */
export function judgeVersion(
  version: string,
  hosts: readonly string[],
  allowOld: boolean,
): readonly string[] {
  if (compareVersions(version, oldestVersion) < 0)
    throw new ConnectProblem(`MongoDB ${version} is too old: ${oldestVersion} or later is needed.`);
  if (!hasKnownHoles(version)) return [];
  const old = `MongoDB ${version} has known holes; ${soundVersions.join(', ')} and later of these lines have not.`;
  if (hosts.every(isLoopback) || allowOld) return [old];
  throw new ConnectProblem(`${old} Upgrade it, or accept the risk with ALLOW_OLD_MONGODB=1.`);
}

function readHosts(uri: string): readonly string[] {
  try {
    const { srvHost, hosts } = new MongoClient(uri).options;
    return srvHost === undefined ? hosts.map(String) : [srvHost];
  } catch {
    // The reason is left out, since it may repeat a password.
    throw new ConnectProblem('MONGODB_URI is not a connection string that MongoDB understands.');
  }
}

const namesDatabase = (uri: string) => /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]/.test(uri);

/** Whether a host, with or without its port, is this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(name) || name.endsWith('.sock');
}

/** A member of a replica set names its set; a router of a sharded cluster calls itself so. */
const isStandalone = (hello: mongoose.mongo.Document) =>
  hello.setName === undefined && hello.isreplicaset !== true && hello.msg !== 'isdbgrid';

const initiate = ([host]: readonly string[]) =>
  `mongosh "mongodb://${host}/?directConnection=true" --eval "rs.initiate()"`;

const convert = (hosts: readonly string[]) =>
  `MongoDB at ${hosts.join(', ')} is a standalone server, but a replica set is required (one member is enough). ` +
  `Convert it: start mongod with --replSet rs0 (replication.replSetName in mongod.conf), then run once: ${initiate(hosts)}`;

const noTrialOn = (hosts: readonly string[]) =>
  `A trial puts sample people into its database, so it takes none on another machine (${hosts.join(', ')}). ` +
  'For production give the LINE_ settings; for a trial leave MONGODB_URI out, or give one of this machine.';

const unreachable = (hosts: readonly string[], error: unknown) =>
  `MongoDB at ${hosts.join(', ')} cannot be used: ${error instanceof Error ? error.message : String(error)}`;

/** A driver that waits for a replica set does not say that the server answers but is none: ask it directly. */
async function whyNoPrimary(hosts: readonly string[]): Promise<string | undefined> {
  const [host] = hosts;
  if (host === undefined) return undefined;
  const client = new MongoClient(`mongodb://${host}`, {
    directConnection: true,
    serverSelectionTimeoutMS: 1000,
  });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (isStandalone(hello)) return convert(hosts);
    return hello.setName === undefined
      ? `MongoDB at ${host} was started with --replSet but never initiated. Run once: ${initiate(hosts)}`
      : undefined;
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}
