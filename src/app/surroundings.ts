import type { Reply } from '../flows/reply.ts';
import type { Limits } from './limits.ts';
import type { Clock, Line, Log, Metrics, Perform, Prepare, Render, Store, Turn } from './ports.ts';

/** All that the way of a message needs of the world around it. */
export type Surroundings = {
  readonly store: Pick<Store, 'inbox' | 'persons' | 'audit' | 'leases'>;
  readonly line: Line;
  readonly prepare: Prepare;
  readonly turn: Turn;
  readonly perform: Perform;
  readonly render: Render;
  readonly clock: Clock;
  /** This process; another one after every start. */
  readonly process: string;
  /** Whether pushes make no sound at this time. */
  readonly quiet: (at: Date) => boolean;
  /** The apology for an event that cannot be handled. */
  readonly sorry: Reply;
  /** Whether an error means that the database is away: waited for, and no fault of the event's. */
  readonly isOutage: (error: unknown) => boolean;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: Limits;
};
