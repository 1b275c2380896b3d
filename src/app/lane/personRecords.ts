import type { EventId } from '../../engine/ids.ts';
import type { CommitResult, PersonRecord, Persons } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import { createBatcher } from '../process/batcher.ts';
import { outagePause, type Persist } from '../process/patience.ts';
import type { Surroundings } from '../process/surroundings.ts';
import { attemptKey } from './attempt.ts';
import { enqueue, type Lane, viewOf } from './lane.ts';
import type { Mark } from './mark.ts';

/** Reads and writes people's documents, each for its lane and gathered across lanes. Only for who has the lane to itself. */
export type Records = {
  /** Reads the document and only then the rows that are pending: what it forgot is finished by then. */
  readonly load: (lane: Lane) => Promise<void>;
  /** Writes the next state with the marks that it holds; when the race was lost the lane has to be loaded again. */
  readonly write: (lane: Lane, next: PersonRecord, marks: readonly Mark[]) => Promise<CommitResult>;
};

type Write = Parameters<Persons['commit']>[0][number];

export function createRecords(
  { store, clock, isOutage, log, metrics, limits }: Surroundings,
  persist: Persist,
  signal: AbortSignal,
): Records {
  const options = { max: limits.batch, isOutage };
  const read = createBatcher(async (ids: readonly PersonId[]) => {
    const found = new Map((await store.persons.read(ids)).map((record) => [record.person.id, record]));
    return ids.map((id) => found.get(id));
  }, options);
  const commit = createBatcher((writes: readonly Write[]) => store.persons.commit(writes), options);

  async function tryToCommit(write: Write): Promise<CommitResult> {
    try {
      return await commit(write);
    } catch (error) {
      if (!isOutage(error)) throw error;
      // Whether it was written is unknown. Read again, the document tells by what it handled.
      log.warn({ code: 'databaseAway', what: 'commit' });
      await clock.sleep(outagePause(1), signal);
      return 'lost';
    }
  }

  return {
    async load(lane) {
      lane.isStale = false;
      lane.reads += 1;
      lane.stored = undefined;
      lane.queue = [];
      lane.bodies.clear();
      const stored = await persist('read', () => read(lane.person));
      // Nothing but the inbox tells what of a stranger was handled, so it is asked before each of their rows.
      const isStranger = !stored?.person.consentedAt;
      const most = isStranger ? 1 : undefined;
      const rows = await persist('pendingOf', () => store.inbox.pendingOf(lane.person, most));
      lane.unfinished = new Set(rows.flatMap(({ id }) => (stored?.handled.includes(id) ? [id] : [])));
      enqueue(lane, rows);
      lane.hasMore = isStranger && lane.queue.length > 0;
      const entries = new Set(stored?.outbox.map(attemptKey));
      for (const key of lane.attempts.keys()) if (!entries.has(key)) lane.attempts.delete(key);
      lane.stored = stored ?? 'none';
      lane.knownSince = clock.now();
    },

    async write(lane, next, marks) {
      const before = lane.stored === 'none' ? undefined : lane.stored;
      const expected = before?.rev ?? 0;
      const record = {
        ...next,
        rev: expected + 1,
        handled: remembered(next.handled, lane, limits.handledKept),
      };
      let result: CommitResult = 'lost';
      try {
        result = await tryToCommit({ record, expected, ...(before ? { before } : {}) });
      } finally {
        lane.stored = result === 'committed' ? record : undefined;
      }
      if (result === 'lost') {
        metrics.count('lostRaces');
        return result;
      }
      if (record.handled.length < next.handled.length) lane.knownSince = clock.now();
      lane.marks = lane.marks.filter((mark) => !marks.includes(mark));
      return result;
    },
  };
}

/** The newest handled events, and all whose rows may still come back. */
function remembered(handled: readonly EventId[], { unfinished }: Lane, kept: number): readonly EventId[] {
  if (handled.length <= kept) return handled;
  const newest = handled.length - kept;
  return handled.filter((id, place) => place >= newest || unfinished.has(id));
}

/** Writes what the marks of a lane say, until they are in the document. */
export async function writeMarks(lane: Lane, { load, write }: Records): Promise<void> {
  while (lane.marks.length > 0) {
    if (lane.stored === undefined) await load(lane);
    const view = viewOf(lane);
    if (!view) {
      lane.marks = [];
      return;
    }
    await write(lane, view, lane.marks);
  }
}
