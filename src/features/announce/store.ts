import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Announcement } from './record/announcement.ts';

export type Announcements = Records<string, Announcement> & {
  /** Those that are confirmed and not over, of one person or of all. */
  readonly underWay: (by?: PersonId) => Promise<readonly Announcement[]>;
};

const collection: Collection<Announcement> = {
  name: 'announcements',
  idOf: ({ id }) => id,
  inClear: ({ state, by }) => ({ state, by }),
  indexes: [{ name: 'state', fields: ['state', 'by'] }],
};

const underWay: readonly Announcement['state'][] = ['scheduled', 'sending', 'stopping'];

/** Announcements, from the preview to the report of what became of them. */
export const announcements = keptIn(
  collection,
  ({ read, write, find }): Announcements => ({
    read,
    write,
    underWay: (by) => find({ among: { state: underWay }, ...(by && { equal: { by } }) }),
  }),
);
