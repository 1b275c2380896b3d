import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Deputy } from '../../programme/people/deputy.ts';
import type { Seat } from '../../programme/people/seat.ts';

export type Seats = Records<string, Seat> & {
  /** Those that a person holds at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly Seat[]>;
  /** Those for which a person was named to sign, also where the term is over. */
  readonly deputisedBy: (person: PersonId) => Promise<readonly Seat[]>;
  /** Those in these areas for which anybody was named, also where the term is over. */
  readonly deputisedIn: (areas: readonly Scope[]) => Promise<readonly Seat[]>;
};

const collection: Collection<Seat> = {
  name: 'seats',
  idOf: ({ id }) => id,
  inClear: ({ holder, deputies = [] }) => ({
    ...(holder && { person: holder.person }),
    ...placeOf(deputies),
  }),
  indexes: [
    { name: 'holder', fields: ['person'], sparse: true },
    { name: 'deputies', fields: ['deputies'], sparse: true },
    { name: 'deputised', fields: ['deputised', 'province'], sparse: true },
  ],
};

/** Where a seat is matters, and is known, while somebody was named for it. */
function placeOf(deputies: readonly Deputy[]) {
  const [first] = deputies;
  if (!first) return {};
  const { kind: _kind, ...place } = first.scope;
  return { deputies: deputies.map(({ to }) => to), deputised: 1, ...place };
}

/** The seats that one person holds at a time. */
export const seats = keptIn(
  collection,
  ({ read, write, find }): Seats => ({
    read,
    write,
    heldBy: (person) => find({ equal: { person } }),
    deputisedBy: (person) => find({ equal: { deputies: person } }),
    deputisedIn: (areas) => find({ equal: { deputised: 1 }, within: areas }),
  }),
);
