import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/start/database.ts';
import { ConnectProblem } from '../../src/storage/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
});
afterAll(async () => {
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ofTrial = (uri: string) =>
  openDatabase(readConfig({ MONGODB_URI: uri, DATA_DIR: dataDir }), { owner: 'trial', progress: () => {} });
const ofProduction = () =>
  openDatabase(
    readConfig({
      MONGODB_URI: database.uri,
      DATA_DIR: dataDir,
      LINE_CHANNEL_SECRET: 'secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'token',
      ALLOW_OLD_MONGODB: '1',
    }),
    { owner: 'command', progress: () => {} },
  );

test('a trial takes a database of this machine that is no production one', async () => {
  await (await ofTrial(database.uri)).close();
  await (await ofTrial(database.uri)).close();
});

test.each(['mongodb://db1,db2/fundline?replicaSet=rs0', 'mongodb://127.0.0.1,db2/fundline'])(
  'a trial refuses a database of another machine without asking it (%s)',
  async (uri) => {
    const refused = ofTrial(uri);
    await expect(refused).rejects.toThrow(ConnectProblem);
    await expect(refused).rejects.toThrow(/trial.*another machine.*LINE_/);
  },
);

test('a trial refuses a database that production has used, and leaves nothing in it', async () => {
  await (await ofProduction()).close();
  const before = await database.db.collection('persons').countDocuments();
  const refused = ofTrial(database.uri);
  await expect(refused).rejects.toThrow(ConnectProblem);
  await expect(refused).rejects.toThrow(/used in production.*LINE_/);
  expect(await database.db.collection('persons').countDocuments()).toBe(before);
  await (await ofProduction()).close();
});
