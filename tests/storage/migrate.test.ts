import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partitions } from '../../src/app/ports.ts';
import { migrate, openStore } from '../../src/storage/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { marks, sealer } from './mongoWorld.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const ready = () =>
  openStore({ db: database.db, sealer, process: 'a', clock: () => new Date(), marks }).schemaReady();

async function schema() {
  const collections = await database.db.listCollections().toArray();
  const indexes = await Promise.all(
    collections.map(async ({ name }) => [name, await database.db.collection(name).indexes()] as const),
  );
  const leases = await database.db.collection('leases').find().sort({ _id: 1 }).toArray();
  return { indexes: Object.fromEntries(indexes), leases };
}

describe('the migration', () => {
  test('makes an empty database ready', async () => {
    expect(await ready()).toBe(false);
    await migrate(database.db);
    expect(await ready()).toBe(true);
    const { indexes, leases } = await schema();
    expect(leases).toHaveLength(partitions);
    expect(indexes.cases?.find(({ name }) => name === 'receipt')).toMatchObject({ unique: true });
    expect(indexes.inbox).toHaveLength(4);
  });

  test('changes nothing when it runs again, whatever was done meanwhile', async () => {
    await migrate(database.db);
    const store = openStore({ db: database.db, sealer, process: 'a', clock: () => new Date(), marks });
    await store.leases.renew('a', 60_000, 'member');
    const before = await schema();
    await migrate(database.db);
    expect(await schema()).toEqual(before);
  });

  test('may run in many processes at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(database.db)));
    expect(await ready()).toBe(true);
    expect((await schema()).leases).toHaveLength(partitions);
  });

  test('makes an index again that somebody dropped', async () => {
    await migrate(database.db);
    await database.db.collection('persons').dropIndex('unsettled');
    await migrate(database.db);
    expect(await database.db.collection('persons').indexExists('unsettled')).toBe(true);
  });

  test('refuses with the reason where an index cannot be made', async () => {
    const cases = database.db.collection('cases');
    await cases.insertMany([{ receipts: ['R1'] }, { receipts: ['R1'] }]);
    await expect(migrate(database.db)).rejects.toMatchObject({ code: 11000 });
    expect(await ready()).toBe(false);
  });
});
