import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { readHostEnv } from '../../src/config.ts';
import { connect } from '../../src/storage/db/connect.ts';
import type { Mongod } from '../../src/storage/mongod/binary.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import {
  joinOrStartLocal,
  type LocalMongod,
  type LocalOptions,
} from '../../src/storage/mongod/localMongod.ts';
import { program } from '../e2e/fundline.ts';

/** A folder of kept data for each test, and who opens it; all of them end with the test. */
export function keptMongod() {
  let root: string;
  let dataDir: string;
  let mongod: Mongod | undefined;
  const atEnd: (() => unknown)[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'fundline-local-'));
    mongod = await findMongod({ host: readHostEnv(), ...quiet });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(root, 'data-'));
  });
  afterEach(async () => {
    for (const end of atEnd.splice(0).reverse()) await end();
  });

  /** The kept MongoDB in this very process. */
  async function local(options: Partial<LocalOptions> = {}): Promise<LocalMongod> {
    const started = await joinOrStartLocal({
      dataDir,
      owner: 'trial',
      host: readHostEnv(),
      ...quiet,
      ...options,
    });
    atEnd.push(started.stop);
    return started;
  }

  /** The kept MongoDB in a process of its own. */
  function other(owner: 'trial' | 'command', onLine: (line: string) => void = () => {}): Other {
    const script = program('tests/storage/localProcess.ts');
    const child = spawn(process.execPath, [script, dataDir, owner], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const lines: string[] = [];
    const ready = new Promise<{ uri: string; port: number; joined: boolean }>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        onLine(line);
        if (line.startsWith('{')) resolve(JSON.parse(line));
      });
      child.once('exit', () => reject(new Error(lines.join('\n'))));
    });
    ready.catch(() => {});
    const finish = async () => {
      if (child.exitCode === null && child.signalCode === null) child.stdin.write('end\n');
      await exited;
    };
    atEnd.push(finish);
    return { process: child, lines, ready, finish };
  }

  const record = async () => JSON.parse(await readFile(join(dataDir, 'mongod.json'), 'utf8'));

  return {
    local,
    other,
    record,
    atEnd,
    dataDir: () => dataDir,
    mongod: () => {
      if (!mongod) throw new Error('the mongod is looked for before the first test');
      return mongod;
    },
  };
}

const quiet = { progress: () => {}, now: Date.now };

type Other = {
  readonly process: ChildProcess;
  /** Everything it prints. */
  readonly lines: string[];
  readonly ready: Promise<{ uri: string; port: number; joined: boolean }>;
  readonly finish: () => Promise<void>;
};

export async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Writes one more village and resolves to how many there are. */
export async function addVillage(uri: string): Promise<number> {
  const { db, close } = await connect(uri);
  await db.collection('villages').insertOne({ name: 'บ้านหนองบัว' });
  const count = await db.collection('villages').countDocuments();
  await close();
  return count;
}

/** Where this mongod keeps its data, as it says itself. */
export async function folderOf(uri: string): Promise<string> {
  const { db, close } = await connect(uri);
  const options = await db.admin().command({ getCmdLineOpts: 1 });
  await close();
  return options.parsed.storage.dbPath;
}
