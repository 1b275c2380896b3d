import type { EndpointName } from './endpoint.ts';

/** Calls allowed in a span of time. */
type Rate = { readonly calls: number; readonly perMs: number };
export type Rates = Partial<Record<EndpointName | 'default', Rate | null>>;

const second = 1000;
const hour = 60 * 60 * second;

/** LINE's limits per channel and endpoint. */
export const lineRates: Rates = {
  default: { calls: 2000, perMs: second },
  multicast: { calls: 200, perMs: second },
  broadcast: { calls: 60, perMs: hour },
  loading: { calls: 100, perMs: second },
  webhookTest: { calls: 60, perMs: hour },
};

type Bucket = { tokens: number; at: number };

/** A token bucket per endpoint: says whether one more call is allowed now. */
export function createRateLimit(now: () => Date, rates: Rates): (endpoint: EndpointName) => boolean {
  const buckets = new Map<EndpointName, Bucket>();
  return (endpoint) => {
    const rate = rates[endpoint] === undefined ? rates.default : rates[endpoint];
    if (!rate) return true;
    const at = now().getTime();
    const bucket = buckets.get(endpoint) ?? { tokens: rate.calls, at };
    const refill = (Math.max(0, at - bucket.at) / rate.perMs) * rate.calls;
    const tokens = Math.min(rate.calls, bucket.tokens + refill);
    buckets.set(endpoint, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  };
}
