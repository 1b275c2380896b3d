import type { Records } from '../../kernel/store.ts';
import type { Deadline, DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { FiscalYear } from '../../programme/ids.ts';

export type Deadlines = Records<string, Deadline> & {
  /** The dates that stand, of all areas. */
  readonly rules: (year: FiscalYear) => Promise<readonly DeadlineRule[]>;
};
