import type { Json } from '../../engine/ids.ts';
import type { Delivery } from '../../kernel/outside.ts';
import type { Person } from '../../kernel/person.ts';
import { retryKeyOf } from '../../kernel/retryKey.ts';
import type { Outgoing } from '../../kernel/store.ts';
import { attemptKey, forgetAttempts } from '../lane/attempt.ts';
import type { Lane } from '../lane/lane.ts';
import type { Marking } from '../lane/marking.ts';
import { faultOf } from '../process/fault.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Channel } from './channel.ts';
import type { EndSend } from './endSend.ts';
import { meaningOf } from './lineAnswer.ts';
import { type Endpoint, pauseAfter } from './nextSend.ts';
import { bodyOf } from './outgoing.ts';
import type { Reminding } from './reminding.ts';

/** Makes one call to LINE and keeps what came of it. */
export type CallLine = (lane: Lane, person: Person, entry: Outgoing) => Promise<void>;

export function createCall(
  { line, render, clock, log, metrics, limits }: Surroundings,
  channel: Channel,
  { note }: Marking,
  endSend: EndSend,
  reminding: Reminding,
): CallLine {
  async function deliver(
    { lineUser }: Person,
    { id, event, token, silent }: Outgoing,
    body: Json,
  ): Promise<Delivery> {
    try {
      if (token !== undefined) return await line.reply(token, body, silent);
      return await line.push(lineUser, body, retryKeyOf(id), silent);
    } catch (error) {
      log.error({ code: 'lineCallFailed', event, ...faultOf(error) });
      return { kind: 'unknown' };
    }
  }

  function sent(lane: Lane, entry: Outgoing, calledAt: Date, delivery: Delivery): void {
    const answeredAt = clock.now();
    const heardAt = heardFrom(calledAt, answeredAt, limits.heardGrace);
    const messages = messagesOf(entry, delivery);
    note(lane, { kind: 'sent', id: entry.id, event: entry.event, heardAt, ...(messages && { messages }) });
    reminding.sent(entry);
    metrics.count(entry.token === undefined ? 'pushes' : 'replies');
    if (entry.tokenAt) metrics.answered(answeredAt.getTime() - entry.tokenAt.getTime());
    forgetAttempts(lane.attempts, entry.id);
    lane.bodies.delete(entry.id);
  }

  return async (lane, person, entry) => {
    const way: Endpoint = entry.token === undefined ? 'push' : 'reply';
    const key = attemptKey(entry);
    const unknownBefore = lane.attempts.get(key)?.unknown ?? true;
    const body = entry.body ?? lane.bodies.get(entry.id) ?? bodyOf(entry, render, person.language);
    // Asked after the attempt was marked, so that no reminder is marked after what it reminds of was done.
    if (!(await reminding.isTrue(person, entry, unknownBefore))) return endSend(lane, entry, 'outdated');
    const calledAt = clock.now();
    lane.attempts.set(key, { state: 'called', unknown: true, dueAt: 0 });
    const delivery = await deliver(person, entry, body);
    channel.learn(way, delivery);
    const meaning = meaningOf(delivery, way, unknownBefore);
    if (meaning.kind === 'open') {
      const { state, unknown } = meaning;
      const dueAt = clock.monotonic() + pauseAfter(way, entry.attempts);
      lane.attempts.set(key, { state, unknown, dueAt });
      return;
    }
    if (meaning.kind === 'ended') {
      return endSend(lane, entry, meaning.why, delivery.kind === 'refused' ? delivery.requestId : undefined);
    }
    sent(lane, entry, calledAt, delivery);
  };
}

/** What LINE calls the messages of a reply, but for the notice that rode along behind them. */
function messagesOf({ carries }: Outgoing, delivery: Delivery): readonly string[] | undefined {
  if (delivery.kind !== 'sent') return undefined;
  return carries ? delivery.messages?.slice(0, -1) : delivery.messages;
}

/**
 * From when on what was sent counts as seen: LINE may show it at any moment of a call, so only from its answer on. That
 * took a while to come here, for which there is a grace; but nobody saw it before it was sent.
 */
const heardFrom = (calledAt: Date, answeredAt: Date, graceMs: number): Date =>
  new Date(Math.max(calledAt.getTime(), answeredAt.getTime() - graceMs));
