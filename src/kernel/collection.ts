import type { Scope } from '../programme/area/areas.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { Contribution } from '../programme/standing.ts';
import type { CommitResult } from './store.ts';
import type { Stores } from './terms.ts';

type Value = string | number;

/** Records that are sealed whole but for what they are found by. */
export type Collection<R extends { readonly rev: number }> = {
  /** In the database. A released name is never changed. */
  readonly name: string;
  readonly idOf: (record: R) => string;
  /** What can be read in the database by itself: nothing that names or describes a person. */
  readonly inClear: (record: R) => { readonly [field: string]: Value | readonly Value[] };
  readonly indexes?: readonly Index[];
  /** What a record says for the standings, by years. */
  readonly counts?: (record: R) => readonly Counted[];
};

/** What standings are told of a year. */
export type Counted = { readonly year: FiscalYear; readonly contributions: readonly Contribution[] };

export type Index = {
  readonly name: string;
  readonly fields: readonly string[];
  /** Holds only records that have the first field. */
  readonly sparse?: true;
  /** No two records have the same in all fields; to write a second one is an error. */
  readonly unique?: true;
};

/** Records by their fields in clear: those that are equal or have the value among several, those with one of some values, those of any of some areas. */
export type Query = {
  readonly equal?: { readonly [field: string]: Value };
  readonly among?: { readonly [field: string]: readonly Value[] };
  /** By the fields `province`, `district` and `center`; of no areas there is nothing. */
  readonly within?: readonly Scope[];
};

export type OpenRecords<R> = {
  readonly read: (id: string) => Promise<R | undefined>;
  /** Where `rev` is still the expected one; 0 creates. */
  readonly write: (record: R, expected: number) => Promise<CommitResult>;
  /** In the order of their ids. */
  readonly find: (query: Query) => Promise<readonly R[]>;
  /** All, one after another. */
  readonly each: () => AsyncIterable<R>;
};

export type OpenCollection = <R extends { readonly rev: number }>(
  collection: Collection<R>,
) => OpenRecords<R>;

/** What a feature keeps under one of the names in `Stores`. */
export type StoreMaker<S> = Pick<Collection<never>, 'name' | 'indexes'> & {
  readonly open: (openCollection: OpenCollection) => S;
  /** What all its records say for the standings. */
  readonly counted?: (openCollection: OpenCollection) => AsyncIterable<Counted>;
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
  ...(collection.counts && { counted: countedBy(collection, collection.counts) }),
});

const countedBy = <R extends { readonly rev: number }>(
  collection: Collection<R>,
  counts: (record: R) => readonly Counted[],
) =>
  async function* (openCollection: OpenCollection): AsyncIterable<Counted> {
    for await (const record of openCollection(collection).each()) yield* counts(record);
  };
