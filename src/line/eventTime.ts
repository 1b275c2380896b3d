import type { InboundEvent } from '../flows/event.ts';

const oldestMs = 30 * 24 * 3600 * 1000;
const newestMs = 5 * 1000;
/** A delivery that took longer tells nothing about the clocks. */
const slowestMs = 60 * 1000;

/** An event's time, which is never believed to be more than 30 days before its arrival or 5 s after it. */
export function clampTime(atMs: number, receivedAt: Date): Date {
  const received = receivedAt.getTime();
  return new Date(Math.min(Math.max(atMs, received - oldestMs), received + newestMs));
}

/** As LINE tells of it. */
export type Delivered = Pick<InboundEvent, 'receivedAt' | 'redelivered'> & {
  readonly timestamp: number | undefined;
};

/** LINE's clock as seen from here. */
export type LineClock = {
  readonly toOurs: (delivered: Delivered) => Pick<InboundEvent, 'at' | 'ageUnknown'>;
};

/**
 * Tells LINE's time in ours. The fastest delivery seen is the nearest that one can come to the difference
 * of the clocks: every other one was that much slower on its way. A redelivery was on its way for as long as nobody
 * can tell, so it teaches nothing.
 */
export function createLineClock(): LineClock {
  let smallest: number | undefined;
  return {
    toOurs: ({ timestamp, receivedAt, redelivered }) => {
      if (timestamp === undefined) return { at: receivedAt, ...(redelivered ? { ageUnknown: true } : {}) };
      const delay = receivedAt.getTime() - timestamp;
      const teaches = !redelivered && delay >= -newestMs && delay <= slowestMs;
      if (teaches) smallest = Math.min(smallest ?? delay, delay);
      const at = clampTime(timestamp + (smallest ?? 0), receivedAt);
      return { at, ...(smallest === undefined ? { ageUnknown: true } : {}) };
    },
  };
}
