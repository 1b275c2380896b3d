import type { mongo } from 'mongoose';
import type { Collection, Counted, OpenRecords, Query, StoreMakers } from '../../kernel/collection.ts';
import type { Stores } from '../../kernel/terms.ts';
import type { Box } from '../seal/box.ts';
import { type RecordDocument, sealedRecords } from './index.ts';
import { areasFilter } from './scopes.ts';

/** The indexes of what features keep, by the names of the collections. */
export const indexesOfStores = (
  stores: StoreMakers,
): { readonly [collection: string]: readonly mongo.IndexDescription[] } =>
  Object.fromEntries(
    Object.values(stores)
      .filter(({ indexes = [] }) => indexes.length > 0)
      .map(({ name, indexes = [] }) => [
        name,
        indexes.map(({ name, fields, sparse, unique }) => ({
          key: Object.fromEntries(fields.map((field) => [field, 1 as const])),
          name,
          ...(sparse && { sparse }),
          ...(unique && { unique }),
        })),
      ]),
  );

/** Opens what features keep, but for what is opened here by hand. */
export function openStores<Known extends keyof Stores>(
  db: mongo.Db,
  box: Box,
  stores: StoreMakers,
): Omit<Stores, Known> {
  const open = opening(db, box);
  const opened = Object.entries(stores).map(([name, store]) => [name, store.open(open)]);
  return Object.fromEntries(opened) as Omit<Stores, Known>;
}

/** What the records that features keep say for the standings. */
export const countedIn = (db: mongo.Db, box: Box, stores: StoreMakers) =>
  async function* (): AsyncIterable<Counted> {
    for (const { counted } of Object.values(stores)) if (counted) yield* counted(opening(db, box));
  };

const opening = (db: mongo.Db, box: Box) =>
  function open<R extends { readonly rev: number }>(collection: Collection<R>): OpenRecords<R> {
    const records = sealedRecords<R>(db.collection<RecordDocument>(collection.name), box, collection);
    return {
      read: records.read,
      async write(record, expected) {
        const result = await records.write(record, expected);
        // To try again would end the same.
        if (result === 'duplicate')
          throw new Error(`another record of ${collection.name} has the same ${onlyOneHas(collection)}`);
        return result;
      },
      find: (query) => records.find(filterOf(query)),
      each: () => records.each({}),
    };
  };

const onlyOneHas = ({ indexes = [] }: Pick<Collection<never>, 'indexes'>): string =>
  indexes.flatMap(({ name, unique }) => (unique ? [name] : [])).join(' or ');

const filterOf = ({ equal = {}, among = {}, within }: Query): mongo.Filter<RecordDocument> => ({
  ...(within && areasFilter(within)),
  ...equal,
  ...Object.fromEntries(Object.entries(among).map(([field, values]) => [field, { $in: [...values] }])),
});
