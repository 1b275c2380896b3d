import { setTimeout as wait } from 'node:timers/promises';
import type { Log, LogEntry } from '../../src/kernel/outside.ts';
import type { Clock } from '../../src/kernel/store.ts';

/** The machine's own time. */
export const clock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}).catch(() => {}),
};

/** A log that can be read. */
export function readableLog(): Log & { readonly lines: readonly LogEntry[] } {
  const lines: LogEntry[] = [];
  const add = (entry: LogEntry) => void lines.push(entry);
  return { lines, info: add, warn: add, error: add };
}
