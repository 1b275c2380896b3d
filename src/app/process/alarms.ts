import type { Clock } from '../../kernel/store.ts';

/** Rings after about so many milliseconds, unless the returned function is called before. */
export type Alarms = (ms: number, ring: () => void) => () => void;

/** How far alarms may be late, in milliseconds. */
const grain = 50;

/** Alarms that share one timer, which runs only while some are set: most are called off before they ring. */
export function createAlarms({ monotonic, sleep }: Clock, signal: AbortSignal): Alarms {
  const set = new Set<{ readonly due: number; readonly ring: () => void }>();
  let ticking = false;

  async function tick(): Promise<void> {
    while (set.size > 0 && !signal.aborted) {
      await sleep(grain, signal);
      const now = monotonic();
      for (const alarm of set) {
        if (alarm.due > now || !set.delete(alarm)) continue;
        alarm.ring();
      }
    }
    ticking = false;
  }

  return (ms, ring) => {
    const alarm = { due: monotonic() + ms, ring };
    set.add(alarm);
    if (!ticking) {
      ticking = true;
      void tick();
    }
    return () => set.delete(alarm);
  };
}
