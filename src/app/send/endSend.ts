import type { Outgoing } from '../../kernel/store.ts';
import { type EndOfSend, forgetAttempts } from '../lane/attempt.ts';
import type { Lane } from '../lane/lane.ts';
import type { Mark } from '../lane/mark.ts';
import type { Marking } from '../lane/marking.ts';
import type { Counted } from '../ports.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Reminding } from './reminding.ts';

type Meaning = {
  readonly mark: Extract<Mark['kind'], 'over' | 'dropped' | 'kept'>;
  readonly counts?: Counted;
  readonly level: 'info' | 'warn' | 'error';
};

const meanings: { readonly [E in EndOfSend]: Meaning } = {
  ambiguous: { mark: 'over', counts: 'ambiguous', level: 'warn' },
  unheard: { mark: 'over', counts: 'replies', level: 'warn' },
  outdated: { mark: 'over', level: 'info' },
  lost: { mark: 'dropped', level: 'warn' },
  away: { mark: 'dropped', level: 'warn' },
  missed: { mark: 'over', level: 'warn' },
  tooOld: { mark: 'over', counts: 'dead', level: 'error' },
  refused: { mark: 'over', counts: 'dead', level: 'error' },
  kept: { mark: 'kept', counts: 'kept', level: 'warn' },
};

/** Ends the sending of an entry and says why; what it was about is told by its event alone. */
export type EndSend = (lane: Lane, entry: Outgoing, why: EndOfSend, requestId?: string) => void;

export function createEndSend(
  { log, metrics }: Surroundings,
  { note }: Marking,
  reminding: Reminding,
): EndSend {
  return (lane, entry, why, requestId) => {
    const { id, event, attempts, carries } = entry;
    const { mark, counts, level } = meanings[why];
    reminding.ended(entry, why);
    if (counts) metrics.count(counts);
    const carried = carries && mark === 'over' ? { carried: carries.waits.id } : {};
    log[level]({ code: `${why}Send`, event, ...carried, ...(requestId === undefined ? {} : { requestId }) });
    note(lane, { kind: mark, id, attempts });
    forgetAttempts(lane.attempts, id);
    lane.bodies.delete(id);
  };
}
