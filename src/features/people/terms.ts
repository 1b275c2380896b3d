import type sentences from '../../../locales/th/people.json';
import type { Draft } from '../../engine/draft.ts';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { IntentId, PersonId } from '../../programme/ids.ts';
import type { Binding } from '../../programme/people/actor.ts';
import type { Invite, InviteOutcome } from '../../programme/people/invite.ts';
import type { Seats } from './store.ts';

export type Invites = Records<string, Invite> & {
  /** Codes that can still be used at an instant: those for these areas, and those that a person made. */
  readonly open: (areas: readonly Scope[], by: PersonId, at: Date) => Promise<readonly Invite[]>;
};

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Stores {
    readonly invites: Invites;
    readonly seats: Seats;
  }
  interface Reads {
    /** Whether there is, or was, an invitation with this code. */
    isInvitation(code: string): boolean;
  }
  interface Notices {
    /** Somebody else does this person's work in an area now; drafts went over under the intent's id. */
    readonly areaTakenOver: { readonly binding: Binding; readonly by: string; readonly intent: IntentId };
    /** Somebody else was given a seat that only one can hold. */
    readonly seatTaken: { readonly binding: Binding };
  }
  interface Intents {
    /** The person's data are erased: nothing that others share names them as its holder any more. */
    readonly letGo: object;
    readonly redeem: { readonly code: string };
  }
  interface Outcomes {
    readonly letGo: object;
    readonly redeem: {
      readonly result: InviteOutcome;
      readonly name?: string;
      /** The open drafts of the person whose place was taken. */
      readonly drafts?: readonly Draft[];
    };
  }
  interface FlowIds {
    readonly people: true;
  }
  interface CommandNames {
    readonly myData: true;
    readonly rename: true;
    readonly copyData: true;
    readonly eraseData: true;
    readonly signOut: true;
    readonly language: true;
  }
  interface AuditDeeds {
    readonly consented: true;
    readonly registered: true;
    readonly signedOut: true;
    readonly erased: true;
    readonly sawOwnData: true;
    readonly tookOverArea: true;
    readonly unseated: true;
  }
  interface TextFiles {
    readonly people: typeof sentences;
  }
}
