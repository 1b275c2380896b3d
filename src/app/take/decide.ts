import type { EventId } from '../../engine/ids.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { type Person, stranger } from '../../kernel/person.ts';
import type { Outgoing, Pending, PersonRecord } from '../../kernel/store.ts';
import { type Cause, type Rider, withoutRider } from '../../kernel/waiting.ts';
import { replyId } from '../inbox/effectIds.ts';
import { attemptKey } from '../lane/attempt.ts';
import { type Lane, viewOf } from '../lane/lane.ts';
import type { Records } from '../lane/personRecords.ts';
import type { Turned } from '../ports.ts';
import type { Surroundings } from '../process/surroundings.ts';
import { bodyOf, firstPush, firstReply, type Said } from '../send/outgoing.ts';
import type { AnswerStranger } from '../send/stranger.ts';

/**
 * Decides an event for who has the lane to itself: turn and commit. The reply with its first attempt and the
 * effects are in the same write as the new state and the event's id.
 */
export type Decide = (lane: Lane, event: InboundEvent, handles: readonly EventId[]) => Promise<Decided>;
export type Decided =
  | { readonly kind: 'committed' }
  /** Somebody else wrote first. */
  | { readonly kind: 'lost' }
  /** Nothing of the person may be stored. */
  | { readonly kind: 'unstored' };

/** What an event can be answered with. */
export type Answerable = Pick<InboundEvent, 'id' | 'receivedAt' | 'replyToken'>;

export type Compose = (
  lane: Lane,
  base: PersonRecord,
  answerable: Answerable,
  said: Said,
  rider?: Rider,
) => PersonRecord;

export function createDecide(
  { turn }: Surroundings,
  records: Records,
  compose: Compose,
  answerStranger: AnswerStranger,
): Decide {
  return async (lane, given, handles) => {
    const { marks } = lane;
    const view = viewOf(lane);
    const before = personOf(view, given);
    const event = { ...given, lineUser: before.lineUser };
    const decision = await turn(event, before);
    const { person, reply, rider } = decision;
    const cause = causeOf(event, decision);
    if (!before.consentedAt && !person.consentedAt) {
      if (reply) await answerStranger(event, reply, person.language);
      return { kind: 'unstored' };
    }
    const erased = before.consentedAt && !person.consentedAt ? ({ erased: true } as const) : {};
    const base = handledBy(view ?? { ...nobody, person }, { ...decision, ...erased }, event, handles);
    const next = reply
      ? compose(lane, base, event, { id: replyId(event.id), event: event.id, reply, ...cause }, rider)
      : base;
    const result = await records.write(lane, next, marks);
    if (result === 'committed') for (const id of handles) lane.unfinished.add(id);
    return { kind: result };
  };
}

/** What the reply is about, where the person asked for nothing. */
function causeOf(event: InboundEvent, { tick }: Turned): { readonly cause?: Cause } {
  if (event.kind === 'notice') return { cause: { kind: 'notice', notice: event.notice } };
  return event.kind === 'tick' ? { cause: { kind: 'tick', tick: tick ?? event.tick } } : {};
}

const nobody = { rev: 0, handled: [], outbox: [], pending: [] };

/** Notices do not know how LINE names the person, and an emptied document forgot it. */
function personOf(view: PersonRecord | undefined, { who, lineUser }: InboundEvent): Person {
  if (!view) return stranger(who, lineUser);
  return view.person.lineUser === '' ? { ...view.person, lineUser } : view.person;
}

function handledBy(
  base: PersonRecord,
  { person, intent, audits = [], settledReminders = [], erased }: Decision & Pick<Pending, 'erased'>,
  event: InboundEvent,
  handles: readonly EventId[],
): PersonRecord {
  const effects: Pending = {
    id: event.id,
    audits,
    at: event.at,
    ...(settledReminders.length > 0 ? { told: settledReminders } : {}),
    ...(intent ? { intent } : {}),
    ...(erased ? { erased } : {}),
    ...(event.replyToken === undefined ? {} : { token: event.replyToken, tokenAt: event.receivedAt }),
  };
  return {
    ...base,
    person,
    handled: [...base.handled, ...handles],
    pending:
      intent || erased || audits.length + settledReminders.length > 0
        ? [...base.pending, effects]
        : base.pending,
  };
}

/** Puts a message into the outbox, the way it can go at this time. */
export function createCompose({ render, clock, process, quiet, log, limits }: Surroundings): Compose {
  return (lane, base, { replyToken: token, receivedAt: tokenAt }, said, rider) => {
    const now = clock.now();
    const { language, away } = base.person;
    const isFresh = now.getTime() - tokenAt.getTime() < limits.tokenLife;
    if (token !== undefined && isFresh) {
      const entry = firstReply(said, { token, tokenAt }, { owner: process, now }, rider);
      lane.bodies.set(entry.id, bodyOf(entry, render, language));
      const waiting = rider ? withoutRider(base.person.waiting, rider) : base.person.waiting;
      return sentFirst(lane, { ...base, person: { ...base.person, waiting } }, entry);
    }
    const why = away ? 'away' : token !== undefined && !said.reply.receipt ? 'lost' : undefined;
    if (why) {
      log.warn({ code: `${why}Send`, event: said.event });
      return base;
    }
    return sentFirst(lane, base, firstPush(said, { owner: process, now, render, language, quiet }));
  };
}

/** With its first attempt, so that nothing is written between the commit and the call. */
function sentFirst(lane: Lane, base: PersonRecord, entry: Outgoing): PersonRecord {
  lane.attempts.set(attemptKey(entry), { state: 'ready', unknown: false, dueAt: 0 });
  return { ...base, outbox: [...base.outbox.filter(({ id }) => id !== entry.id), entry] };
}
