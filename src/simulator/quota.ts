/** LINE counts days and months in UTC+9. */
const platformOffsetMs = 9 * 60 * 60_000;

export type SendKind = 'reply' | 'push' | 'multicast' | 'broadcast';

/** The month's quota, which counts recipients of everything but replies, and the daily counts of messages. */
export type Quota = {
  readonly limit: () => number | null;
  readonly setLimit: (limit: number | null) => void;
  readonly used: () => number;
  readonly setUsed: (recipients: number) => void;
  /** Takes the recipients from the quota, all or none; replies are free. */
  readonly spend: (kind: SendKind, recipients: number) => boolean;
  /** Messages sent on a day (`yyyyMMdd`); nothing while that day is not over. */
  readonly sentOn: (kind: SendKind, day: string) => number | undefined;
};

export function createQuota(now: () => Date, firstLimit: number | null): Quota {
  const usedIn = new Map<string, number>();
  const sent = new Map<string, number>();
  let limit = firstLimit;

  const day = () =>
    new Date(now().getTime() + platformOffsetMs).toISOString().slice(0, 10).replaceAll('-', '');
  const month = () => day().slice(0, 6);
  const used = () => usedIn.get(month()) ?? 0;

  return {
    limit: () => limit,
    setLimit: (value) => {
      limit = value;
    },
    used,
    setUsed: (recipients) => {
      usedIn.set(month(), recipients);
    },
    spend: (kind, recipients) => {
      const counted = kind === 'reply' ? 0 : recipients;
      if (limit !== null && counted > 0 && used() + counted > limit) return false;
      usedIn.set(month(), used() + counted);
      const key = `${kind}@${day()}`;
      sent.set(key, (sent.get(key) ?? 0) + recipients);
      return true;
    },
    sentOn: (kind, date) => (date < day() ? (sent.get(`${kind}@${date}`) ?? 0) : undefined),
  };
}
