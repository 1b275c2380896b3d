import { backOff } from '../../kernel/backOff.ts';
import type { Delivery, Log } from '../../kernel/outside.ts';
import type { Clock } from '../../kernel/store.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Endpoint } from './nextSend.ts';

/** What LINE's answers mean for everybody: a rate limit is the endpoint's, a refused access token stops all. */
export type Channel = {
  /** What is left of a pause, in milliseconds. */
  readonly pauseMs: (endpoint: Endpoint) => number;
  readonly learn: (endpoint: Endpoint, delivery: Delivery) => void;
};

type Pause = { until: number; failures: number };

const longestPause = 60 * 1000;

export function createChannel({ monotonic }: Clock, log: Log, alert: Surroundings['alert']): Channel {
  const pauses = { reply: clear(), push: clear(), access: clear() };

  function extend(pause: Pause): void {
    const now = monotonic();
    // Calls that were under way together fail together; they count once.
    if (pause.until > now) return;
    pause.failures += 1;
    pause.until = now + backOff(pause.failures, 1000, longestPause);
  }

  return {
    pauseMs: (endpoint) => Math.max(0, Math.max(pauses[endpoint].until, pauses.access.until) - monotonic()),

    learn(endpoint, { kind }) {
      if (kind === 'rateLimited') {
        extend(pauses[endpoint]);
        log.warn({ code: 'lineRateLimited', endpoint });
      } else if (kind === 'unauthorized') {
        extend(pauses.access);
        log.error({ code: 'lineAccessTokenRefused', setting: 'LINE_CHANNEL_ACCESS_TOKEN' });
        alert('tokenRefused');
      } else if (kind === 'quotaUsedUp') {
        alert('quotaLow');
      } else if (kind === 'sent') {
        pauses[endpoint].failures = 0;
        pauses.access.failures = 0;
      }
    },
  };
}

const clear = (): Pause => ({ until: Number.NEGATIVE_INFINITY, failures: 0 });
