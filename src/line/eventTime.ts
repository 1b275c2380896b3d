const oldestMs = 30 * 24 * 3600 * 1000;
const newestMs = 5 * 1000;

/** An event's time, which is never believed to be more than 30 days before its arrival or 5 s after it. */
export function clampTime(atMs: number, receivedAt: Date): Date {
  const received = receivedAt.getTime();
  return new Date(Math.min(Math.max(atMs, received - oldestMs), received + newestMs));
}

/** LINE's clock as seen from here. */
export type LineClock = { readonly toOurs: (timestamp: number | undefined, receivedAt: Date) => Date };

/**
 * Tells LINE's time in ours. The fastest delivery seen is the nearest that one can come to the difference
 * of the clocks: every other one was that much slower on its way.
 */
export function createLineClock(): LineClock {
  let smallest = Number.POSITIVE_INFINITY;
  return {
    toOurs: (timestamp, receivedAt) => {
      if (timestamp === undefined) return receivedAt;
      const delay = receivedAt.getTime() - timestamp;
      // Beyond what is believed of a timestamp it tells nothing about the clocks.
      if (delay >= -newestMs && delay <= oldestMs) smallest = Math.min(smallest, delay);
      return clampTime(timestamp + (Number.isFinite(smallest) ? smallest : 0), receivedAt);
    },
  };
}
