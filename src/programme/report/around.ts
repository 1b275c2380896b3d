import type { Deputy } from '../people/deputy.ts';
import type { Freeze } from './freeze.ts';

/**
 * What holds in the area of a report when it decides: who is frozen by whom, and who signs for which seat. It is kept
 * by area and seat, for all their reports at once, also those that are begun later.
 */
export type Around = {
  /** That of the widest area first. */
  readonly freezes: readonly Freeze[];
  readonly deputies: readonly Deputy[];
};
