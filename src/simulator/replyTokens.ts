/** A webhook event older than this cannot be replied to, however often it is redelivered. */
const eventLifeMs = 20 * 60_000;
/** Longer than any redelivery, so that none is mistaken for a first delivery. */
const keptMs = 24 * 60 * 60_000;

type TokenOf = { readonly chatId: string; readonly eventId: string };
type Issued = TokenOf & { readonly firstAt: Date; readonly deliveredAt: Date; readonly used: boolean };

/** Reply tokens: good once, for a minute after their webhook was sent or sent again. */
export type ReplyTokens = {
  /** Called at each delivery; a redelivery starts the token's minute again. */
  readonly deliver: (token: string, of: TokenOf) => void;
  /** Uses the token up; nothing when it is unknown, used or too old. */
  readonly take: (token: string) => TokenOf | undefined;
};

export function createReplyTokens(now: () => Date, lifeMs: number): ReplyTokens {
  const issued = new Map<string, Issued>();
  const age = (since: Date) => now().getTime() - since.getTime();

  function dropOld(): void {
    for (const [token, { deliveredAt }] of issued) {
      if (age(deliveredAt) <= keptMs) return;
      issued.delete(token);
    }
  }

  return {
    deliver: (token, of) => {
      dropOld();
      const before = issued.get(token);
      // Deleted first, so that the map stays in the order of delivery.
      issued.delete(token);
      const at = now();
      issued.set(token, {
        ...of,
        firstAt: before?.firstAt ?? at,
        deliveredAt: at,
        used: before?.used ?? false,
      });
    },
    take: (token) => {
      const entry = issued.get(token);
      if (!entry || entry.used || age(entry.deliveredAt) > lifeMs || age(entry.firstAt) > eventLifeMs)
        return undefined;
      issued.set(token, { ...entry, used: true });
      return entry;
    },
  };
}
