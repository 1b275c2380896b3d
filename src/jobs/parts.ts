import type { NewRow, Store } from '../app/ports.ts';
import type { Due } from '../kernel/due.ts';
import type { Log } from '../kernel/outside.ts';
import type { TellsOfJobs } from '../kernel/recipient.ts';
import type { Clock, Pushes } from '../kernel/store.ts';
import type { DailyHours } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';

/** What jobs need of the world around them. */
export type JobParts = {
  readonly store: Pick<
    Store,
    | 'persons'
    | 'inbox'
    | 'centers'
    | 'deadlines'
    | 'standings'
    | 'years'
    | 'seats'
    | 'freezes'
    | 'runs'
    | 'reminders'
  >;
  /** What is due, in the order of the places. */
  readonly dues: readonly Due[];
  /** Whom the jobs tell. */
  readonly tells: TellsOfJobs;
  readonly pushes: Pushes;
  /** Puts rows into the inbox, where they are worked on. */
  readonly accept: (rows: readonly NewRow[]) => Promise<void>;
  /** The programme year that is worked on. */
  readonly year: () => Promise<FiscalYear>;
  readonly quiet: DailyHours;
  readonly clock: Clock;
  /** Ends what is under way: a run is left to another process. */
  readonly signal: AbortSignal;
  readonly log: Log;
};
