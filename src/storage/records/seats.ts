import type { mongo } from 'mongoose';
import type { Records } from '../../app/ports.ts';
import type { Seat } from '../../programme/people/seat.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

/** The seats that one person holds at a time. */
export function openSeats(db: mongo.Db, box: Box): Records<string, Seat> {
  const records = sealedRecords<Seat>(db.collection<RecordDocument>('seats'), box, {
    idOf: ({ id }) => id,
    inClear: ({ holder }) => (holder ? { person: holder.person } : {}),
  });
  return {
    read: records.read,
    write: async (seat, expected) => lostIfDuplicate(await records.write(seat, expected)),
  };
}
