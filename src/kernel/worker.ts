import type { PersonId } from '../programme/ids.ts';
import type { Refusal } from '../programme/job/alert.ts';
import type { HowToRun, JobName } from '../programme/job/job.ts';
import type { Notice } from './notice.ts';
import type { Log, Multicast, Render } from './outside.ts';
import type { Clock } from './store.ts';

/** What goes on by itself beside what people write. Any process may take it up at any point. */
export type Worker = {
  /** What can go on now and is in nobody's hands, by ids of the worker's own. */
  readonly due: () => Promise<readonly string[]>;
  /** Goes on with one of them as far as it goes now. */
  readonly goOn: (id: string) => Promise<unknown>;
};

/** What a worker needs besides what its feature was opened with. */
export type WorkerParts = {
  readonly clock: Clock;
  /** Aborts when the process ends: what is under way is left to another one. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly multicast: Multicast;
  readonly render: Render;
  /** Tells the administrators. */
  readonly alert: (refusal: Refusal) => void;
  /** Tells people of something, each of them once for a cause. */
  readonly tell: (cause: string, to: readonly PersonId[], notice: Notice) => Promise<void>;
  /** Runs a job for an instant to its end, or until another process has it. */
  readonly runJob: (job: JobName, at: Date, how: HowToRun) => Promise<unknown>;
};
