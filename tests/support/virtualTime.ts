import type { Clock } from '../../src/kernel/store.ts';

/** Time that stands still while anything runs and then jumps to what is due next. */
export type VirtualTime = {
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  /** Lets everything happen until it holds; fails when it does not within so many milliseconds of this time. */
  readonly until: (holds: () => boolean, withinMs: number) => Promise<void>;
  readonly pass: (ms: number) => Promise<void>;
};

type Due = { readonly at: number; readonly order: number; readonly run: () => void };

export function createVirtualTime(startsAt: Date): VirtualTime {
  const agenda: Due[] = [];
  let ms = 0;
  let order = 0;

  function at(due: number, run: () => void): Due {
    const entry = { at: due, order: order++, run };
    agenda.push(entry);
    let child = agenda.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (isSooner(agenda[parent], entry)) break;
      swap(agenda, parent, child);
      child = parent;
    }
    return entry;
  }

  function takeNext(): Due | undefined {
    const next = agenda[0];
    const last = agenda.pop();
    if (last === undefined || next === last) return next;
    agenda[0] = last;
    for (let parent = 0; ; ) {
      const children = [2 * parent + 1, 2 * parent + 2].filter((child) => child < agenda.length);
      const [a, b] = children;
      if (a === undefined) break;
      const child = b !== undefined && isSooner(agenda[b], agenda[a]) ? b : a;
      if (isSooner(agenda[parent], agenda[child])) break;
      swap(agenda, parent, child);
      parent = child;
    }
    return next;
  }

  const sleep = (pause: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      signal?.addEventListener('abort', wake);
      at(ms + Math.max(pause, 0), wake);
    });

  async function until(holds: () => boolean, withinMs: number): Promise<void> {
    const end = ms + withinMs;
    for (;;) {
      await settled();
      if (holds()) return;
      const next = agenda[0];
      if (!next || next.at > end) throw new Error(`not within ${withinMs} ms of virtual time`);
      takeNext();
      ms = Math.max(ms, next.at);
      next.run();
    }
  }

  return {
    clock: { now: () => new Date(startsAt.getTime() + ms), monotonic: () => ms, sleep },
    after: (pause) => sleep(pause),
    until,
    async pass(pause) {
      let isOver = false;
      at(ms + pause, () => {
        isOver = true;
      });
      await until(() => isOver, pause);
    },
  };
}

/** All that can run without time going on has run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const isSooner = (a: Due | undefined, b: Due | undefined): boolean =>
  a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));

function swap(agenda: Due[], a: number, b: number): void {
  const kept = agenda[a] as Due;
  agenda[a] = agenda[b] as Due;
  agenda[b] = kept;
}
