import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoInstance } from 'mongodb-memory-server';
import type { Mongod } from './binary.ts';
import { complaintIn } from './mongodLog.ts';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { becomePrimary, ip, localUri, setName } from './replicaSet.ts';

export type RunningMongod = {
  readonly uri: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly mongod: Mongod;
  /** Where the data are kept; without it they are thrown away at the end. */
  readonly dbPath?: string;
  /** Taken if it is free. */
  readonly port?: number;
  /** Switches on the commands by which tests make a server fail. */
  readonly testCommands?: boolean;
};

const launchMs = 60_000;

/** Starts a replica set of one member on loopback. It ends with this process at the latest. */
export async function startMongod(options: StartOptions): Promise<RunningMongod> {
  const { mongod, dbPath, testCommands = false } = options;
  const folder = dbPath ?? (await mkdtemp(join(tmpdir(), 'fundline-mongod-')));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const port = await freePort(options.port);
  const instance = createInstance(mongod, folder, port, testCommands);
  const stop = async () => {
    // What is thrown away need not be written out first.
    if (dbPath === undefined) instance.mongodProcess?.kill('SIGKILL');
    await instance.stop();
    if (dbPath === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    await launch(instance);
    await becomePrimary(port, launchMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: localUri(port), port, pid: instance.mongodProcess?.pid ?? 0, stop };
}

function createInstance(mongod: Mongod, dbPath: string, port: number, testCommands: boolean): MongoInstance {
  const engine = { replSet: setName, storageEngine: 'wiredTiger', launchTimeout: launchMs } as const;
  const instance = new MongoInstance({
    // With the version at hand the library has nothing to look up and warn about.
    binary: { systemBinary: mongod.binary, version: mongod.version },
    instance: { ip, port, dbPath, ...engine, args: mongodArguments(testCommands) },
    // Out of our process group: Ctrl-C in a terminal is for us, and our graceful stop needs the database.
    spawn: { detached: true },
  });
  // A plain signal ends a set of one in 0.2 s; asking by a command takes longer, and is noisy before it listens.
  instance.addListener('instanceLaunched', () => {
    instance.isReplSet = false;
  });
  return instance;
}

function mongodArguments(testCommands: boolean): string[] {
  const parameters = [
    'diagnosticDataCollectionEnabled=false',
    // Nobody else could become primary, so there is nobody to wait for at the end.
    'shutdownTimeoutMillisForSignaledShutdown=0',
    ...(testCommands ? ['enableTestCommands=1'] : []),
  ];
  // A log of slow queries would hold the values in them.
  const plain = ['--quiet', '--slowms', '600000', '--wiredTigerCacheSizeGB', '0.25'];
  return [...plain, ...parameters.flatMap((each) => ['--setParameter', each])];
}

/** Fails with mongod's own words. */
async function launch(instance: MongoInstance): Promise<void> {
  let complaint: string | undefined;
  // The library's own reading takes a piece of the log for one line of JSON, and throws out of an event otherwise.
  Object.assign(instance, {
    checkErrorInLine: (log: string) => {
      complaint = complaintIn(log) ?? complaint;
    },
  });
  try {
    await instance.start();
  } catch (error) {
    throw new LocalMongodProblem(complaint ?? reasonOf(error));
  }
}

/** Below the ports that systems hand out to outgoing connections, so that a kept port stays free. */
const anyPort = () => randomInt(20_000, 30_000);

/** The wished-for port, or another one while somebody uses it. */
async function freePort(wish = anyPort()): Promise<number> {
  const server = createServer();
  try {
    await once(server.listen(wish, ip), 'listening');
  } catch {
    return freePort();
  }
  await new Promise((resolve) => server.close(resolve));
  return wish;
}
