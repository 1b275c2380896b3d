import { LRUCache } from 'lru-cache';
import type { PersonId } from '../programme/ids.ts';
import { partitionOf } from './inbox/partition.ts';
import { isOutdated, type Kept, type Lane, openLane, receive } from './lane/lane.ts';
import type { InboxRow } from './ports.ts';
import { faultOf } from './process/fault.ts';
import { Stopped } from './process/patience.ts';
import type { Surroundings } from './process/surroundings.ts';
import type { WorkOn } from './work.ts';

/** The lanes of all people who are worked on, and the documents of those who were lately. */
export type Lanes = {
  /** Hands rows to their lanes, where their partitions are held; what finds no room is read from the inbox later. */
  readonly offer: (rows: readonly InboxRow[]) => void;
  /** Of whom more waits in the inbox than is in memory; it is read without being offered. */
  readonly crowded: () => readonly PersonId[];
  /** Has people looked after whose effects are not settled. */
  readonly lookAfter: (people: readonly PersonId[]) => void;
  /** These partitions may have been another process's: nothing that is in memory counts. */
  readonly distrust: (partitions: readonly number[]) => void;
  readonly wake: (lane: Lane) => void;
  /** Lets go of a lane that has nothing to do. */
  readonly rest: (lane: Lane) => void;
  /** Takes nothing more; resolves when what was begun is done. */
  readonly drain: () => Promise<void>;
  readonly size: () => number;
};

export type LanesParts = {
  readonly workOn: WorkOn;
  readonly flush: (lane: Lane) => Promise<void>;
  readonly leaseMs: (partition: number) => number;
};

export function createLanes(
  { isKeyAbsent, log, limits }: Pick<Surroundings, 'isKeyAbsent' | 'log' | 'limits'>,
  parts: LanesParts,
): Lanes {
  const { workOn, flush, leaseMs } = parts;
  const active = new Map<PersonId, Lane>();
  const idle = new LRUCache<PersonId, Kept>({ max: limits.peopleKept });
  let isDraining = false;
  let saidKeyAbsent = false;
  let drained: (() => void) | undefined;

  /** Nothing where there is no room. */
  function laneOf(person: PersonId): Lane | undefined {
    const present = active.get(person);
    if (present) {
      if (present.queue.length < limits.rowsPerPerson) return present;
      present.hasMore = true;
      return undefined;
    }
    const kept = idle.get(person);
    idle.delete(person);
    if (active.size >= limits.peopleAtOnce) return undefined;
    const lane = openLane(person, partitionOf(person), kept);
    active.set(person, lane);
    return lane;
  }

  /** What needs a key that is not here stays as it is in the database, where who holds the key finds it. */
  function leaveToOthers(lane: Lane): void {
    lane.queue = [];
    lane.done = [];
    if (!saidKeyAbsent) log.warn({ code: 'keyAbsent', setting: 'DATA_KEYS' });
    saidKeyAbsent = true;
  }

  async function run(lane: Lane): Promise<void> {
    lane.running = true;
    try {
      do {
        lane.woken = false;
        while (await workOn(lane));
      } while (lane.woken);
    } catch (error) {
      lane.isStale = true;
      if (isKeyAbsent(error)) leaveToOthers(lane);
      else if (!(error instanceof Stopped)) log.error({ code: 'laneFailed', ...faultOf(error) });
    } finally {
      lane.running = false;
    }
    rest(lane);
  }

  function wake(lane: Lane): void {
    lane.woken = true;
    if (!lane.running) void run(lane);
  }

  function rest(lane: Lane): void {
    if (lane.running || lane.sending || lane.flushing || lane.finishing.size > 0) return;
    if (lane.stopWaiting || lane.stopGathering) return;
    if (lane.marks.length > 0) {
      if (isDraining) void flush(lane);
      return;
    }
    if (active.get(lane.person) === lane) close(lane);
  }

  function close(lane: Lane): void {
    active.delete(lane.person);
    lane.stopLoading?.();
    const { stored, knownSince } = lane;
    const isKept =
      stored !== undefined && stored !== 'none' && !isOutdated(lane) && lane.unfinished.size === 0;
    if (isKept && stored.person.consentedAt && leaseMs(lane.partition) > 0)
      idle.set(lane.person, { stored, knownSince });
    if (active.size === 0) drained?.();
  }

  return {
    wake,
    rest,
    size: () => active.size,
    crowded: () => [...active.values()].flatMap(({ person, hasMore }) => (hasMore ? [person] : [])),

    offer(rows) {
      if (isDraining) return;
      const touched = new Set<Lane>();
      for (const row of rows) {
        const lane = leaseMs(row.partition) > 0 ? laneOf(row.person) : undefined;
        if (!lane) continue;
        receive(lane, row);
        touched.add(lane);
      }
      // Only now, so that what came together is sorted before the first is taken.
      for (const lane of touched) wake(lane);
    },

    lookAfter(people) {
      if (isDraining) return;
      for (const person of people) {
        const lane = laneOf(person);
        if (!lane) continue;
        lane.isStale = true;
        wake(lane);
      }
    },

    distrust(partitions) {
      const gone = new Set(partitions);
      for (const lane of active.values()) if (gone.has(lane.partition)) lane.isStale = true;
      for (const person of [...idle.keys()]) if (gone.has(partitionOf(person))) idle.delete(person);
    },

    drain() {
      isDraining = true;
      const done = new Promise<void>((resolve) => {
        drained = resolve;
      });
      for (const lane of [...active.values()]) {
        lane.stopWaiting?.();
        lane.stopWaiting = undefined;
        lane.stopGathering?.();
        lane.stopGathering = undefined;
        rest(lane);
      }
      if (active.size === 0) drained?.();
      return done;
    },
  };
}
