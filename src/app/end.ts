import type { Lane } from './lane.ts';
import type { Mark } from './mark.ts';
import type { Marking } from './marking.ts';
import { forgetAttempts } from './nextSend.ts';
import type { Counted, Outgoing } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Why nothing more is sent of an entry, other than that it was sent. */
export type EndOfSend =
  /** The outcome of an attempt stays unknown, and there is no way left to find out. */
  | 'ambiguous'
  /** The token was used, so an attempt of unknown outcome must have arrived; nobody knows when. */
  | 'unheard'
  /** A question that certainly did not arrive; it is asked again at the next contact. */
  | 'lost'
  /** The person blocked the bot. */
  | 'away'
  /** LINE would take its retry key for a new one. */
  | 'tooOld'
  /** LINE never accepts it. */
  | 'refused'
  /** The month's quota is used up, so it waits for the next reply. */
  | 'kept';

type Meaning = {
  readonly mark: Extract<Mark['kind'], 'over' | 'dropped' | 'kept'>;
  readonly counts?: Counted;
  readonly level: 'warn' | 'error';
};

const meanings: { readonly [E in EndOfSend]: Meaning } = {
  ambiguous: { mark: 'over', counts: 'ambiguous', level: 'warn' },
  unheard: { mark: 'over', counts: 'replies', level: 'warn' },
  lost: { mark: 'dropped', level: 'warn' },
  away: { mark: 'dropped', level: 'warn' },
  tooOld: { mark: 'over', counts: 'dead', level: 'error' },
  refused: { mark: 'over', counts: 'dead', level: 'error' },
  kept: { mark: 'kept', counts: 'kept', level: 'warn' },
};

/** Ends the sending of an entry and says why; what it was about is told by its event alone. */
export type EndSend = (lane: Lane, entry: Outgoing, why: EndOfSend, requestId?: string) => void;

export function createEndSend({ log, metrics }: Surroundings, { note }: Marking): EndSend {
  return (lane, { id, event, attempts, carries }, why, requestId) => {
    const { mark, counts, level } = meanings[why];
    if (counts) metrics.count(counts);
    const carried = carries && mark === 'over' ? { carried: carries.id } : {};
    log[level]({ code: `${why}Send`, event, ...carried, ...(requestId === undefined ? {} : { requestId }) });
    note(lane, { kind: mark, id, attempts });
    forgetAttempts(lane.attempts, id);
    lane.bodies.delete(id);
  };
}
