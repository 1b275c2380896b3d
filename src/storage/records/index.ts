import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { CommitResult } from '../../kernel/store.ts';
import { sealed } from '../db/document.ts';
import { duplicatesIn, isDuplicate } from '../db/duplicates.ts';
import type { Box } from '../seal/box.ts';

/** A record that several people share, sealed whole; its fields in clear serve only to find it. */
export type RecordDocument = { readonly _id: string; readonly rev: number; readonly sealed: Uint8Array };

const stored = z.object({ _id: z.string(), sealed });

/** How a record is found: under which id, and by what in clear. */
type Findable<R> = {
  readonly idOf: (record: R) => string;
  readonly inClear: (record: R) => Readonly<Record<string, unknown>>;
};

/** What came of a write; `duplicate`: another record holds a value that must be the only one of its kind. */
type WriteResult = CommitResult | 'duplicate';

/** Where a duplicate can only be a lost race. */
export const lostIfDuplicate = (result: WriteResult): CommitResult =>
  result === 'duplicate' ? 'lost' : result;

export type SealedRecords<R> = {
  readonly read: (id: string) => Promise<R | undefined>;
  /** In the order of their ids. */
  readonly find: (filter: mongo.Filter<RecordDocument>) => Promise<readonly R[]>;
  /** The same one after another, for jobs that go through many. */
  readonly each: (filter: mongo.Filter<RecordDocument>) => AsyncIterable<R>;
  /** Writes a record where `rev` is still the expected one; 0 creates. */
  readonly write: (record: R, expected: number) => Promise<WriteResult>;
  /** The same for many in one round trip; a duplicate counts as lost. */
  readonly writeAll: (writes: readonly Write<R>[]) => Promise<readonly CommitResult[]>;
};

export type Write<R> = { readonly record: R; readonly expected: number };

export function sealedRecords<R extends { readonly rev: number }>(
  documents: mongo.Collection<RecordDocument>,
  box: Box,
  { idOf, inClear }: Findable<R>,
): SealedRecords<R> {
  const placeOf = (id: string) => `${documents.collectionName}/${id}`;
  const projection = { sealed: 1 };

  function toRecord(document: unknown): R {
    const { _id, sealed } = stored.parse(document);
    return box.take<R>(sealed, placeOf(_id));
  }

  function toDocument(record: R): RecordDocument {
    const id = idOf(record);
    return { ...inClear(record), _id: id, rev: record.rev, sealed: box.put(record, placeOf(id)) };
  }

  async function replace(document: RecordDocument, expected: number): Promise<CommitResult> {
    const { matchedCount } = await documents.replaceOne({ _id: document._id, rev: expected }, document);
    return matchedCount === 1 ? 'committed' : 'lost';
  }

  return {
    async read(id) {
      const found = await documents.findOne({ _id: id }, { projection });
      return found ? toRecord(found) : undefined;
    },

    async find(filter) {
      const found = await documents.find(filter, { projection }).toArray();
      // Sorted here: sealed records are too large to be sorted in the memory of the server.
      return found.sort((a, b) => (a._id < b._id ? -1 : 1)).map(toRecord);
    },

    async *each(filter) {
      for await (const document of documents.find(filter, { projection })) yield toRecord(document);
    },

    async write(record, expected) {
      const document = toDocument(record);
      try {
        if (expected > 0) return await replace(document, expected);
        await documents.insertOne(document);
        return 'committed';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return '_id' in z.looseObject({}).parse(error.keyPattern) ? 'lost' : 'duplicate';
      }
    },

    async writeAll(writes) {
      if (writes.length === 0) return [];
      const operations = writes.map(({ record, expected }) => {
        const document = toDocument(record);
        return {
          // As with people: a lost race tries to insert and meets the id.
          replaceOne: { filter: { _id: document._id, rev: expected }, replacement: document, upsert: true },
        };
      });
      const lost = await duplicatesIn(documents.bulkWrite(operations, { ordered: false }));
      return writes.map((_, at) => (lost.includes(at) ? 'lost' : 'committed'));
    },
  };
}
