import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepOffset } from '../../src/start/clock.ts';
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

test("a year after the coming one, by the trial's clock, is opened only with --yes", async () => {
  await keepOffset(folder, database.uri, Date.parse('2022-08-01T09:00:00+07:00') - Date.now());
  const fundline = commandLine({
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    ...{ MONGODB_URI: database.uri, DATA_DIR: folder, ALLOW_OLD_MONGODB: '1' },
  });
  const failure: unknown = await fundline('year', 'open', '2567').catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1, stdout: '' });
  expect((failure as { readonly stderr: string }).stderr).toContain(
    '2567 lies after the coming fiscal year, 2566, and new reports go to the year opened last. ' +
      'If it is meant: npm run -s fundline -- year open 2567 --yes',
  );
  // It says so of a year that is open already.
  expect(await fundline('year', 'open', '2567', '--yes')).toBe('opened 2567');
  expect(await fundline('year', 'open', '2566')).toBe('opened 2566');
}, 60_000);
