import { existsSync } from 'node:fs';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHostEnv } from '../../src/config.ts';
import { complaintIn } from '../../src/storage/mongod/mongodLog.ts';
import { markOf } from '../../src/storage/mongod/processMark.ts';
import { startMongod } from '../../src/storage/mongod/startMongod.ts';
import { addVillage, folderOf, keptMongod } from './keptMongod.ts';

// Each of these starts a mongod several times; the other ways in which one ends are tried by `npm run chaos`.
const { local, other, record, dataDir, mongod } = keptMongod();

describe('the local MongoDB of tests', () => {
  test('leaves nothing behind', async () => {
    const running = await startMongod({ mongod: mongod() });
    expect(await addVillage(running.uri)).toBe(1);
    const folder = await folderOf(running.uri);
    expect(existsSync(folder)).toBe(true);
    await running.stop();
    expect(existsSync(folder)).toBe(false);
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

  test('is one for two processes that start at once', async () => {
    const two = await Promise.all([other('trial').ready, other('trial').ready]);
    expect(two.map(({ joined }) => joined).sort()).toEqual([false, true]);
    expect(await addVillage(two[0].uri)).toBe(1);
    expect(await addVillage(two[1].uri)).toBe(2);
  });
});

describe('beginning anew', () => {
  test('throws the kept data away', async () => {
    const first = await local();
    await addVillage(first.uri);
    await first.stop();
    expect(await addVillage((await local({ fresh: true })).uri)).toBe(1);
  });

  test('helps after a record that was damaged', async () => {
    await writeFile(join(dataDir(), 'mongod.json'), '{');
    await expect(local()).rejects.toThrow('--fresh');
    expect(await addVillage((await local({ fresh: true })).uri)).toBe(1);
  });
});

describe('kept data', () => {
  const asking = (binary: string) => readHostEnv({ ...process.env, MONGOMS_SYSTEM_BINARY: binary });

  test('are opened by the mongod that made them and by no other', async () => {
    const linked = join(dataDir(), 'linked-mongod');
    await symlink(mongod().binary, linked);
    await (await local()).stop();
    const another = join(dataDir(), 'another-mongod');
    await copyFile(mongod().binary, another);
    await expect(local({ host: asking(another) })).rejects.toThrow(
      /MONGOMS_SYSTEM_BINARY asks for .*another-mongod.*--fresh/,
    );
    // The same one by another name is the same one.
    expect((await local({ host: asking(linked) })).joined).toBe(false);
  });

  test('name the way out when their mongod is gone', async () => {
    await (await local()).stop();
    const kept = await record();
    await writeFile(join(dataDir(), 'mongod.json'), JSON.stringify({ ...kept, binary: '/nowhere/mongod' }));
    await expect(local()).rejects.toThrow(/made by \/nowhere\/mongod .*gone or broken.*--fresh/);
  });

  test("name the way out in mongod's own words when they are damaged", async () => {
    await mkdir(join(dataDir(), 'mongod'));
    for (const name of ['WiredTiger', 'WiredTiger.wt', 'storage.bson'])
      await writeFile(join(dataDir(), 'mongod', name), 'damaged');
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
