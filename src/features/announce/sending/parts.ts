import type { Parts } from '../../../kernel/effects.ts';
import type { WorkerParts } from '../../../kernel/worker.ts';
import type { AnnouncingParts } from '../perform/startAnnouncement.ts';

/** What sending announcements needs of the world around it. */
export type SendingParts = AnnouncingParts & Pick<Parts, 'quiet'> & Omit<WorkerParts, 'runJob'>;
