import { mongo } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Connected, connect, isOutage, openStore } from '../../../src/storage/index.ts';
import { stores } from '../../support/stores.ts';
import { eventId, person, personId, record, row } from '../contract/samples.ts';
import { figures, type MongoWorld, marks, openMongoWorld, sealer } from '../mongoWorld.ts';
import { type CutProxy, openCutProxy } from './cutProxy.ts';

let world: MongoWorld;
let proxy: CutProxy;
let far: Connected;
beforeAll(async () => {
  world = await openMongoWorld();
  const { hostname, port, pathname } = new URL(world.database.uri);
  proxy = await openCutProxy({ host: hostname, port: Number(port) });
  const uri = `mongodb://127.0.0.1:${proxy.port}${pathname}?directConnection=true`;
  far = await connect(uri, { allowOld: true, patience: 500 });
});
afterEach(() => proxy.mend());
afterAll(async () => {
  await far.close();
  await proxy.close();
  await world.close();
});

const farStore = () =>
  openStore({ stores, db: far.db, sealer, process: 'far', clock: () => new Date(), marks, figures });
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable('it was to fail'),
    (error: unknown) => error,
  );

describe('an outage', () => {
  test('is a database that cannot be reached', async () => {
    proxy.cut();
    expect(isOutage(await failureOf(farStore().inbox.insert([row('a1', personId(1))])))).toBe(true);
    expect(isOutage(await failureOf(farStore().persons.read([personId(1)])))).toBe(true);
    expect(
      isOutage(await failureOf(farStore().persons.commit([{ record: record(person(1), 1), expected: 0 }]))),
    ).toBe(true);
    expect(isOutage(await failureOf(farStore().inbox.finish([{ id: eventId('a1'), forget: true }])))).toBe(
      true,
    );
    expect(isOutage(await failureOf(farStore().leases.renew('far', 1000, 'member')))).toBe(true);
  });

  test('is a lost answer; what was asked for happened once or not at all', async () => {
    const store = world.store('near');
    const first = record(person(2), 1);
    await store.persons.commit([{ record: first, expected: 0 }]);
    proxy.loseAnswers();
    const next = { ...first, rev: 2, handled: [eventId('e1')] };
    const commit = farStore().persons.commit([{ record: next, expected: 1, before: first }]);
    expect(isOutage(await failureOf(commit))).toBe(true);
    expect(isOutage(await failureOf(farStore().inbox.insert([row('b1', personId(2))])))).toBe(true);
    const [after] = await store.persons.read([personId(2)]);
    // The request itself got through, and one who judges by `handled` sees it.
    expect(after).toMatchObject({ rev: 2, handled: ['e1'] });
    expect((await store.inbox.pendingOf(personId(2))).map(({ id }) => id)).toEqual(['b1']);
  });

  test('is over when the database is back', async () => {
    proxy.cut();
    await failureOf(farStore().persons.read([personId(3)]));
    proxy.mend();
    await expect
      .poll(() =>
        farStore()
          .persons.read([personId(3)])
          .catch(() => 'away'),
      )
      .toEqual([]);
  });

  test('lets no watch begin', async () => {
    proxy.cut();
    const watch = farStore().inbox.watch(
      () => {},
      () => expect.unreachable('it never began'),
    );
    expect(isOutage(await failureOf(watch))).toBe(true);
  });

  test('ends a watch that cannot be mended, with the reason', async () => {
    let broken: (error: unknown) => void = () => {};
    const reason = new Promise<unknown>((resolve) => {
      broken = resolve;
    });
    const stop = await farStore().inbox.watch(() => {}, broken);
    proxy.cut();
    expect(isOutage(await reason)).toBe(true);
    await stop();
  });

  test.each([10107, 13435, 11600, 11602, 189, 91, 64, 14031])('is the answer %i of a server', (code) => {
    expect(isOutage(new mongo.MongoServerError({ message: 'x', code }))).toBe(true);
  });

  test('is not a bug', async () => {
    const things = world.database.db.collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'x' });
    expect(isOutage(await failureOf(things.insertOne({ _id: 'x' })))).toBe(false);
    expect(isOutage(await failureOf(things.updateOne({}, { $bad: 1 } as object)))).toBe(false);
    expect(isOutage(await failureOf(things.bulkWrite([{ insertOne: { document: { _id: 'x' } } }])))).toBe(
      false,
    );
    expect(isOutage(z.string().safeParse(1).error)).toBe(false);
    expect(isOutage(new TypeError('x'))).toBe(false);
    expect(isOutage(undefined)).toBe(false);
  });
});
