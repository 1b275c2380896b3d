import type { Lanes } from './lanes.ts';
import type { Ownership } from './ownership.ts';
import { partitions } from './ports.ts';
import { faultOf } from './process/fault.ts';
import { type Persist, Stopped } from './process/patience.ts';
import type { Surroundings } from './process/surroundings.ts';

/** What is done again and again: leases are renewed, rows of other processes watched, what lies unfinished looked for. */
export type Upkeep = {
  /** Resolves when the leases were renewed for the first time, or when there is no need any more. */
  readonly start: () => Promise<void>;
  /** Ends all but the renewal of leases. */
  readonly wane: () => Promise<void>;
};

export type UpkeepParts = {
  readonly ownership: Ownership;
  readonly lanes: Pick<Lanes, 'offer' | 'crowded' | 'lookAfter' | 'distrust'>;
  readonly persist: Persist;
  readonly signal: AbortSignal;
};

const always = new Date(8.64e15);

export function createUpkeep({ store, clock, log, limits }: Surroundings, parts: UpkeepParts): Upkeep {
  const { ownership, lanes, persist, signal } = parts;
  const waning = new AbortController();
  let stopWatch: (() => Promise<void>) | undefined;
  let isWatching = false;

  async function every(
    ms: number,
    what: string,
    signal: AbortSignal,
    work: () => Promise<void>,
  ): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const due = clock.monotonic() + ms;
      try {
        await work();
        failures = 0;
      } catch (error) {
        if (error instanceof Stopped) return;
        failures += 1;
        if (failures === 1) log.warn({ code: 'roundFailed', what, ...faultOf(error) });
      }
      // Sooner after a failure, so that a lease survives it.
      await clock.sleep(failures > 0 ? ms / 4 : Math.max(due - clock.monotonic(), 1), signal);
    }
  }

  /** Goes on with what another process, or this one before it was held up, left of these partitions. */
  async function takeOver(gained: readonly number[]): Promise<void> {
    if (gained.length === 0) return;
    lanes.distrust(gained);
    try {
      const rows = await persist('pending', () => store.inbox.pending(gained, always, limits.rowsPerPoll));
      lanes.offer(rows);
      lanes.lookAfter(await persist('unsettled', () => store.persons.unsettled(gained, always)));
    } catch (error) {
      if (!(error instanceof Stopped)) log.error({ code: 'takeOverFailed', ...faultOf(error) });
    }
  }

  /** Who holds all partitions is alone and sees its own rows anyway. */
  async function watchOthers(): Promise<void> {
    const held = ownership.held().length;
    const wanted = held > 0 && held < partitions && !waning.signal.aborted;
    if (wanted === isWatching) return;
    isWatching = wanted;
    if (!wanted) return stopWatch?.();
    const onBreak = (error: unknown) => {
      isWatching = false;
      log.warn({ code: 'watchBroke', ...faultOf(error) });
    };
    try {
      stopWatch = await store.inbox.watch((row) => lanes.offer([row]), onBreak);
    } catch (error) {
      onBreak(error);
    }
  }

  async function renew(): Promise<void> {
    void takeOver(await ownership.renew());
    void watchOthers();
  }

  const since = (ms: number) => new Date(clock.now().getTime() - ms);

  async function poll(): Promise<void> {
    const held = ownership.held();
    if (held.length === 0) return;
    const before = since(limits.poll);
    lanes.offer(await store.inbox.pending(held, before, limits.rowsPerPoll, lanes.crowded()));
  }

  async function sweep(): Promise<void> {
    const held = ownership.held();
    if (held.length > 0) lanes.lookAfter(await store.persons.unsettled(held, since(limits.sweep)));
  }

  return {
    async start() {
      try {
        await persist('renew', renew);
      } catch (error) {
        if (error instanceof Stopped) return;
        throw error;
      }
      void every(limits.leaseRenewal, 'renew', signal, renew);
      void every(limits.poll, 'poll', waning.signal, poll);
      void every(limits.sweep, 'sweep', waning.signal, sweep);
    },

    async wane() {
      waning.abort();
      await stopWatch?.();
    },
  };
}
