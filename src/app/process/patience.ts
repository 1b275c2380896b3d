import { backOff } from '../../kernel/backOff.ts';
import type { Surroundings } from './surroundings.ts';

/** Ends what still waits when the process stops. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Does something again and again while the database is away; any other failure is the caller's. */
export type Persist = <T>(what: string, work: () => Promise<T>) => Promise<T>;

export const outagePause = (failures: number): number => backOff(failures, 100, 5000);

export function createPersist(
  { clock, isOutage, log }: Pick<Surroundings, 'clock' | 'isOutage' | 'log'>,
  signal: AbortSignal,
): Persist {
  return async (what, work) => {
    for (let failures = 1; ; failures += 1) {
      if (signal.aborted) throw new Stopped();
      try {
        return await work();
      } catch (error) {
        if (!isOutage(error)) throw error;
        if (failures === 1) log.warn({ code: 'databaseAway', what });
        await clock.sleep(outagePause(failures), signal);
      }
    }
  };
}
