import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readHostEnv } from '../../../src/config.ts';
import { ConnectProblem, connect, isLoopback, judgeVersion } from '../../../src/storage/db/connect.ts';
import { findMongod } from '../../../src/storage/mongod/findMongod.ts';
import { compareVersions, hasKnownHoles } from '../../../src/storage/mongod/version.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

describe('a replica set', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  test('is connected to and says its version', () => {
    expect(database.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(database.warnings.length).toBe(hasKnownHoles(database.version) ? 1 : 0);
  });

  test('is written to by majority and journal, and read as far as the majority has it', () => {
    expect(database.connection.getClient().options).toMatchObject({
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
    });
  });

  test('gives buffers back as buffers', async () => {
    const bytes = Buffer.from([1, 2, 3]);
    await database.db.collection<{ _id: string; bytes: Buffer }>('things').insertOne({ _id: 'b', bytes });
    expect(await database.db.collection('things').findOne()).toEqual({ _id: 'b', bytes });
  });

  test('is not asked with operators that came in as a value', async () => {
    const Person = database.connection.model('Person', new Schema({ code: String }));
    await Person.create({ code: 'secret' });
    const injected: { code: string } = JSON.parse('{"code":{"$ne":null}}');
    await expect(Person.findOne(injected)).rejects.toThrow();
    expect(await Person.findOne({ code: 'secret' })).not.toBeNull();
  });

  test('gets no index unasked', async () => {
    const Indexed = database.connection.model('Indexed', new Schema({ code: { type: String, index: true } }));
    await Indexed.create({ code: 'a' });
    expect(await Indexed.collection.indexes()).toHaveLength(1);
  });

  test('is called fundline where the address names no database', async () => {
    const uri = inject('mongodbUri').replace(/^(mongodb:\/\/[^/?]+)\/[^?]*/, '$1/');
    const connected = await connect(uri, { allowOld: true });
    expect(connected.db.databaseName).toBe('fundline');
    await connected.close();
  });
});

describe('a server that is no replica set', () => {
  let folder: string;
  let stop: () => Promise<void>;
  let port: number;
  const start = async (...args: string[]) => {
    const { binary } = await findMongod({ host: readHostEnv(), progress: () => {}, now: Date.now });
    folder = await mkdtemp(join(tmpdir(), 'fundline-standalone-'));
    port = await freePort();
    const mongod = spawn(binary, [
      '--dbpath',
      folder,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      ...args,
    ]);
    for await (const line of createInterface({ input: mongod.stdout }))
      if (line.includes('Waiting for connections')) break;
    mongod.stdout.resume();
    stop = async () => {
      const ended = once(mongod, 'exit');
      mongod.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    };
  };

  test.each(['', '?replicaSet=rs0'])('is refused with the command that converts it (%j)', async (query) => {
    await start();
    const refused = connect(`mongodb://127.0.0.1:${port}/fundline${query}`, { patience: 500 });
    await expect(refused).rejects.toThrow(ConnectProblem);
    await expect(refused).rejects.toThrow(/standalone.*--replSet rs0.*mongosh .*rs\.initiate\(\)/);
    await stop();
  });

  test('is refused with the missing step where it was prepared but never initiated', async () => {
    await start('--replSet', 'rs0');
    const refused = connect(`mongodb://127.0.0.1:${port}/fundline`, { patience: 500 });
    await expect(refused).rejects.toThrow(/never initiated.*rs\.initiate\(\)/);
    await stop();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('a server that is away', () => {
  test('is named, its password is not', async () => {
    const uri = `mongodb://somchai:s3cret@127.0.0.1:${await freePort()}/fundline`;
    const refused = connect(uri, { patience: 300 });
    await expect(refused).rejects.toThrow(/127\.0\.0\.1:\d+ cannot be used/);
    await expect(refused).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
    );
  });

  test('is told from an address that is none', async () => {
    const refused = connect('mongodb://somchai:s3cret@/fundline');
    await expect(refused).rejects.toThrow('MONGODB_URI is not a connection string');
  });
});

describe('versions', () => {
  test.each(['8.0.17', '8.0.18', '8.2.3', '9.0.0', '7.0.28', '6.0.27'])('%s is sound', (version) => {
    expect(hasKnownHoles(version)).toBe(false);
  });
  test.each(['8.0.16', '8.1.9', '8.2.2', '7.0.27', '7.3.9', '6.0.5', '6.0.26', '5.0.99'])(
    '%s has holes',
    (version) => {
      expect(hasKnownHoles(version)).toBe(true);
    },
  );
  test('with holes are warned about on this machine and refused on another, unless that is wished', () => {
    const [here, there] = [['127.0.0.1:27017'], ['127.0.0.1:27017', 'db2:27017']];
    expect(judgeVersion('6.0.5', here, false)).toEqual([expect.stringContaining('6.0.5 has known holes')]);
    expect(() => judgeVersion('6.0.5', there, false)).toThrow('ALLOW_OLD_MONGODB=1');
    expect(judgeVersion('6.0.5', there, true)).toEqual([expect.stringContaining('6.0.5 has known holes')]);
    expect(judgeVersion('8.0.17', there, false)).toEqual([]);
    expect(() => judgeVersion('5.0.30', here, true)).toThrow('too old');
  });
  test('are ordered by their numbers', () => {
    expect(['6.0.27', '6.0.5', '10.0.0', '8.2.3'].sort(compareVersions)).toEqual([
      '6.0.5',
      '6.0.27',
      '8.2.3',
      '10.0.0',
    ]);
  });
});

test.each([
  ['localhost:27017', true],
  ['127.0.0.1:27017', true],
  ['127.1.2.3', true],
  ['[::1]:27017', true],
  ['localhost.example.com:27017', false],
  ['10.0.0.7:27017', false],
  ['127.0.0.1.example.com:27017', false],
  ['db.example.com', false],
])('%s is on this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
