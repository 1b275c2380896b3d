import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readHostEnv } from '../../src/config.ts';
import { connect } from '../../src/storage/db/connect.ts';
import type { Mongod } from '../../src/storage/mongod/binary.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import {
  joinOrStartLocal,
  type LocalMongod,
  type LocalOptions,
} from '../../src/storage/mongod/localMongod.ts';
import { complaintIn } from '../../src/storage/mongod/mongodLog.ts';
import { markOf } from '../../src/storage/mongod/processMark.ts';
import { startMongod } from '../../src/storage/mongod/startMongod.ts';
import { program } from '../e2e/fundline.ts';

// Each of these starts a mongod several times, on a machine that may be busy with the other tests.

const quiet = { progress: () => {}, now: Date.now };
let root: string;
let dataDir: string;
let mongod: Mongod;
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

type Other = {
  readonly process: ChildProcess;
  /** Everything it prints. */
  readonly lines: string[];
  readonly ready: Promise<{ uri: string; port: number; joined: boolean }>;
  readonly finish: () => Promise<void>;
};

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

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Writes one more village and resolves to how many there are. */
async function addVillage(uri: string): Promise<number> {
  const { db, close } = await connect(uri);
  await db.collection('villages').insertOne({ name: 'บ้านหนองบัว' });
  const count = await db.collection('villages').countDocuments();
  await close();
  return count;
}

const record = async () => JSON.parse(await readFile(join(dataDir, 'mongod.json'), 'utf8'));

describe('the local MongoDB of tests', () => {
  test('leaves nothing behind', async () => {
    const ours = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('fundline-mongod-'));
    const before = await ours();
    const running = await startMongod({ mongod });
    expect(await addVillage(running.uri)).toBe(1);
    await running.stop();
    expect(await ours()).toEqual(before);
    expect(markOf(running.pid)).toBeUndefined();
  });
});

describe('the kept MongoDB', () => {
  test('has its data and its port again after a stop', async () => {
    const first = await local();
    expect(await addVillage(first.uri)).toBe(1);
    await first.stop();
    const second = await local();
    expect(await addVillage(second.uri)).toBe(2);
    expect(second).toMatchObject({ uri: first.uri, joined: false });
  });

  test('moves with its data when another program has its port', async () => {
    const first = await local();
    expect(await addVillage(first.uri)).toBe(1);
    await first.stop();
    const squatter = createServer((caller) => caller.destroy()).listen(first.port, '127.0.0.1');
    atEnd.push(() => squatter.close());
    await once(squatter, 'listening');
    const second = await local();
    expect(second.port).not.toBe(first.port);
    expect(await addVillage(second.uri)).toBe(2);
  });

  test('has its data again after its process was killed, at once and without waiting for the watchman', async () => {
    const first = other('trial');
    const { uri } = await first.ready;
    expect(await addVillage(uri)).toBe(1);
    await kill(first.process);
    const second = await local();
    expect(second).toMatchObject({ uri, joined: false });
    expect(await addVillage(uri)).toBe(2);
  });

  test('has its data again after both its process and mongod were killed', async () => {
    const first = other('trial');
    const { uri } = await first.ready;
    expect(await addVillage(uri)).toBe(1);
    process.kill((await record()).mongod.pid, 'SIGKILL');
    await kill(first.process);
    expect(await addVillage((await local()).uri)).toBe(2);
  });

  test('starts again after its process was killed in the middle of a start', async () => {
    let killed: Promise<void> | undefined;
    const first = other('trial', (line) => {
      if (line.startsWith('Starting')) killed = kill(first.process);
    });
    await expect(first.ready).rejects.toThrow('Starting MongoDB');
    await killed;
    expect(await addVillage((await local()).uri)).toBe(1);
  });

  test('is one for two processes that start at once', async () => {
    const two = await Promise.all([other('trial').ready, other('trial').ready]);
    expect(two.map(({ joined }) => joined).sort()).toEqual([false, true]);
    expect(await addVillage(two[0].uri)).toBe(1);
    expect(await addVillage(two[1].uri)).toBe(2);
  });

  test('of a trial is joined by a command, and outlives it', async () => {
    const trial = other('trial');
    const { uri } = await trial.ready;
    const command = other('command');
    expect(await command.ready).toMatchObject({ uri, joined: true });
    await command.finish();
    expect(await addVillage(uri)).toBe(1);
  });

  test('of a command ends with it, and who comes later waits for that', async () => {
    const command = other('command');
    await command.ready;
    const waiting = new Promise<void>((resolve) => {
      const trial = other('trial', (line) => {
        if (line.startsWith('Waiting for process')) resolve();
      });
      atEnd.push(() => trial.ready);
    });
    await waiting;
    await command.finish();
    expect(await (await local({ owner: 'command' })).joined).toBe(true);
  });
});

describe('beginning anew', () => {
  test('throws the kept data away', async () => {
    const first = await local();
    await addVillage(first.uri);
    await first.stop();
    expect(await addVillage((await local({ fresh: true })).uri)).toBe(1);
  });

  test('is refused while a trial runs on them', async () => {
    const trial = other('trial');
    const { uri } = await trial.ready;
    await expect(local({ fresh: true })).rejects.toThrow(
      `Process ${trial.process.pid} is using the kept data`,
    );
    expect(await addVillage(uri)).toBe(1);
  });

  test('helps after a record that was damaged', async () => {
    await writeFile(join(dataDir, 'mongod.json'), '{');
    await expect(local()).rejects.toThrow('--fresh');
    expect(await addVillage((await local({ fresh: true })).uri)).toBe(1);
  });
});

describe('kept data', () => {
  const asking = (binary: string) => readHostEnv({ ...process.env, MONGOMS_SYSTEM_BINARY: binary });

  test('are opened by the mongod that made them and by no other', async () => {
    const linked = join(dataDir, 'linked-mongod');
    await symlink(mongod.binary, linked);
    await (await local()).stop();
    const another = join(dataDir, 'another-mongod');
    await copyFile(mongod.binary, another);
    await expect(local({ host: asking(another) })).rejects.toThrow(
      /MONGOMS_SYSTEM_BINARY asks for .*another-mongod.*--fresh/,
    );
    // The same one by another name is the same one.
    expect((await local({ host: asking(linked) })).joined).toBe(false);
  });

  test('name the way out when their mongod is gone', async () => {
    await (await local()).stop();
    const kept = await record();
    await writeFile(join(dataDir, 'mongod.json'), JSON.stringify({ ...kept, binary: '/nowhere/mongod' }));
    await expect(local()).rejects.toThrow(/made by \/nowhere\/mongod .*gone or broken.*--fresh/);
  });

  test("name the way out in mongod's own words when they are damaged", async () => {
    await mkdir(join(dataDir, 'mongod'));
    for (const name of ['WiredTiger', 'WiredTiger.wt', 'storage.bson'])
      await writeFile(join(dataDir, 'mongod', name), 'damaged');
    await expect(local()).rejects.toThrow(/MongoDB did not start on .*--fresh/);
  });
});

test("mongod's reason is read out of a piece of its log with several lines and a part of one", () => {
  const lines = [
    '{"s":"I","c":"CONTROL","msg":"starting"}',
    '{"s":"E","c":"CONTROL","msg":"DBException in initAndListen, terminating","attr":{"error":"DBPathInUse: in use"}}',
    '{"s":"I","c":"REPL","msg":"shutting down"}',
    '{"s":"F","c":"CO',
  ];
  expect(complaintIn(lines.join('\n'))).toBe('DBPathInUse: in use');
  expect(complaintIn('nothing')).toBeUndefined();
});
