import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Seat } from '../../programme/people/seat.ts';

export type Seats = Records<string, Seat> & {
  /** Those that a person holds at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly Seat[]>;
};

const collection: Collection<Seat> = {
  name: 'seats',
  idOf: ({ id }) => id,
  inClear: ({ holder }) => (holder ? { person: holder.person } : {}),
  indexes: [{ name: 'holder', fields: ['person'], sparse: true }],
};

/** The seats that one person holds at a time. */
export const seats = keptIn(
  collection,
  ({ read, write, find }): Seats => ({
    read,
    write,
    heldBy: (person) => find({ equal: { person } }),
  }),
);
