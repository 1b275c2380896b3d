import type sentences from '../../../locales/th/invite.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Role } from '../../programme/people/actor.ts';
import type { InviteOutcome } from '../../programme/people/invite.ts';
import type { Holder } from './holder.ts';
import type { OpenInvite } from './openInvite.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** Who holds a role in exactly this area, where this person may invite. */
    roleHolders(role: Role, area: Scope): readonly Holder[];
    /** The codes that can still be used and that this person may withdraw. */
    openInvites(at: Date): readonly OpenInvite[];
  }
  interface Intents {
    readonly invite: {
      readonly role: Role;
      readonly scope: Scope;
      /** Whose place the invited person takes; their drafts go over when the code is used. */
      readonly takesOverFrom?: PersonId;
    };
    readonly withdrawInvite: { readonly code: string };
  }
  interface Outcomes {
    readonly invite: {
      readonly code: string;
      readonly role: Role;
      readonly scope: Scope;
      readonly takesOverFrom?: PersonId;
      readonly expiresAt: Date;
      /** What people add the bot by; absent when LINE did not tell. */
      readonly bot?: string;
    };
    readonly withdrawInvite: {
      readonly role: Role;
      readonly scope: Scope;
      readonly result: InviteOutcome;
    };
  }
  interface FlowIds {
    readonly invite: true;
  }
  interface CommandNames {
    readonly invite: true;
  }
  interface AuditDeeds {
    readonly invited: true;
    readonly withdrewInvite: true;
  }
  interface TextFiles {
    readonly invite: typeof sentences;
  }
}
