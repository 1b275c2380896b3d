import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';

export const announcementReaders = ({
  announcements,
}: Pick<Kept, 'announcements'>): Pick<Readers, 'announcementsOf'> => ({
  announcementsOf: (_asked, author) => announcements.underWay(author),
});
