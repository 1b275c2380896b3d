import { Buffer } from 'node:buffer';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assertSameKeys, fingerprint, KeyProblem, loadKeys } from '../../../src/storage/seal/keys.ts';
import { createSealer, firstLookupKey, type Keys } from '../../../src/storage/seal/seal.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

const dataKey = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const keysOf = (data: Keys['data'], link = 'a secret for links'): Keys => ({
  link,
  data,
  lookup: firstLookupKey(data),
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundline-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('keys that are not given', () => {
  const absent = { linkSecret: undefined, dataKeys: undefined };

  test('are made once and are the same at the next start', async () => {
    const dataDir = join(folder, 'once');
    const first = await loadKeys({ ...absent, mode: 'trial', dataDir });
    expect(await loadKeys({ ...absent, mode: 'trial', dataDir })).toEqual(first);
    expect(first.keys.data[0]?.key).toHaveLength(32);
    expect(first.keys.link.length).toBeGreaterThanOrEqual(43);
    expect(first.warnings).toEqual([]);
  });

  test('are for the owner of the files alone', async () => {
    const dataDir = join(folder, 'private');
    await loadKeys({ ...absent, mode: 'trial', dataDir });
    expect((await readdir(dataDir)).sort()).toEqual(['data-keys', 'link-secret']);
    for (const name of ['data-keys', 'link-secret'])
      expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
  });

  test('are agreed on by processes that start at once', async () => {
    const dataDir = join(folder, 'agreed');
    const started = Array.from({ length: 20 }, () => loadKeys({ ...absent, mode: 'trial', dataDir }));
    const [first, ...others] = await Promise.all(started);
    for (const other of others) expect(other).toEqual(first);
  });

  test('are warned about in production, each by its name', async () => {
    const dataDir = join(folder, 'production');
    const { warnings } = await loadKeys({ ...absent, mode: 'production', dataDir });
    expect(warnings).toEqual([expect.stringContaining('LINK_SECRET'), expect.stringContaining('DATA_KEYS')]);
    const given = { linkSecret: 'sixteen letters!', dataKeys: [dataKey('k1', 1)] };
    expect((await loadKeys({ ...given, mode: 'production', dataDir })).warnings).toEqual([]);
    const short = await loadKeys({ ...given, linkSecret: 'short', mode: 'production', dataDir });
    expect(short.warnings).toEqual([expect.stringContaining('short')]);
  });

  test('are not replaced when their file is damaged', async () => {
    const dataDir = join(folder, 'damaged');
    await loadKeys({ ...absent, mode: 'trial', dataDir });
    await writeFile(join(dataDir, 'data-keys'), 'k1:half');
    await expect(loadKeys({ ...absent, mode: 'trial', dataDir })).rejects.toThrow(KeyProblem);
    expect(await readFile(join(dataDir, 'data-keys'), 'utf8')).toBe('k1:half');
  });
});

describe('a database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
    return () => database.close();
  });
  type Meta = { _id: string; data: Record<string, string> };
  const recalled = () => database.db.collection<Meta>('meta').findOne({ _id: 'keys' });

  test('accepts the keys it was begun with, by any number of processes', async () => {
    const keys = keysOf([dataKey('k1', 1)]);
    const accepted = await Promise.all(Array.from({ length: 8 }, () => assertSameKeys(database.db, keys)));
    for (const each of accepted) expect(Buffer.from(each.lookup)).toEqual(Buffer.from(keys.lookup));
  });

  test('refuses another key of the same name', async () => {
    await assertSameKeys(database.db, keysOf([dataKey('k1', 1)]));
    const other = assertSameKeys(database.db, keysOf([dataKey('k1', 2)]));
    await expect(other).rejects.toThrow(/The key "k1" is not the one.*DATA_DIR/);
  });

  test('refuses a process that lacks a key, and does not take in the keys of one that it refuses', async () => {
    await assertSameKeys(database.db, keysOf([dataKey('k1', 1)]));
    const other = assertSameKeys(database.db, keysOf([dataKey('k9', 9)]));
    await expect(other).rejects.toThrow('DATA_KEYS lacks the key "k1"');
    expect(Object.keys((await recalled())?.data ?? {})).toEqual(['k1']);
  });

  test('decides for one of two processes that begin it with different keys', async () => {
    const rivals = [1, 2].map((fill) => assertSameKeys(database.db, keysOf([dataKey('k1', fill)])));
    const outcomes = (await Promise.allSettled(rivals)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('takes in a new key, from then on refuses who has only the old one, and keeps its look-up key', async () => {
    const [old, young] = [dataKey('2565', 1), dataKey('2566', 2)];
    await assertSameKeys(database.db, keysOf([old]));
    await assertSameKeys(database.db, keysOf([young, old]));
    await expect(assertSameKeys(database.db, keysOf([old]))).rejects.toThrow('lacks the key "2566"');
    // The order of the old keys does not matter to the people who are known already.
    const turned = await assertSameKeys(database.db, keysOf([old, young]));
    expect(createSealer(turned).personId('U1')).toBe(createSealer(keysOf([old])).personId('U1'));
  });

  test('takes in a second key without asking it of the others, but always the same one', async () => {
    const [old, young] = [dataKey('2565', 1), dataKey('2566', 2)];
    await assertSameKeys(database.db, keysOf([old, young]));
    await assertSameKeys(database.db, keysOf([old]));
    const other = assertSameKeys(database.db, keysOf([old, dataKey('2566', 3)]));
    await expect(other).rejects.toThrow('The key "2566" is not the one');
    await assertSameKeys(database.db, keysOf([young, old]));
    await expect(assertSameKeys(database.db, keysOf([old]))).rejects.toThrow('lacks the key "2566"');
  });

  test('refuses another LINK_SECRET until it is told to forget the first', async () => {
    const data = [dataKey('k1', 1)];
    await assertSameKeys(database.db, keysOf(data, 'the first secret'));
    const other = keysOf(data, 'the second secret');
    await expect(assertSameKeys(database.db, other)).rejects.toThrow('LINK_SECRET is not the one');
    await database.db
      .collection<{ _id: string }>('meta')
      .updateOne({ _id: 'keys' }, { $unset: { link: '' } });
    await expect(assertSameKeys(database.db, other)).resolves.toMatchObject({ link: 'the second secret' });
    await expect(assertSameKeys(database.db, keysOf(data, 'the first secret'))).rejects.toThrow(KeyProblem);
  });

  test('knows nothing that would give a key away', async () => {
    const keys = keysOf([dataKey('k1', 0x41)], 'canary-secret');
    await assertSameKeys(database.db, keys);
    const text = JSON.stringify(await recalled());
    const key = Buffer.alloc(32, 0x41);
    for (const canary of ['canary-secret', key.toString('hex'), key.toString('base64')])
      expect(text).not.toContain(canary);
    expect(text).not.toContain(Buffer.from(keys.lookup).toString('base64'));
    expect(text).toContain(fingerprint(keys).k1);
  });
});
