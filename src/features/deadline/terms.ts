import type sentences from '../../../locales/th/deadline.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { DeadlineOutcome, DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { Letter } from '../../programme/deadline/letter.ts';
import type { IsoDate } from '../../programme/ids.ts';
import type { Binding } from '../../programme/people/actor.ts';
import type { Deadlines } from './store.ts';

declare module '../../programme/deadline/kind.ts' {
  interface DueKinds {
    readonly readiness: true;
    readonly round1: true;
    readonly round2: true;
    readonly ranking: true;
    readonly 'women-fund': true;
    readonly forum: true;
  }
}

/** The date that held in an area; none where none was set. */
export type DateBefore = { readonly area: Scope; readonly before?: IsoDate | undefined };

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The due dates of the year, of all areas. */
    dueDates(): readonly DeadlineRule[];
    /** The same of every open year. */
    openDueDates(): readonly DeadlineRule[];
  }
  interface Stores {
    readonly deadlines: Deadlines;
  }
  interface Notices {
    /** What is reported has another date now; the first one where there was none before. */
    readonly deadlineChanged: {
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      readonly before?: IsoDate;
      /** Of who works in several areas, where not the same date held in all of them. */
      readonly beforeIn?: readonly DateBefore[];
      readonly by: string;
      /** In which capacity; an operator has none. */
      readonly as?: Pick<Binding, 'role' | 'scope'>;
    };
  }
  interface Intents {
    readonly setDeadline: {
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      /** The warnings were seen. */
      readonly accepted: boolean;
      readonly letter?: Letter;
    };
  }
  interface Outcomes {
    readonly setDeadline: {
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      readonly letter?: Letter;
      readonly result: DeadlineOutcome;
      /** How many people hear of it. */
      readonly told: number;
    };
  }
  interface FlowIds {
    readonly deadline: true;
  }
  interface CommandNames {
    readonly deadlines: true;
  }
  interface AuditDeeds {
    readonly setDeadline: true;
  }
  interface TextFiles {
    readonly deadline: typeof sentences;
  }
}
