import type sentences from '../../../locales/th/remind.json';
import type { Reach } from '../../kernel/reach.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { RunCounts, RunId } from '../../programme/job/job.ts';
import type { TracedReminder } from './tracedReminder.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The newest of what was planned to be told in these areas, and what became of it. */
    remindersIn(areas: readonly Scope[], limit: number): readonly TracedReminder[];
  }
  interface Intents {
    /** How many people are late in some areas, before they are reminded. */
    readonly countLate: { readonly areas: readonly Scope[] };
    readonly remindLate: { readonly areas: readonly Scope[]; readonly shown: number; readonly from?: Date };
  }
  interface Notices {
    /** To who ordered them: the reminders were sent. */
    readonly remindersOver: { readonly areas: readonly Scope[]; readonly counts: RunCounts };
  }
  interface Outcomes {
    readonly countLate: {
      readonly areas: readonly Scope[];
      readonly reach: Reach;
      /** Late too, but reminded by an office on the day on which it goes: they are not among the people. */
      readonly heard?: number;
      /** This person's reminders that are being sent. */
      readonly underWay?: { readonly at: Date; readonly counts: RunCounts };
    };
    readonly remindLate: {
      readonly areas: readonly Scope[];
      readonly reach: Reach;
      readonly heard?: number;
      readonly result:
        | { readonly kind: 'ordered'; readonly run: RunId; readonly at: Date }
        | { readonly kind: 'audienceChanged' }
        | { readonly kind: 'closed' };
    };
  }
  interface FlowIds {
    readonly remind: true;
  }
  interface CommandNames {
    readonly remind: true;
    readonly whySilent: true;
  }
  interface AuditDeeds {
    readonly reminded: true;
    readonly sawReminders: true;
  }
  interface TextFiles {
    readonly remind: typeof sentences;
  }
}
