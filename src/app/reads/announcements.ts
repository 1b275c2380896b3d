import type { Readers } from '../../kernel/reads.ts';
import type { Store } from '../ports.ts';

export const announcementReaders = ({
  announcements,
}: Pick<Store, 'announcements'>): Pick<Readers, 'announcementsOf'> => ({
  announcementsOf: (_asked, author) => announcements.underWay(author),
});
