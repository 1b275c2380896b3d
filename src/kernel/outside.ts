import type { Json } from '../engine/ids.ts';
import type { Person } from './person.ts';
import type { Reply } from './reply.ts';

/** What is outside of the bot: LINE, and whoever operates it. */

/** How a call to LINE ended, as far as the sender's rules depend on it. */
export type Delivery =
  /** 200, or 409 for a push that was accepted before; with LINE's ids of the messages, where it told them. */
  | { readonly kind: 'sent'; readonly messages?: readonly string[] }
  /** 400 `Invalid reply token`: used, expired or unknown. */
  | { readonly kind: 'badToken' }
  /** 400, 403 and other refusals of this message; it is never accepted later, `forAll` whoever it is sent to. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly requestId?: string;
      readonly forAll?: true;
    }
  /** 401: the channel's token is not accepted; nothing can be sent. */
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'rateLimited' }
  /** 429 of the month's quota. */
  | { readonly kind: 'quotaUsedUp' }
  /** No connection was made, so it certainly did not arrive. */
  | { readonly kind: 'notSent' }
  /** 5xx, a time-out or a cut connection: it may have arrived. */
  | { readonly kind: 'unknown' };

/** Sends the same to up to 500 people; it goes to all of them or, refused, to none. */
export type Multicast = (
  lineUsers: readonly string[],
  messages: Json,
  retryKey: string,
  silent: boolean,
) => Promise<Delivery>;

/** Makes LINE messages of what the bot says; the same reply gives the same messages. */
export type Render = (reply: Reply, language: Person['language']) => Json;

/** What is told to operators: codes and event ids, never a text, a token or who it was. */
export type LogEntry = { readonly code: string; readonly event?: string } & {
  readonly [detail: string]: string | number | boolean;
};
export type Log = {
  readonly info: (entry: LogEntry) => void;
  readonly warn: (entry: LogEntry) => void;
  /** Somebody has to look. */
  readonly error: (entry: LogEntry) => void;
};
