import type { mongo } from 'mongoose';
import type { Seats } from '../../features/people/store.ts';
import type { Seat } from '../../programme/people/seat.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

export const seatIndexes: readonly mongo.IndexDescription[] = [
  { key: { person: 1 }, name: 'holder', sparse: true },
];

/** The seats that one person holds at a time. */
export function openSeats(db: mongo.Db, box: Box): Seats {
  const records = sealedRecords<Seat>(db.collection<RecordDocument>('seats'), box, {
    idOf: ({ id }) => id,
    inClear: ({ holder }) => (holder ? { person: holder.person } : {}),
  });
  return {
    read: records.read,
    write: async (seat, expected) => lostIfDuplicate(await records.write(seat, expected)),
    heldBy: (person) => records.find({ person }),
  };
}
