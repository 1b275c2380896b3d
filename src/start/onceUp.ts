import { createPersist } from '../app/process/patience.ts';
import type { Log } from '../kernel/outside.ts';
import { AwayProblem, isOutage } from '../storage/index.ts';
import { clockAt } from './clock.ts';

/**
 * Does a step of the start, again and again while the database is away, and says so. What an operator has to mend
 * is thrown at once. Each try begins anew, so a step must bear to be done twice.
 */
export function onceUp<T>(
  log: Log,
  step: () => Promise<T>,
  tell: (line: string) => void = () => {},
): Promise<T> {
  const isAway = (error: unknown) => error instanceof AwayProblem || isOutage(error);
  const persist = createPersist({ clock: clockAt(0), isOutage: isAway, log }, new AbortController().signal);
  let told = '';
  return persist('start', async () => {
    try {
      return await step();
    } catch (error) {
      // Whether it will come back nobody knows: the operator reads which server is waited for, and why.
      if (error instanceof AwayProblem && error.message !== told) tell(error.message);
      if (error instanceof AwayProblem) told = error.message;
      throw error;
    }
  });
}
