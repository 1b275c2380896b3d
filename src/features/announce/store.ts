import type { Records } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Announcement } from './record/announcement.ts';

export type Announcements = Records<string, Announcement> & {
  /** Those that are confirmed and not over, of one person or of all. */
  readonly underWay: (by?: PersonId) => Promise<readonly Announcement[]>;
};
