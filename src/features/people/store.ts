import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Seat } from '../../programme/people/seat.ts';

export type Seats = Records<string, Seat> & {
  /** Those that a person holds at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly Seat[]>;
  /** Those for which a person was named to sign, also where the term is over. */
  readonly deputisedBy: (person: PersonId) => Promise<readonly Seat[]>;
};

const collection: Collection<Seat> = {
  name: 'seats',
  idOf: ({ id }) => id,
  inClear: ({ holder, deputies = [] }) => ({
    ...(holder && { person: holder.person }),
    ...(deputies.length > 0 && { deputies: deputies.map(({ to }) => to) }),
  }),
  indexes: [
    { name: 'holder', fields: ['person'], sparse: true },
    { name: 'deputies', fields: ['deputies'], sparse: true },
  ],
};

/** The seats that one person holds at a time. */
export const seats = keptIn(
  collection,
  ({ read, write, find }): Seats => ({
    read,
    write,
    heldBy: (person) => find({ equal: { person } }),
    deputisedBy: (person) => find({ equal: { deputies: person } }),
  }),
);
