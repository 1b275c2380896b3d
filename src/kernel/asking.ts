import type { Decision } from './decision.ts';
import type { Found, Wants } from './reads.ts';

/** A turn is decided, or asks for something to be read and goes on with it. */
export type Turn = Decision | Asking;

/** What is to be read is known to the one who asks alone, so only its reader is handed in. */
export type Asking = { readonly ask: <T>(reader: Reader<T>) => T };
export type Reader<T> = <W extends Wants>(wants: W, goOn: (found: Found<W>) => Turn) => T;

/** Asks for reads by names of one's own; those of one question are read side by side. */
export const ask = <W extends Wants>(wants: W, goOn: (found: Found<W>) => Turn): Asking => ({
  ask: (reader) => reader(wants, goOn),
});

export const isAsking = (turn: Turn): turn is Asking => 'ask' in turn;

/** Goes on with what is decided, now or once it was read. */
export function andThen(turn: Turn, goOn: (decision: Decision) => Turn): Turn {
  if (!isAsking(turn)) return goOn(turn);
  return {
    ask: (reader) =>
      turn.ask(<W extends Wants>(wants: W, next: (found: Found<W>) => Turn) =>
        reader(wants, (found) => andThen(next(found), goOn)),
      ),
  };
}
