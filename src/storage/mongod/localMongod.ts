import { mkdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { examineMongod, type Mongod } from './binary.ts';
import { findMongod, type Search } from './findMongod.ts';
import { withLock } from './lock.ts';
import { awaitUnrecorded, endOrphan, gone } from './orphan.ts';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { isRunning, markOf } from './processMark.ts';
import { type MongodRecord, type Owner, readRecord, recordFile, writeRecord } from './record.ts';
import { answers } from './replicaSet.ts';
import { startMongod } from './startMongod.ts';

export type LocalMongod = {
  readonly uri: string;
  readonly port: number;
  readonly version: string;
  /** Whether it belongs to another process, which will end it. */
  readonly joined: boolean;
  /** Ends it, unless it was joined. */
  readonly stop: () => Promise<void>;
};

export type LocalOptions = Search & {
  readonly dataDir: string;
  /** What this process is: the mongod of a trial is joined, the end of a command with its mongod is waited for. */
  readonly owner: Owner;
  /** Throw the kept data away first. */
  readonly fresh?: boolean;
};

const beginAnew = 'or begin anew, without the kept data: npm start -- --fresh';
const folderOf = (dataDir: string) => join(dataDir, 'mongod');

/** Joins the mongod that a running trial keeps on these data, or starts one on them. One start at a time. */
export async function joinOrStartLocal(options: LocalOptions): Promise<LocalMongod> {
  const { dataDir, progress, fresh = false } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const onWait = (pid: number) => progress(`Waiting for process ${pid}, which is starting MongoDB`);
  return withLock(join(dataDir, 'mongod.lock'), onWait, async () => {
    if (fresh) await clear(dataDir);
    const record = await readRecord(dataDir);
    if (record && (await isShared(record, options))) return joined(record);
    return start(options, record);
  });
}

/** Whether the recorded mongod is there to be joined; one that is not is gone when this resolves. */
async function isShared({ mongod, owner, port }: MongodRecord, { progress }: LocalOptions): Promise<boolean> {
  if (!isRunning(mongod)) return false;
  const lasting = owner.kind === 'trial' || owner.pid === process.pid;
  if (isRunning(owner) && !lasting) {
    progress(`Waiting for process ${owner.pid}, a command that uses the kept data`);
    await gone(owner, Number.POSITIVE_INFINITY);
  }
  if (!isRunning(owner)) {
    await endOrphan(mongod);
    return false;
  }
  // Its owner may be ending it just now.
  if ((await answers(port, 3000)) || (await gone(mongod, 3000))) return isRunning(mongod);
  throw new LocalMongodProblem(
    `The local MongoDB of process ${owner.pid} does not answer. Stop that process first.`,
  );
}

function joined({ uri, port, version }: MongodRecord): LocalMongod {
  return { uri, port, version, joined: true, stop: async () => {} };
}

async function start(options: LocalOptions, record: MongodRecord | undefined): Promise<LocalMongod> {
  const { dataDir, owner, progress } = options;
  const mongod = record ? await sameAsBefore(record, options) : await findMongod(options);
  const dbPath = folderOf(dataDir);
  await awaitUnrecorded(dbPath);
  progress(`Starting MongoDB ${mongod.version}`);
  const wish = record ? { port: record.port } : {};
  const running = await startMongod({ mongod, dbPath, ...wish }).catch((error: unknown) => {
    throw new LocalMongodProblem(
      `MongoDB did not start on ${dbPath}: ${reasonOf(error)}. Repair that, ${beginAnew}`,
    );
  });
  const { uri, port, pid, stop } = running;
  const [process_, own] = [markOf(pid), markOf(process.pid)];
  if (!process_ || !own) throw new LocalMongodProblem(`MongoDB ended at once on ${dbPath}`);
  await writeRecord(dataDir, { ...mongod, port, uri, mongod: process_, owner: { ...own, kind: owner } });
  return { uri, port, version: mongod.version, joined: false, stop };
}

/** Kept data are opened by the mongod that made them: another one may not read them, or change them for good. */
async function sameAsBefore(
  { binary, version }: MongodRecord,
  { dataDir, host }: LocalOptions,
): Promise<Mongod> {
  const kept = `The data in ${folderOf(dataDir)} were made by ${binary} (MongoDB ${version})`;
  const asked = host.systemBinary;
  if (asked !== undefined && (await resolved(asked)) !== (await resolved(binary)))
    throw new LocalMongodProblem(
      `${kept}, but MONGOMS_SYSTEM_BINARY asks for ${asked}. Remove that setting, ${beginAnew}`,
    );
  return examineMongod(binary).catch((error: unknown) => {
    throw new LocalMongodProblem(
      `${kept}, but that is gone or broken (${reasonOf(error)}). Put it back, ${beginAnew}`,
    );
  });
}

const resolved = (path: string) => realpath(path).catch(() => path);

async function clear(dataDir: string): Promise<void> {
  const record = await readRecord(dataDir).catch(() => undefined);
  if (record && isRunning(record.mongod)) {
    if (isRunning(record.owner))
      throw new LocalMongodProblem(
        `Process ${record.owner.pid} is using the kept data. Stop it before --fresh.`,
      );
    await endOrphan(record.mongod);
  }
  await awaitUnrecorded(folderOf(dataDir));
  await rm(folderOf(dataDir), { recursive: true, force: true });
  await rm(recordFile(dataDir), { force: true });
}
