const lifeMs = 24 * 60 * 60_000;
const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

type Accepted = { readonly requestId: string; readonly body: object; readonly at: Date };

/** Retry keys of accepted calls, kept for 24 hours; afterwards a key counts as new. */
export type RetryKeys = {
  readonly find: (key: string) => Accepted | undefined;
  readonly accept: (key: string, requestId: string, body: object) => void;
};

export function createRetryKeys(now: () => Date): RetryKeys {
  const accepted = new Map<string, Accepted>();
  return {
    find: (key) => {
      const entry = accepted.get(key.toLowerCase());
      return entry && now().getTime() - entry.at.getTime() < lifeMs ? entry : undefined;
    },
    accept: (key, requestId, body) => {
      accepted.set(key.toLowerCase(), { requestId, body, at: now() });
    },
  };
}

export function isRetryKey(text: string): boolean {
  return uuid.test(text);
}
