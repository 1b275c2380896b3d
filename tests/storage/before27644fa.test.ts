import { readFile } from 'node:fs/promises';
import { mongo } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assessmentCases } from '../../src/features/assessment/cases.ts';
import { roundCases } from '../../src/features/household/cases.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import { migrate, type OpenStore, openStore } from '../../src/storage/index.ts';
import { extent } from '../extent.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { stores } from '../support/stores.ts';
import { center, nation, province, scopeOf, year } from './contract/samples.ts';
import { figures, fromBefore, marks, sealer } from './mongoWorld.ts';

/**
 * All collections of a database that the code of 27644fa wrote, sealed with the keys of these tests: two open years
 * with an assessment that was submitted and whose plan is carried out, two drafts in hand and one that was let go,
 * rounds of two centers, and a household that moved.
 */
const fixture = new URL('before27644fa.json', import.meta.url);

const next = (year + 1) as FiscalYear;
const [here, there, far] = [center(1), center(2), center(3, { province: 'น่าน', district: 'ปัว' })];

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  const collections: Record<string, mongo.Document[]> = mongo.BSON.EJSON.parse(
    await readFile(fixture, 'utf8'),
  );
  for (const [name, documents] of Object.entries(collections))
    await database.db.collection(name).insertMany(documents);
});
afterEach(() => database.close());

const open = (): OpenStore =>
  openStore({ db: database.db, sealer, process: 'a', clock: () => new Date(), stores, marks, figures });

/** What 27644fa's own `standings` said of the nation and of the center with most of the reports. */
async function expectAsBefore(): Promise<void> {
  const store = open();
  expect(await store.schemaReady()).toBe(true);
  expect(await store.standings.check(year)).toEqual([]);
  expect(await store.standings.check(next)).toEqual([]);
  const [whole, ...below] = await store.standings.of([nation], year);
  expect(whole?.figures).toMatchObject({
    ...{ assessed: 1, level1: 0, level2: 1, level3: 0, planLines: 2 },
    ...{ joined: 4, declined: 1, withResult: 2, reduced: 1, cleared: 1, flags: 2, round1: 2, round2: 1 },
    ...{ contractsBefore: 4, contractsAfter: 1, debtBefore: 10_000_000, debtAfter: 1_000_000 },
    ...{ debtReduced: 9_000_000, debtGrown: 0 },
    ...{ inWork: 5, plansInWork: 3, resultsInWork: 3, flagsInWork: 3 },
    ...{ restructuredAndReduced: 0, reducedOrClearedInWork: 3 },
  });
  expect(below.map(({ figures }) => figures.inWork)).toEqual([1, 4]);
  expect((await store.centers.rows([scopeOf(there)]))[0]?.confirmations).toEqual([
    { year, as: 'officer' },
    { year, as: 'districtHead' },
    { year, as: 'province' },
  ]);
}

describe('a database of 27644fa', () => {
  test('reads as before once it is migrated, its standings agree with its reports', async () => {
    await migrate(database.db, sealer, fromBefore);
    await expectAsBefore();
    const store = open();
    const [found] = await assessmentCases(store).within([scopeOf(here)], [year]);
    expect(found).toMatchObject({
      revisions: [{ no: 1, content: { total: 33, level: 2 } }],
      planStates: { 1: { state: 'done' } },
    });
    const rounds = await roundCases(store, 1).within([province(here.province)], [year]);
    expect(rounds.map(({ revisions }) => revisions.length)).toEqual([2, 1]);
    const [receipt] = found?.revisions.map((revision) => revision.receipt) ?? [];
    expect(receipt && (await store.cases.byReceipt(receipt, [nation]))?.id).toBe(found?.id);
  });

  test('shows how each case stands: what was done waits for its first signer', async () => {
    await migrate(database.db, sealer, fromBefore);
    const units = await open().standings.within([nation], year);
    const stages = units.map(({ unit, rows }) => [
      'center' in unit && unit.center,
      rows.map(({ kind, stage, step }) => [kind, stage, step].filter(Boolean).join(' ')).sort(),
    ]);
    expect(new Map(stages as [string, string[]][])).toEqual(
      new Map([
        [here.id, ['assessment waits chair', 'debt1 waits district', 'debt2 waits district']],
        [there.id, ['assessment inProgress', 'debt1 waits district']],
        [far.id, ['assessment notBegun']],
      ]),
    );
  });

  test.each([1, 9, 3, 7, 14].slice(0, extent(2, 5)))(
    'goes on after the power failed at the call %i of a feature',
    async (at) => {
      let calls = 0;
      const failing =
        <A extends readonly unknown[], T>(does: (...of: A) => T) =>
        (...of: A): T => {
          calls += 1;
          if (calls === at) throw new Error('the power fails');
          return does(...of);
        };
      const cut = {
        ...fromBefore,
        caseOfBefore: failing(fromBefore.caseOfBefore),
        countsOf: failing(fromBefore.countsOf),
      };
      await expect(migrate(database.db, sealer, cut)).rejects.toThrow('the power fails');
      expect(await open().schemaReady()).toBe(false);
      await migrate(database.db, sealer, fromBefore);
      await expectAsBefore();
    },
  );

  test('has figures summed that an older release did not know', async () => {
    await migrate(database.db, sealer, fromBefore);
    const older = [{ $unset: ['sums.restructuredAndReduced', 'sums.reducedOrClearedInWork'] }];
    await database.db.collection('standings').updateMany({}, older);
    await database.db
      .collection<{ _id: string }>('meta')
      .updateOne({ _id: 'schema' }, { $set: { number: 4 } });
    await migrate(database.db, sealer, fromBefore);
    await expectAsBefore();
  });

  test('may be migrated by two processes at once, and again and again', async () => {
    await Promise.all([migrate(database.db, sealer, fromBefore), migrate(database.db, sealer, fromBefore)]);
    await expectAsBefore();
    await migrate(database.db, sealer, fromBefore);
    await expectAsBefore();
  });
});
