import type sentences from '../../../locales/th/announce.json';
import type { DraftId } from '../../engine/ids.ts';
import type { Reach } from '../../kernel/reach.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { AnnouncementContent, Wanted } from './content.ts';
import type { Announcement, AnnouncementOutcome, Counts } from './record/announcement.ts';
import type { Announcements } from './store.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The announcements of a person that are confirmed and not over. */
    announcementsOf(author: PersonId): readonly Announcement[];
  }
  interface Stores {
    readonly announcements: Announcements;
  }
  interface Intents {
    /** To be shown with how many people it reaches; nothing goes out. */
    readonly planAnnouncement: { readonly draft: DraftId; readonly wanted: Wanted };
    readonly sendAnnouncement: {
      readonly announcement: string;
      readonly draft: string;
      /** The number of people that the card named. */
      readonly shown: number;
      /** Not before that time. */
      readonly from?: Date;
    };
    readonly stopAnnouncement: { readonly announcement: string };
  }
  interface Notices {
    /** An announcement that the month's pushes did not suffice for: it rides along with the next reply. */
    readonly announced: { readonly announcement: string; readonly content: AnnouncementContent };
    /** To its author: an announcement was sent, or stopped. */
    readonly announcementOver: {
      readonly announcement: string;
      readonly text: string;
      readonly stopped: boolean;
      readonly counts: Counts;
    };
  }
  interface Outcomes {
    readonly planAnnouncement: {
      readonly announcement: string;
      readonly draft: string;
      readonly wanted: Wanted;
      readonly reach: Reach;
    };
    readonly sendAnnouncement: {
      readonly announcement: string;
      readonly draft: string;
      readonly wanted: Wanted;
      readonly result:
        | Extract<
            AnnouncementOutcome,
            { kind: 'confirmed' | 'scheduled' | 'alreadyConfirmed' | 'notYours' | 'alreadyOver' }
          >
        /** The audience is another one now, or people are not written to at this time: it is shown once more. */
        | { readonly kind: 'audienceChanged' | 'closed'; readonly reach: Reach }
        /** It names areas that are not this person's any more. */
        | { readonly kind: 'outOfReach' };
    };
    readonly stopAnnouncement: {
      readonly announcement: string;
      readonly result: { readonly kind: 'stopping' | 'calledOff' | 'alreadyOver' };
    };
  }
  interface FlowIds {
    readonly announce: true;
  }
  interface CommandNames {
    readonly announce: true;
    readonly stopSending: true;
  }
  interface AuditDeeds {
    readonly announced: true;
    readonly stoppedAnnouncement: true;
  }
  interface TextFiles {
    readonly announce: typeof sentences;
  }
}
