import type { CommitResult } from './store.ts';
import type { Stores } from './terms.ts';

type Value = string | number;

/** Records that are sealed whole but for what they are found by. */
export type Collection<R extends { readonly rev: number }> = {
  /** In the database. A released name is never changed. */
  readonly name: string;
  readonly idOf: (record: R) => string;
  /** What can be read in the database by itself: nothing that names or describes a person. */
  readonly inClear: (record: R) => { readonly [field: string]: Value };
  readonly indexes?: readonly Index[];
};

export type Index = {
  readonly name: string;
  readonly fields: readonly string[];
  /** Holds only records that have the first field. */
  readonly sparse?: true;
};

/** Records by their fields in clear: those that are equal, and those with one of some values. */
export type Query = {
  readonly equal?: { readonly [field: string]: Value };
  readonly among?: { readonly [field: string]: readonly Value[] };
};

export type OpenRecords<R> = {
  readonly read: (id: string) => Promise<R | undefined>;
  /** Where `rev` is still the expected one; 0 creates. */
  readonly write: (record: R, expected: number) => Promise<CommitResult>;
  /** In the order of their ids. */
  readonly find: (query: Query) => Promise<readonly R[]>;
};

export type OpenCollection = <R extends { readonly rev: number }>(
  collection: Collection<R>,
) => OpenRecords<R>;

/** What a feature keeps under one of the names in `Stores`. */
export type StoreMaker<S> = Pick<Collection<never>, 'name' | 'indexes'> & {
  readonly open: (openCollection: OpenCollection) => S;
};

export type StoreMakers = { readonly [K in keyof Stores]?: StoreMaker<Stores[K]> };

/** A store that is made of the records of one collection. */
export const keptIn = <R extends { readonly rev: number }, S>(
  collection: Collection<R>,
  storeOf: (records: OpenRecords<R>) => S,
): StoreMaker<S> => ({
  name: collection.name,
  ...(collection.indexes && { indexes: collection.indexes }),
  open: (openCollection) => storeOf(openCollection(collection)),
});
