import type { mongo } from 'mongoose';
import type { Store } from '../../app/ports.ts';
import type { HouseholdBook } from '../../features/household/rules/book.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

/** The household books, one of each center that has begun. */
export function openBooks(db: mongo.Db, box: Box): Store['books'] {
  const records = sealedRecords<HouseholdBook>(db.collection<RecordDocument>('books'), box, {
    idOf: ({ center }) => center,
    inClear: () => ({}),
  });
  return {
    read: records.read,
    write: async (book, expected) => lostIfDuplicate(await records.write(book, expected)),
  };
}
