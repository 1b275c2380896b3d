import type { Records } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Seat } from '../../programme/people/seat.ts';

export type Seats = Records<string, Seat> & {
  /** Those that a person holds at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly Seat[]>;
};
