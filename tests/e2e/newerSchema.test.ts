import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { commandLine } from './fundline.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'fundline-'));
}, 60_000);
afterAll(async () => {
  await database?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('a process of an older release stops at a database of a newer one and says so', async () => {
  const fundline = commandLine({
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    ...{ MONGODB_URI: database.uri, DATA_DIR: folder, ALLOW_OLD_MONGODB: '1' },
  });
  await database.db.collection<{ _id: string }>('meta').insertOne({ _id: 'schema', number: 1000 } as never);
  const failure: unknown = await fundline('year', 'list').catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1, stdout: '' });
  expect((failure as { readonly stderr: string }).stderr).toMatch(
    /^The database is of a newer release of Fundline \(its schema is 1000, this release knows \d+\)/,
  );
}, 60_000);
