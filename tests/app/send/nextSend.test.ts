import { describe, expect, it } from 'vitest';
import { type Attempt, attemptKey } from '../../../src/app/lane/attempt.ts';
import { defaultLimits } from '../../../src/app/process/limits.ts';
import { nextSend, type Situation } from '../../../src/app/send/nextSend.ts';
import type { EventId } from '../../../src/engine/ids.ts';
import { stranger } from '../../../src/kernel/person.ts';
import { retryKeyOf } from '../../../src/kernel/retryKey.ts';
import type { Outgoing, PersonRecord } from '../../../src/kernel/store.ts';
import type { PersonId } from '../../../src/programme/ids.ts';
import { runId } from '../../../src/programme/job/job.ts';

const now = new Date('2022-08-01T09:00:00+07:00');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const anna = stranger('P0' as PersonId, 'U0');

const entry = (changes: Partial<Outgoing>): Outgoing => ({
  id: 'e1:reply',
  event: 'e1' as EventId,
  reply: { messages: [] },
  silent: false,
  attempts: 1,
  owner: 'me',
  firstAt: now,
  unknown: false,
  ...changes,
});
const reply = (changes: Partial<Outgoing> = {}) => entry({ token: 'token', tokenAt: ago(1), ...changes });
const push = (changes: Partial<Outgoing> = {}) => entry({ id: 'e2:reply', body: [], ...changes });
const receipt = { reply: { messages: [], receipt: true } };

const at = new Date('2022-08-02T08:30:00+07:00');
const cause = {
  kind: 'tick',
  tick: { job: 'reminders', run: runId('reminders', at), at, ahead: 0, push: true },
} as const;

type Own = readonly [Outgoing, Partial<Attempt>];
const own = (...known: readonly Own[]) =>
  new Map(
    known.map(([of, attempt]) => [
      attemptKey(of),
      { state: 'called', unknown: false, dueAt: 0, ...attempt } as const,
    ]),
  );

function next(outbox: readonly Outgoing[], changes: Partial<Situation> = {}, person = anna) {
  const record: PersonRecord = { person, rev: 1, handled: [], outbox, pending: [] };
  const situation = {
    process: 'me',
    now,
    monotonic: 1000,
    leaseMs: 6000,
    pauseMs: () => 0,
    isTimely: () => true,
    attempts: own(),
  };
  const step = nextSend(record, { ...situation, limits: defaultLimits, ...changes });
  return { ...step, ...('entry' in step ? { entry: step.entry.id } : {}) };
}

describe('of a reply', () => {
  it.each<[string, Outgoing, Partial<Situation>, object]>([
    [
      'the first attempt needs nothing but the commit',
      reply(),
      { attempts: own([reply(), { state: 'ready' }]) },
      { kind: 'call' },
    ],
    [
      'it is also made with a short lease',
      reply(),
      { leaseMs: 10, attempts: own([reply(), { state: 'ready' }]) },
      { kind: 'call' },
    ],
    [
      'but not without one',
      reply(),
      { leaseMs: 0, attempts: own([reply(), { state: 'ready' }]) },
      { kind: 'nothing' },
    ],
    [
      'an attempt of another process is repeated with the same token',
      reply({ owner: 'other' }),
      {},
      { kind: 'claim', way: 'reply', unknown: true },
    ],
    [
      'also one of this process that it does not remember',
      reply(),
      {},
      { kind: 'claim', way: 'reply', unknown: true },
    ],
    [
      'a second attempt needs three seconds of lease',
      reply({ owner: 'other' }),
      { leaseMs: 2999 },
      { kind: 'wait' },
    ],
    [
      'an attempt that was won needs them too',
      reply({ attempts: 2 }),
      { leaseMs: 2999, attempts: own([reply({ attempts: 2 }), { state: 'ready' }]) },
      { kind: 'wait' },
    ],
    [
      'one that certainly did not arrive stays so',
      reply(),
      { attempts: own([reply(), {}]) },
      { kind: 'claim', unknown: false },
    ],
    ['a pause is kept', reply(), { attempts: own([reply(), { dueAt: 1500 }]) }, { kind: 'wait', ms: 500 }],
    [
      'a pause of the channel is kept',
      reply({ owner: 'other' }),
      { pauseMs: () => 700 },
      { kind: 'wait', ms: 700 },
    ],
    [
      'no pause is longer than the token lives',
      reply({ tokenAt: ago(49) }),
      { pauseMs: () => 60_000 },
      { kind: 'wait', ms: 1000 },
    ],
    [
      'an old token after an unknown attempt is ambiguous',
      reply({ owner: 'other', tokenAt: ago(50) }),
      {},
      { kind: 'end', why: 'ambiguous' },
    ],
    [
      'also for a receipt',
      reply({ ...receipt, owner: 'other', tokenAt: ago(50) }),
      {},
      { kind: 'end', why: 'ambiguous' },
    ],
    [
      'a question that never left is dropped when its token is old',
      reply({ tokenAt: ago(50) }),
      { attempts: own([reply(), {}]) },
      { kind: 'end', why: 'lost' },
    ],
    [
      'a receipt that never left is pushed when its token is old',
      reply({ ...receipt, tokenAt: ago(50) }),
      { attempts: own([reply(), {}]) },
      { kind: 'claim', way: 'push', unknown: false },
    ],
    [
      'a receipt whose token is bad at the first attempt is pushed',
      reply(receipt),
      { attempts: own([reply(), { state: 'badToken' }]) },
      { kind: 'claim', way: 'push', unknown: false },
    ],
    [
      'a question whose token is bad at the first attempt is dropped',
      reply(),
      { attempts: own([reply(), { state: 'badToken' }]) },
      { kind: 'end', why: 'lost' },
    ],
    [
      'a bad token after an unknown attempt tells that it arrived',
      reply(receipt),
      { attempts: own([reply(), { state: 'badToken', unknown: true }]) },
      { kind: 'end', why: 'unheard' },
    ],
  ])('%s', (_name, of, situation, expected) => {
    expect(next([of], situation)).toMatchObject(expected);
  });

  it('a receipt is not pushed to somebody who blocked the bot', () => {
    const attempts = own([reply(), { state: 'badToken' }]);
    expect(next([reply(receipt)], { attempts }, { ...anna, away: true })).toMatchObject({
      kind: 'end',
      why: 'away',
    });
  });
});

describe('of a push', () => {
  it.each<[string, Outgoing, Partial<Situation>, object]>([
    [
      'the first attempt needs nothing but the commit',
      push(),
      { attempts: own([push(), { state: 'ready' }]) },
      { kind: 'call' },
    ],
    [
      'who takes it over goes on in the same rhythm',
      push({ owner: 'other', attempts: 3, firstAt: ago(5) }),
      {},
      { kind: 'wait', ms: 2000 },
    ],
    [
      'and repeats it with a compare-and-set',
      push({ owner: 'other', attempts: 3, firstAt: ago(8) }),
      {},
      { kind: 'claim', way: 'push' },
    ],
    [
      'what the clock tells ends with its day, where it certainly did not arrive',
      push({ cause }),
      { isTimely: () => false, attempts: own([push({ cause }), { state: 'ready' }]) },
      { kind: 'end', why: 'missed' },
    ],
    [
      'and where it may have arrived, nobody knows',
      push({ cause, owner: 'other' }),
      { isTimely: () => false },
      { kind: 'end', why: 'ambiguous' },
    ],
    ['after 23 hours it is too old', push({ firstAt: ago(23 * 3600) }), {}, { kind: 'end', why: 'tooOld' }],
  ])('%s', (_name, of, situation, expected) => {
    expect(next([of], situation)).toMatchObject(expected);
  });
});

describe('in an outbox', () => {
  const others = { owner: 'other' };

  it('the first reply goes before all later ones', () => {
    const second = reply({ ...others, id: 'e2:reply' });
    expect(next([reply(), second], { attempts: own([reply(), { dueAt: 9000 }]) }).kind).toBe('wait');
  });

  it('a reply passes a push that has to wait', () => {
    const waiting = push({ attempts: 5, ...others });
    expect(next([waiting, reply(others)])).toMatchObject({ kind: 'claim', entry: 'e1:reply' });
  });

  it('a push waits for a reply before it', () => {
    expect(
      next([reply(), push()], { attempts: own([reply(), { dueAt: 9000 }], [push(), { state: 'ready' }]) })
        .kind,
    ).toBe('wait');
  });
});

describe('a retry key', () => {
  it('is a UUID, the same for every attempt and another for every message', () => {
    expect(retryKeyOf('e1:reply')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(retryKeyOf('e1:reply')).toBe(retryKeyOf('e1:reply'));
    expect(retryKeyOf('e1:reply')).not.toBe(retryKeyOf('e2:reply'));
  });
});
