import type { mongo } from 'mongoose';
import type { Collection, OpenRecords, Query, StoreMakers } from '../../kernel/collection.ts';
import type { Stores } from '../../kernel/terms.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

/** The indexes of what features keep, by the names of the collections. */
export const indexesOfStores = (
  stores: StoreMakers,
): { readonly [collection: string]: readonly mongo.IndexDescription[] } =>
  Object.fromEntries(
    Object.values(stores)
      .filter(({ indexes = [] }) => indexes.length > 0)
      .map(({ name, indexes = [] }) => [
        name,
        indexes.map(({ name, fields, sparse }) => ({
          key: Object.fromEntries(fields.map((field) => [field, 1 as const])),
          name,
          ...(sparse && { sparse }),
        })),
      ]),
  );

/** Opens what features keep, but for what is opened here by hand. */
export function openStores<Known extends keyof Stores>(
  db: mongo.Db,
  box: Box,
  stores: StoreMakers,
): Omit<Stores, Known> {
  function open<R extends { readonly rev: number }>(collection: Collection<R>): OpenRecords<R> {
    const records = sealedRecords<R>(db.collection<RecordDocument>(collection.name), box, collection);
    return {
      read: records.read,
      write: async (record, expected) => lostIfDuplicate(await records.write(record, expected)),
      find: (query) => records.find(filterOf(query)),
    };
  }
  const opened = Object.entries(stores).map(([name, store]) => [name, store.open(open)]);
  return Object.fromEntries(opened) as Omit<Stores, Known>;
}

const filterOf = ({ equal = {}, among = {} }: Query): mongo.Filter<RecordDocument> => ({
  ...equal,
  ...Object.fromEntries(Object.entries(among).map(([field, values]) => [field, { $in: [...values] }])),
});
