import type { Outgoing } from '../../kernel/store.ts';

/** What this process knows of an attempt that it made itself. */
export type Attempt = {
  /** Won but not yet called, called and to be tried again, or told that the token is not good. */
  readonly state: 'ready' | 'called' | 'badToken';
  /** Whether this or an earlier attempt may have arrived. */
  readonly unknown: boolean;
  /** When it may be tried again, on the monotonic clock. */
  readonly dueAt: number;
};

export const attemptKey = ({ id, attempts }: Pick<Outgoing, 'id' | 'attempts'>): string =>
  `${id}/${attempts}`;

/** Forgets what was known of an entry that is settled. */
export function forgetAttempts(attempts: Map<string, Attempt>, id: string): void {
  for (const key of attempts.keys()) if (key.startsWith(`${id}/`)) attempts.delete(key);
}

/** Why nothing more is sent of an entry, other than that it was sent. */
export type EndOfSend =
  /** The outcome of an attempt stays unknown, and there is no way left to find out. */
  | 'ambiguous'
  /** The token was used, so an attempt of unknown outcome must have arrived; nobody knows when. */
  | 'unheard'
  /** A question that certainly did not arrive; it is asked again at the next contact. */
  | 'lost'
  /** The person blocked the bot. */
  | 'away'
  /** LINE would take its retry key for a new one. */
  | 'tooOld'
  /** The clock may not write any more by the time at which it could go. */
  | 'missed'
  /** What it reminds of was done meanwhile. */
  | 'outdated'
  /** LINE never accepts it. */
  | 'refused'
  /** The month's quota is used up, so it waits for the next reply. */
  | 'kept';
