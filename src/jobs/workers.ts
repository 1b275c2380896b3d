import { faultOf } from '../app/process/fault.ts';
import { backOff } from '../kernel/backOff.ts';
import type { Log } from '../kernel/outside.ts';
import type { Clock } from '../kernel/store.ts';
import type { Worker } from '../kernel/worker.ts';

/** The workers of the features in this process. */
export type Workers = {
  /** A feature's worker has something to go on with, by its id. */
  readonly wake: (feature: string, id: string) => void;
  /** Goes on with what is due and with what another process left. */
  readonly look: () => Promise<void>;
  /** Looks every few seconds until the process ends. */
  readonly start: () => void;
  /** Resolves when nothing is under way here any more. */
  readonly idle: () => Promise<void>;
};

export type WorkersParts = {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Whether something is sealed with a key that only other processes hold. */
  readonly lacksKey: () => Promise<boolean>;
};

/** How often it is looked, in milliseconds: what did not move in between was left by a process that died. */
const pace = 5_000;
/** The longest pause before what failed is tried again, in milliseconds. */
const longestPause = 10 * 60_000;

/** Lets workers go on, by the ids of their features, one at a time with each thing that they have to do. */
export function createWorkers(
  workers: ReadonlyMap<string, Worker>,
  { clock, signal, log, lacksKey }: WorkersParts,
): Workers {
  const underWay = new Map<string, Promise<void>>();
  /** What failed, how often in a row, and until when it is left alone by what looks here. */
  const failed = new Map<string, { readonly times: number; readonly until: number }>();
  const keyOf = (feature: string, id: string) => `${feature}/${id}`;

  /** One at a time of each; what happened meanwhile is looked at once more. */
  function wake(feature: string, id: string): void {
    const key = keyOf(feature, id);
    const before = underWay.get(key) ?? Promise.resolve();
    const done = before.then(async () => {
      try {
        if (!signal.aborted) await workers.get(feature)?.goOn(id);
        failed.delete(key);
      } catch (error) {
        const times = (failed.get(key)?.times ?? 0) + 1;
        failed.set(key, { times, until: clock.monotonic() + backOff(times, pace, longestPause) });
        log.error({ code: 'workFailed', feature, times, ...faultOf(error) });
      }
    });
    underWay.set(key, done);
    void done.finally(() => {
      if (underWay.get(key) === done) underWay.delete(key);
    });
  }

  /** Neither under way here nor just failed. */
  const isFree = (key: string): boolean =>
    !underWay.has(key) && (failed.get(key)?.until ?? 0) <= clock.monotonic();

  async function lookAt(feature: string, worker: Worker): Promise<void> {
    try {
      for (const id of await worker.due()) if (isFree(keyOf(feature, id))) wake(feature, id);
    } catch (error) {
      log.error({ code: 'workFailed', feature, ...faultOf(error) });
    }
  }

  async function look(): Promise<void> {
    try {
      // Without every key it would fail, and others do it.
      if (await lacksKey()) return;
    } catch (error) {
      log.error({ code: 'workFailed', ...faultOf(error) });
      return;
    }
    for (const [feature, worker] of workers) await lookAt(feature, worker);
  }

  async function keepLooking(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await clock.sleep(pace, signal);
    }
  }

  return {
    wake,
    look,
    start: () => void keepLooking(),
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
