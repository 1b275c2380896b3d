import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import { type Deadline, type DeadlineRule, ruleOf } from '../../programme/deadline/deadline.ts';
import type { FiscalYear } from '../../programme/ids.ts';

export type Deadlines = Records<string, Deadline> & {
  /** The dates that stand, of all areas. */
  readonly rules: (year: FiscalYear) => Promise<readonly DeadlineRule[]>;
};

const collection: Collection<Deadline> = {
  name: 'deadlines',
  idOf: ({ id }) => id,
  inClear: ({ year }) => ({ year }),
  indexes: [{ name: 'year', fields: ['year'] }],
};

/** The due dates of every kind and area, with who set them when. */
export const deadlines = keptIn(
  collection,
  ({ read, write, find }): Deadlines => ({
    read,
    write,
    rules: async (year) => (await find({ equal: { year } })).flatMap((deadline) => ruleOf(deadline) ?? []),
  }),
);
