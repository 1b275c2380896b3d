import type { Clock, Kept } from '../kernel/store.ts';
import type { DeadlineRule } from '../programme/deadline/deadline.ts';
import type { FiscalYear } from '../programme/ids.ts';

type Deadlines = Kept['deadlines'];

/** How long the dates of a year are remembered, in milliseconds: those that another process set hold after that. */
const remembered = 1000;

/** The due dates, whose whole nation is opened and read once a second at most; what is set here holds at once. */
export function rememberingRules(deadlines: Deadlines, clock: Pick<Clock, 'monotonic'>): Deadlines {
  const known = new Map<
    FiscalYear,
    { readonly at: number; readonly rules: Promise<readonly DeadlineRule[]> }
  >();
  return {
    ...deadlines,
    async write(deadline, expected) {
      try {
        return await deadlines.write(deadline, expected);
      } finally {
        known.delete(deadline.year);
      }
    },
    rules(year) {
      const at = clock.monotonic();
      const last = known.get(year);
      if (last && at - last.at <= remembered) return last.rules;
      const rules = deadlines.rules(year);
      known.set(year, { at, rules });
      rules.catch(() => known.delete(year));
      return rules;
    },
  };
}
