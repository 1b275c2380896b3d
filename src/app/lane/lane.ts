import type { EventId, Json } from '../../engine/ids.ts';
import type { PersonRecord } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import { isOutcomeId } from '../inbox/effectIds.ts';
import type { InboxRow } from '../ports.ts';
import type { Attempt } from './attempt.ts';
import { applyMarks, type Mark } from './mark.ts';

/** The work on one person: one thing at a time, in order. Made on demand and dropped when nothing is left to do. */
export type Lane = {
  readonly person: PersonId;
  readonly partition: number;
  /** Rows that wait, in order. */
  queue: readonly InboxRow[];
  /** Whether more may wait in the inbox, to be read when the queue is empty. */
  hasMore: boolean;
  /** The row that is worked on, or several that are taken as one. */
  current: readonly EventId[];
  /** The document as it was last read or written, `none` where there is none; absent when it has to be read. */
  stored?: PersonRecord | 'none' | undefined;
  /** Set when the document or the rows may be others than what is here, so that both are read again. */
  isStale: boolean;
  /** When both were read, or the document last forgot an event: of what came before, rows may be finished. */
  knownSince: Date;
  /** How often both were read. */
  reads: number;
  /** What happened since and is not written yet. */
  marks: readonly Mark[];
  /** The last view, which is asked for many times in a turn. */
  seen?: { readonly stored: PersonRecord; readonly marks: readonly Mark[]; readonly view: PersonRecord };
  /** What this process knows of its own attempts to send, by `attemptKey`. */
  readonly attempts: Map<string, Attempt>;
  /** Bodies that were made before the commit, to be sent after it. */
  readonly bodies: Map<string, Json>;
  /** Handled events whose rows are not known to be finished; they are never forgotten. */
  unfinished: Set<EventId>;
  /** Rows that are finished once the reply was answered. */
  done: readonly Done[];
  readonly finishing: Set<EventId>;
  /** Failures in a row of one event, by its id. */
  failures: { readonly of: EventId; readonly tries: number } | undefined;
  outages: number;
  flushing: boolean;
  /** Set while somebody reads or writes the document, or decides on it. */
  busy?: Promise<void> | undefined;
  running: boolean;
  woken: boolean;
  sending: boolean;
  sendAgain: boolean;
  /** Called when the last reply was answered. */
  answered?: (() => void) | undefined;
  stopLoading?: (() => void) | undefined;
  stopWaiting?: (() => void) | undefined;
  /** Set while the rest of a set of photos is waited for. */
  stopGathering?: (() => void) | undefined;
};

export type Done = { readonly id: EventId; readonly forget: boolean };

/** What is kept of a lane while there is nothing to do. */
export type Kept = { readonly stored: PersonRecord; readonly knownSince: Date };

export const openLane = (person: PersonId, partition: number, kept: Kept | undefined): Lane => ({
  person,
  partition,
  queue: [],
  hasMore: false,
  current: [],
  stored: kept?.stored,
  isStale: kept === undefined,
  knownSince: kept?.knownSince ?? new Date(0),
  reads: 0,
  marks: [],
  attempts: new Map(),
  bodies: new Map(),
  unfinished: new Set(),
  done: [],
  finishing: new Set(),
  failures: undefined,
  outages: 0,
  flushing: false,
  running: false,
  woken: false,
  sending: false,
  sendAgain: false,
});

/** The document with all that happened since; nothing while it is not read or there is none. */
export function viewOf(lane: Lane): PersonRecord | undefined {
  const { stored, marks, seen } = lane;
  if (stored === undefined || stored === 'none') return undefined;
  if (seen?.stored === stored && seen.marks === marks) return seen.view;
  const view = applyMarks(stored, marks);
  lane.seen = { stored, marks, view };
  return view;
}

/** Whether nothing is left of what was read, while more may wait. */
export const isReadThrough = ({ hasMore, queue }: Lane): boolean => hasMore && queue.length === 0;

/** Whether the document and the rows have to be read before anything else. */
export const isOutdated = ({ isStale, stored }: Lane): boolean => isStale || stored === undefined;

/**
 * Takes in a row that was pending when it was found or inserted, which may be a while ago. Only of one that came after
 * all that the document forgot it is sure that nobody handled it; else what is pending has to be read again. Behind
 * others that are still to be read it has to wait with them.
 */
export function receive(lane: Lane, row: InboxRow): void {
  if (isKnown(lane, row.id) || (lane.hasMore && !isOutcomeId(row.id))) return;
  if (isOutdated(lane) || row.receivedAt <= lane.knownSince) lane.isStale = true;
  else enqueue(lane, [row]);
}

/** Puts rows that are not known yet where they belong in the queue. */
export function enqueue(lane: Lane, rows: readonly InboxRow[]): void {
  lane.queue = [...lane.queue, ...rows.filter(({ id }) => !isKnown(lane, id))].sort(inOrder);
}

function isKnown({ stored, ...lane }: Lane, id: EventId): boolean {
  if (lane.current.includes(id) || lane.finishing.has(id)) return true;
  if (lane.queue.some((row) => row.id === id) || lane.done.some((row) => row.id === id)) return true;
  return stored !== undefined && stored !== 'none' && stored.handled.includes(id) && !lane.unfinished.has(id);
}

const inOrder = (a: InboxRow, b: InboxRow): number =>
  Number(isOutcomeId(b.id)) - Number(isOutcomeId(a.id)) ||
  a.at.getTime() - b.at.getTime() ||
  a.place - b.place ||
  a.receivedAt.getTime() - b.receivedAt.getTime() ||
  (a.id < b.id ? -1 : 1);

/** Who reads, writes or decides on the document of a lane does so alone. */
export async function exclusively<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  while (lane.busy) await lane.busy;
  let leave = () => {};
  lane.busy = new Promise((resolve) => {
    leave = resolve;
  });
  try {
    return await work();
  } finally {
    lane.busy = undefined;
    leave();
  }
}
