import type { Log, Render } from '../../kernel/outside.ts';
import type { Person } from '../../kernel/person.ts';
import type { Reply } from '../../kernel/reply.ts';
import type { Clock } from '../../kernel/store.ts';
import type { SettledReminder, Tick } from '../../kernel/tick.ts';
import type { Refusal } from '../../programme/job/alert.ts';
import type { Line, Metrics, Perform, PhotoSetOf, Prepare, ShareOfWork, Store, TakeTurn } from '../ports.ts';
import type { Limits } from './limits.ts';

/** All that the way of a message needs of the world around it. */
export type Surroundings = {
  readonly store: Pick<Store, 'inbox' | 'persons' | 'audit' | 'leases'>;
  readonly line: Line;
  readonly prepare: Prepare;
  readonly photoSet: PhotoSetOf;
  readonly turn: TakeTurn;
  readonly perform: Perform;
  /** Keeps what became of a planned reminder. */
  readonly settleReminder: (settled: SettledReminder) => Promise<void>;
  /** Whether a person still has all of these duties, by their keys; asked after an attempt was marked. */
  readonly isStillOwed: (person: Person, duties: readonly string[]) => Promise<boolean>;
  readonly render: Render;
  readonly clock: Clock;
  /** This process; another one after every start. */
  readonly process: string;
  readonly shareOfWork: ShareOfWork;
  /** Somebody has to be told that LINE refuses everything, or every push. */
  readonly alert: (refusal: Refusal) => void;
  /** Whether pushes make no sound at this time. */
  readonly quiet: (at: Date) => boolean;
  /** Whether what the clock tells may still go now: on its day, while its run may write. */
  readonly isTimely: (tick: Tick) => boolean;
  /** The apology for an event that cannot be handled. */
  readonly sorry: Reply;
  /** Whether an error means that the database is away: waited for, and no fault of the event's. */
  readonly isOutage: (error: unknown) => boolean;
  /** Whether an error means that only other processes hold a key: what needs it is left to them. */
  readonly isKeyAbsent: (error: unknown) => boolean;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: Limits;
};
