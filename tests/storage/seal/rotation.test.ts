import { afterAll, beforeAll, expect, test } from 'vitest';
import { partitions } from '../../../src/app/ports.ts';
import { createSealer, isKeyAbsent, openStore } from '../../../src/storage/index.ts';
import { assertSameKeys } from '../../../src/storage/seal/keys.ts';
import type { Keys } from '../../../src/storage/seal/seal.ts';
import { stores } from '../../support/stores.ts';
import { later, person, personId, record, row } from '../contract/samples.ts';
import { figures, type MongoWorld, marks, openMongoWorld } from '../mongoWorld.ts';

const [k1, k2] = ['k1', 'k2'].map((id, n) => ({ id, key: new Uint8Array(32).fill(n + 1) }));
const keysOf = (...data: Keys['data']): Keys => ({ link: 'links', data, lookup: new Uint8Array(32).fill(9) });

let world: MongoWorld;
beforeAll(async () => {
  world = await openMongoWorld();
});
afterAll(() => world.close());

/** A process with these keys, which seals with the first. */
async function processWith(name: string, ...data: readonly (typeof k1)[]) {
  const { db } = world.database;
  const keys = await assertSameKeys(db, keysOf(...data.flatMap((key) => key ?? [])));
  return openStore({
    stores,
    db,
    sealer: createSealer(keys),
    process: name,
    clock: () => later(60),
    marks,
    figures,
  });
}

test('while keys are rotated a process leaves what it cannot open to the others', async () => {
  const old = await processWith('old', k1);
  expect(await old.leases.renew('old', 8000, 'member')).toHaveLength(partitions);
  const here = { partition: 3 };
  await old.inbox.insert([row('a1', personId(1), here)]);

  const second = await processWith('second', k1, k2);
  // With the new key held as a second one, nothing changes for who has not got it yet.
  expect(await old.lacksKey()).toBe(false);
  await expect(processWith('old again', k1)).resolves.toBeDefined();

  const young = await processWith('young', k2, k1);
  await young.inbox.insert([
    row('a2', personId(1), { ...here, at: later(1) }),
    row('b1', personId(2), { ...here, at: later(2) }),
    row('b2', personId(2), { ...here, at: later(3) }),
  ]);
  await old.inbox.insert([
    row('b3', personId(2), { ...here, at: later(4) }),
    row('c1', personId(3), { ...here, at: later(5) }),
  ]);
  await young.persons.commit([{ record: record(person(2), 1), expected: 0 }]);
  await old.persons.commit([{ record: record(person(3), 1), expected: 0 }]);

  expect(
    (await old.inbox.pendingOf(personId(2))).map(({ id, unopened }) => [id, isKeyAbsent(unopened)]),
  ).toEqual([
    ['b1', true],
    ['b2', true],
    ['b3', false],
  ]);
  // However much is left to others, it does not take the place of what is not.
  expect((await old.inbox.pending([3], later(60), 2)).map(({ id }) => id)).toEqual(['c1']);
  await expect(old.persons.read([personId(2)])).rejects.toSatisfy(isKeyAbsent);
  expect(await old.persons.read([personId(3)])).toHaveLength(1);

  for (const store of [second, young]) {
    const rows = await store.inbox.pending([3], later(60), 10);
    expect(rows.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'b2', 'b3', 'c1']);
    expect(rows.some(({ unopened }) => unopened)).toBe(false);
    expect(await store.persons.read([personId(2), personId(3)])).toHaveLength(2);
    expect(await store.lacksKey()).toBe(false);
  }
  expect(await old.lacksKey()).toBe(true);
  await expect(processWith('old again', k1)).rejects.toThrow('lacks the key "k2"');
});

test('who lacks a key gives its partitions to the others, and works on while there are none', async () => {
  const [old, young] = await Promise.all([world.store('old'), processWith('young', k2, k1)]);
  expect(await old.lacksKey()).toBe(true);
  await young.leases.renew('young', 8000, 'member');
  expect(await old.leases.renew('old', 8000, 'member')).toEqual([]);
  expect(await young.leases.renew('young', 8000, 'member')).toHaveLength(partitions);
  await young.leases.release('young');
  expect(await old.leases.renew('old', 8000, 'member')).toHaveLength(partitions);
});
