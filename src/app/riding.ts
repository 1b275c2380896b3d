import type { Decision } from '../kernel/decision.ts';
import type { InboundEvent } from '../kernel/event.ts';
import type { Person } from '../kernel/person.ts';
import type { Reply } from '../kernel/reply.ts';
import type { SettledReminder } from '../kernel/tick.ts';
import { newestOnly, riderOf, type Waiting } from '../kernel/waiting.ts';
import type { TakeTurn, Turned } from './ports.ts';

type Decide = (event: InboundEvent, person: Person) => Promise<Decision>;

/**
 * Turns whose replies take along the next message of what waits longest. That is decided as if it came now, so it says
 * what is true now and nothing that is not this person's any more; what has nothing to say is dropped.
 */
export const withRiders =
  (decide: Decide): TakeTurn =>
  async (event, before) => {
    const decision = await decide(event, before);
    const isReplying = decision.reply !== undefined && event.replyToken !== undefined;
    return isReplying && decision.person.waiting.length > 0 ? ride(event, decision, decide) : decision;
  };

async function ride(answered: InboundEvent, decision: Decision, decide: Decide): Promise<Turned> {
  const { left, outdated } = newestOnly(decision.person.waiting);
  const settled = outdated.map((one): SettledReminder => ({ id: one.id, state: 'merged', why: 'newer' }));
  let person: Person = { ...decision.person, waiting: left };
  const all = () => ({ settledReminders: [...(decision.settledReminders ?? []), ...settled] });
  for (const waits of left) {
    const ridden = await words(waits, answered, person, decide);
    const rider = riderOf(waits, ridden.reply?.messages ?? []);
    if (rider) {
      const audits = [...(decision.audits ?? []), ...(ridden.audits ?? [])];
      return { ...decision, ...all(), person: ridden.person, rider, audits };
    }
    settled.push({ id: waits.id, state: 'skipped', why: 'done' });
    person = { ...person, waiting: person.waiting.filter((one) => one !== waits) };
  }
  return { ...decision, ...all(), person };
}

type Words = Pick<Decision, 'person' | 'audits'> & { readonly reply?: Reply };

async function words(
  waits: Waiting,
  { who, lineUser, at, receivedAt }: InboundEvent,
  person: Person,
  decide: Decide,
): Promise<Words> {
  if (waits.kind === 'receipt') return { person, reply: waits.reply };
  const id = waits.id as InboundEvent['id'];
  const head = { id, who, lineUser, at, receivedAt, redelivered: false, rides: true } as const;
  return waits.kind === 'tick'
    ? decide({ ...head, kind: 'tick', tick: waits.tick }, person)
    : decide({ ...head, kind: 'notice', notice: waits.notice }, person);
}
