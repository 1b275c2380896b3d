import type { Multicast, Render } from '../app/ports.ts';
import type { Surroundings } from '../app/process/surroundings.ts';
import type { AnnouncingParts } from '../features/announce/perform/startAnnouncement.ts';
import type { JobParts } from './parts.ts';

/** What sending announcements needs of the world around it. */
export type SendingParts = AnnouncingParts &
  Pick<JobParts, 'accept' | 'quiet' | 'clock' | 'signal' | 'log'> & {
    readonly multicast: Multicast;
    readonly render: Render;
    readonly alert: Surroundings['alert'];
  };
