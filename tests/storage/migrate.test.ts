import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partitions } from '../../src/app/ports.ts';
import { rowOf } from '../../src/features/registry/rules/centerRow.ts';
import type { IsoDate } from '../../src/programme/ids.ts';
import { createSealer, migrate, openStore, SchemaProblem } from '../../src/storage/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { stores } from '../support/stores.ts';
import { at, center, centerRecord, nation, person, personId, record, year } from './contract/samples.ts';
import { figures, fromBefore, keys, marks, sealer } from './mongoWorld.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

const ready = () =>
  openStore({
    stores,
    db: database.db,
    sealer,
    process: 'a',
    clock: () => new Date(),
    marks,
    figures,
  }).schemaReady();

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
    await migrate(database.db, sealer, fromBefore);
    expect(await ready()).toBe(true);
    const { indexes, leases } = await schema();
    expect(leases).toHaveLength(partitions);
    expect(indexes.cases?.find(({ name }) => name === 'receipt')).toMatchObject({ unique: true });
    expect(indexes.inbox).toHaveLength(4);
  });

  test('changes nothing when it runs again, whatever was done meanwhile', async () => {
    await migrate(database.db, sealer, fromBefore);
    const store = openStore({
      stores,
      db: database.db,
      sealer,
      process: 'a',
      clock: () => new Date(),
      marks,
      figures,
    });
    await store.leases.renew('a', 60_000, 'member');
    const before = await schema();
    await migrate(database.db, sealer, fromBefore);
    expect(await schema()).toEqual(before);
  });

  test('may run in many processes at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(database.db, sealer, fromBefore)));
    expect(await ready()).toBe(true);
    expect((await schema()).leases).toHaveLength(partitions);
  });

  test('makes an index again that somebody dropped', async () => {
    await migrate(database.db, sealer, fromBefore);
    await database.db.collection('persons').dropIndex('unsettled');
    await migrate(database.db, sealer, fromBefore);
    expect(await database.db.collection('persons').indexExists('unsettled')).toBe(true);
  });

  test('refuses with the reason where an index cannot be made', async () => {
    const cases = database.db.collection('cases');
    await cases.insertMany([{ receipts: ['R1'] }, { receipts: ['R1'] }]);
    await expect(migrate(database.db, sealer, fromBefore)).rejects.toMatchObject({ code: 11000 });
    expect(await ready()).toBe(false);
  });

  test('stops at a database of a newer release, and changes nothing there', async () => {
    await schemaNumber({ number: 1000 });
    await expect(migrate(database.db, sealer, fromBefore)).rejects.toThrow(SchemaProblem);
    expect(await database.db.listCollections({ name: 'persons' }).toArray()).toEqual([]);
    expect(await ready()).toBe(false);
  });

  test('takes the number away from where releases before look for it, so that they stop', async () => {
    await schemaNumber({ version: 1 });
    await migrate(database.db, sealer, fromBefore);
    expect(await database.db.collection<{ _id: string }>('meta').findOne({ _id: 'schema' })).toEqual({
      _id: 'schema',
      number: expect.any(Number),
    });
    expect(await ready()).toBe(true);
  });

  test('shows the rows of centers that were sealed whole, and leaves those alone that are shown', async () => {
    const centers = database.db.collection<{ _id: string; name?: string }>('centers');
    const open = (process: string) =>
      openStore({ stores, db: database.db, sealer, process, clock: () => new Date(), marks, figures });
    const store = open('a');
    const confirmations = [{ year, as: 'officer' as const, by: personId(1), at }];
    for (const n of [1, 2, 3]) await store.centers.write({ ...centerRecord(center(n)), confirmations }, 0);
    const rows = await store.centers.rows([nation]);
    await schemaNumber({ version: 1 });
    const hidden = { name: '', householdTarget: '', confirmations: '' } as const;
    await centers.updateMany({ _id: { $in: [center(1).id, center(2).id] } }, { $unset: hidden });
    await centers.updateOne({ _id: center(3).id }, { $set: { name: 'of a process that was quicker' } });

    await Promise.all([migrate(database.db, sealer, fromBefore), migrate(database.db, sealer, fromBefore)]);
    expect(await open('b').centers.rows([nation])).toEqual([
      ...rows.slice(0, 2),
      { ...rows[2], name: 'of a process that was quicker' },
    ]);
  });

  test('forgets the target 0 of centers whose target is not known, and leaves a number that was stated', async () => {
    const store = openStore({
      stores,
      db: database.db,
      sealer,
      process: 'a',
      clock: () => new Date(),
      marks,
      figures,
    });
    const { founded: _unknown, ...undated } = center(1);
    const later = { ...center(3), founded: '2020-08-15' as IsoDate, budgeted: false };
    const stated = { ...rowOf({ ...undated, householdTarget: 0 }), householdTarget: 0 };
    const records = [
      { ...centerRecord({ ...undated, budgeted: false, householdTarget: 0 }) },
      {
        ...centerRecord({ ...undated, id: center(2).id, key: center(2).key, householdTarget: 0 }),
        imported: stated,
      },
      { ...centerRecord({ ...later, householdTarget: 0 }) },
    ];
    for (const record of records) await store.centers.write(record, 0);
    await schemaNumber({ number: 0 });
    await Promise.all([migrate(database.db, sealer, fromBefore), migrate(database.db, sealer, fromBefore)]);
    const targets = (await store.centers.within([nation])).map(({ householdTarget }) => householdTarget);
    expect(targets).toEqual([undefined, 0, 0]);
    expect((await store.centers.rows([nation])).map(({ householdTarget }) => householdTarget)).toEqual(
      targets,
    );
  });

  test('marks who left LINE, which was sealed only', async () => {
    const open = (process: string) =>
      openStore({ stores, db: database.db, sealer, process, clock: () => new Date(), marks, figures });
    const { persons } = open('a');
    const binding = { role: 'chair', scope: { kind: 'nation' }, since: at } as const;
    const people = [1, 2].map((n) => record(person(n, { bindings: [binding], away: n === 1 }), 1));
    await persons.commit(people.map((one) => ({ record: one, expected: 0 })));
    await database.db.collection('persons').updateMany({}, { $unset: { away: '' } });
    await schemaNumber({ number: 0 });
    await Promise.all([migrate(database.db, sealer, fromBefore), migrate(database.db, sealer, fromBefore)]);
    const marked = await database.db.collection<{ _id: string }>('persons').find({ away: true }).toArray();
    expect(marked.map(({ _id }) => _id)).toEqual([personId(1)]);
  });

  test('says which keys it needs', async () => {
    const store = openStore({
      stores,
      db: database.db,
      sealer,
      process: 'a',
      clock: () => new Date(),
      marks,
      figures,
    });
    await store.centers.write(centerRecord(center(1)), 0);
    await database.db.collection('centers').updateMany({}, { $unset: { name: '' } });
    await schemaNumber({ version: 1 });
    const other = createSealer({ ...keys, data: [{ id: 'k2', key: new Uint8Array(32).fill(8) }] });
    await expect(migrate(database.db, other, fromBefore)).rejects.toThrow(/key that DATA_KEYS lacks/);
  });
});

const schemaNumber = (number: object) =>
  database.db.collection<{ _id: string }>('meta').replaceOne({ _id: 'schema' }, number, { upsert: true });
