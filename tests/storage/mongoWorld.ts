import { features } from '../../src/features/index.ts';
import { caseOfBefore, countsIn, reportKinds } from '../../src/kernel/report/kind.ts';
import { createSealer, type Keys, migrate, type OpenStore, openStore } from '../../src/storage/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { stores } from '../support/stores.ts';
import type { World } from './contract/world.ts';

export type MongoWorld = World<OpenStore> & { readonly database: TestDatabase };

export const keys: Keys = {
  link: 'the link secret of the tests',
  data: [{ id: 'k1', key: new Uint8Array(32).fill(7) }],
  lookup: new Uint8Array(32).fill(9),
};
export const sealer = createSealer(keys);

const kinds = reportKinds(features);

/** Stands in for what is computed of people; the contracts are written for it. */
export const marks: Parameters<typeof openStore>[0]['marks'] = {
  partitionOf: (person) => Number(person.slice(1)) % 64,
  countsOf: countsIn(kinds),
  progressOf: ({ log }) => new Set(log.filter((entry) => entry.do === 'answer').map(({ key }) => key)).size,
};

/** Those of all features, and some that only tests count. */
export const figures = [...features.flatMap((feature) => feature.figures ?? []), 'ponds', 'rice'];

/** What a migration needs of the features. */
export const fromBefore = {
  stores,
  countsOf: countsIn(kinds),
  caseOfBefore: caseOfBefore(kinds),
  figures,
};

/** The real thing: a migrated database of its own. */
export async function openMongoWorld(): Promise<MongoWorld> {
  const database = await freshDatabase();
  await migrate(database.db, sealer, fromBefore);
  let now = new Date('2022-08-01T02:00:00Z');
  return {
    database,
    store: (process) =>
      openStore({ stores, db: database.db, sealer, process, clock: () => now, marks, figures }),
    setClock: (time) => {
      now = time;
    },
    close: database.close,
  };
}
