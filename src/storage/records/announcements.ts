import type { mongo } from 'mongoose';
import type { Announcement } from '../../features/announce/record/announcement.ts';
import type { Announcements } from '../../features/announce/store.ts';
import type { Box } from '../seal/box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';

export const announcementIndexes: readonly mongo.IndexDescription[] = [
  { key: { state: 1, by: 1 }, name: 'state' },
];

const underWay: readonly Announcement['state'][] = ['scheduled', 'sending', 'stopping'];

/** Announcements, from the preview to the report of what became of them. */
export function openAnnouncements(db: mongo.Db, box: Box): Announcements {
  const records = sealedRecords<Announcement>(db.collection<RecordDocument>('announcements'), box, {
    idOf: ({ id }) => id,
    inClear: ({ state, by }) => ({ state, by }),
  });
  return {
    read: records.read,
    write: async (announcement, expected) => lostIfDuplicate(await records.write(announcement, expected)),
    underWay: (by) =>
      records.find({ state: { $in: underWay }, ...(by && { by }) } as mongo.Filter<RecordDocument>),
  };
}
