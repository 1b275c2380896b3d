import type sentences from '../../../locales/th/invite.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Role } from '../../programme/people/actor.ts';
import type { Holder } from './holder.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** Who holds a role in exactly this area, where this person may invite. */
    roleHolders(role: Role, area: Scope): readonly Holder[];
  }
  interface Intents {
    readonly invite: {
      readonly role: Role;
      readonly scope: Scope;
      /** Whose place the invited person takes; their drafts go over when the code is used. */
      readonly takesOverFrom?: PersonId;
    };
  }
  interface Outcomes {
    readonly invite: {
      readonly code: string;
      readonly role: Role;
      readonly scope: Scope;
      readonly takesOverFrom?: PersonId;
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
  }
  interface TextFiles {
    readonly invite: typeof sentences;
  }
}
