import { backOff } from '../../kernel/backOff.ts';
import type { Outgoing, PersonRecord } from '../../kernel/store.ts';
import type { Tick } from '../../kernel/tick.ts';
import { type Attempt, attemptKey, type EndOfSend } from '../lane/attempt.ts';
import type { Limits } from '../process/limits.ts';

export type Endpoint = 'reply' | 'push';

export type Situation = {
  readonly process: string;
  readonly now: Date;
  readonly monotonic: number;
  /** What is left of the lease by the monotonic clock, in milliseconds. */
  readonly leaseMs: number;
  /** What is left of a pause of the whole channel, in milliseconds. */
  readonly pauseMs: (endpoint: Endpoint) => number;
  /** Whether what the clock tells may still go. */
  readonly isTimely: (tick: Tick) => boolean;
  /** By `attemptKey`. */
  readonly attempts: ReadonlyMap<string, Attempt>;
  readonly limits: Limits;
};

export type NextSend =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wait'; readonly ms: number }
  /** Nothing more is sent of it. */
  | { readonly kind: 'end'; readonly entry: Outgoing; readonly why: EndOfSend }
  /** To be won by a compare-and-set before the call. */
  | { readonly kind: 'claim'; readonly entry: Outgoing; readonly way: Endpoint; readonly unknown: boolean }
  | { readonly kind: 'call'; readonly entry: Outgoing };

/**
 * What to do next for a person's outbox. Replies keep their order, and so do pushes; a push waits for the replies
 * before it, but a reply never for a push that LINE does not take at present.
 */
export function nextSend(record: PersonRecord, situation: Situation): NextSend {
  if (situation.leaseMs <= 0) return { kind: 'nothing' };
  const { outbox } = record;
  const reply = outbox.find(({ token }) => token !== undefined);
  const push = outbox[0]?.token === undefined ? outbox[0] : undefined;
  const steps = [
    ...(push ? [nextPush(push, record, situation)] : []),
    ...(reply ? [nextReply(reply, record, situation)] : []),
  ];
  const waits = steps.flatMap((step) => (step.kind === 'wait' ? [step.ms] : []));
  return (
    steps.find(({ kind }) => kind !== 'wait') ??
    (waits.length > 0 ? { kind: 'wait', ms: Math.min(...waits) } : { kind: 'nothing' })
  );
}

function nextReply(entry: Outgoing, record: PersonRecord, situation: Situation): NextSend {
  const { now, limits } = situation;
  const own = ownAttempt(entry, situation);
  // Of an attempt that another process made nobody knows whether it arrived.
  const unknown = own?.unknown ?? true;
  const left = entry.tokenAt ? entry.tokenAt.getTime() + limits.tokenLife - now.getTime() : 0;
  if (own?.state !== 'badToken' && left > 0) {
    const step = attempt(entry, 'reply', own, situation);
    return step.kind === 'wait' ? { kind: 'wait', ms: Math.min(step.ms, left) } : step;
  }
  if (unknown) return { kind: 'end', entry, why: own?.state === 'badToken' ? 'unheard' : 'ambiguous' };
  if (!entry.reply.receipt) return { kind: 'end', entry, why: 'lost' };
  if (record.person.away) return { kind: 'end', entry, why: 'away' };
  return claim(entry, 'push', false, situation);
}

function nextPush(entry: Outgoing, record: PersonRecord, situation: Situation): NextSend {
  const { now, monotonic, limits } = situation;
  const age = now.getTime() - entry.firstAt.getTime();
  if (record.person.away) return { kind: 'end', entry, why: 'away' };
  if (age >= limits.pushLife) return { kind: 'end', entry, why: 'tooOld' };
  const own = ownAttempt(entry, situation);
  if (entry.cause?.kind === 'tick' && !situation.isTimely(entry.cause.tick))
    return { kind: 'end', entry, why: own?.unknown === false ? 'missed' : 'ambiguous' };
  if (own) return attempt(entry, 'push', own, situation);
  const dueAt = monotonic + triedFor(entry.attempts) - age;
  return attempt(entry, 'push', { state: 'called', unknown: true, dueAt }, situation);
}

function attempt(entry: Outgoing, way: Endpoint, own: Attempt | undefined, situation: Situation): NextSend {
  const ms = Math.max(situation.pauseMs(way), (own?.dueAt ?? 0) - situation.monotonic);
  if (ms > 0) return { kind: 'wait', ms };
  if (own?.state !== 'ready') return claim(entry, way, own?.unknown ?? true, situation);
  // The first attempt was won by the commit a moment ago.
  return entry.attempts === 1 ? { kind: 'call', entry } : withLease({ kind: 'call', entry }, situation);
}

const claim = (entry: Outgoing, way: Endpoint, unknown: boolean, situation: Situation): NextSend =>
  withLease({ kind: 'claim', entry, way, unknown }, situation);

/** Whatever is sent again needs time left, so that nobody else does the same. */
const withLease = (step: NextSend, { leaseMs, limits }: Situation): NextSend =>
  leaseMs < limits.leaseMargin ? { kind: 'wait', ms: limits.leaseRenewal / 4 } : step;

const ownAttempt = (entry: Outgoing, { process, attempts }: Situation): Attempt | undefined =>
  entry.owner === process ? attempts.get(attemptKey(entry)) : undefined;

const longestPushPause = 10 * 60 * 1000;
const longestReplyPause = 8 * 1000;

/** The pause after so many attempts on one way, in milliseconds. */
export const pauseAfter = (way: Endpoint, attempts: number): number =>
  way === 'reply' ? backOff(attempts, 500, longestReplyPause) : backOff(attempts, 1000, longestPushPause);

/** How long so many attempts of a push take together; who takes one over goes on in the same rhythm. */
function triedFor(attempts: number): number {
  let ms = 0;
  for (let made = 1; made <= attempts && ms < longestPushPause * 200; made += 1)
    ms += pauseAfter('push', made);
  return ms;
}
