import { expect } from 'vitest';
import type { EventId } from '../../src/engine/ids.ts';
import type { PersonRecord } from '../../src/kernel/store.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import type { Row } from '../support/memoryStore.ts';
import { answersOf, questions } from './toy.ts';
import { userOf, type World } from './world.ts';

/** What is left of a run, in one process or in many. */
export type Evidence = Pick<World, 'acked' | 'people' | 'counted' | 'logged'> & {
  readonly memory: Pick<World['memory'], 'people' | 'history'> & {
    readonly rows: ReadonlyMap<EventId, Pick<Row, 'id' | 'person' | 'state' | 'body'>>;
  };
  readonly shared: Pick<World['shared'], 'outcomes'>;
  readonly line: Pick<World['line'], 'shown'>;
};

/** What must hold after any run, recounted from the inbox, the documents and the phones. */
export function expectAllRight(world: Evidence): void {
  expectNothingLost(world);
  expectEachHandledOnce(world);
  for (const person of world.people) {
    expectStateOfCrashFreeRun(world, person);
    expectSentOnceAndInOrder(world, person);
  }
}

function expectNothingLost({ acked, memory, counted }: Evidence): void {
  const known = [...memory.rows.values()];
  expect([...acked].filter((event) => !memory.rows.has(event))).toEqual([]);
  expect(known.filter(({ state }) => state !== 'finished').map(({ id }) => id)).toEqual([]);
  expect(
    [...memory.people.values()].filter(({ outbox, pending }) => outbox.length + pending.length > 0),
  ).toEqual([]);
  expect(counted.quarantined ?? 0).toBe(0);
}

function expectEachHandledOnce({ memory, people }: Evidence): void {
  const handled = memory.history.map(({ event }) => event);
  expect(handled.filter((event, place) => handled.indexOf(event) < place)).toEqual([]);
  const stored = [...memory.rows.values()].filter(
    ({ person, body }) => people.includes(person) && body !== null,
  );
  expect(stored.filter(({ id }) => !handled.includes(id)).map(({ id }) => id)).toEqual([]);
}

/** Played again in the order of the commits, with the same texts heard, nothing else comes out. */
function expectStateOfCrashFreeRun({ memory, shared }: Evidence, id: PersonId): void {
  const record = memory.people.get(id);
  if (!record) return;
  const { person } = record;
  const events = memory.history.filter((one) => one.person === id).map(({ event }) => event);
  const answers = answersOf(person);
  const answered = new Set(answers.map(({ event }) => event));
  const [consent, ...texts] = events.filter((event) => !event.includes(':'));

  expect(answers.map(({ event }) => event)).toEqual(texts.filter((event) => answered.has(event)));
  expect(person.offered.map(({ event }) => event)).toEqual(texts.filter((event) => !answered.has(event)));
  expect(consent === undefined).toBe(false);
  // Whatever was lost on the way: no answer stands under a question that its writer did not see.
  for (const [place, answer] of answers.entries()) {
    expect(answer.key).toBe(questions[place % questions.length]);
    expect(answer.do === 'answer' && answer.value).toBe(`saw ${answer.key}`);
  }
  const submitting = answers.filter((_, place) => place % questions.length === questions.length - 1);
  const totals = submitting.map(({ event }) => totalOf(shared.outcomes.get(event)));
  expect(person.closed.map(({ draft }) => Number(draft))).toEqual(totals);
  // What the shared record decided comes before anything else of this person.
  for (const { event } of submitting) expect(events[events.indexOf(event) + 1]).toBe(`${event}:outcome`);
  expect(person.wrongCodes).toBe(events.filter((event) => event.includes(':draftTakenOver:')).length);
}

function totalOf(outcome: unknown): unknown {
  return (outcome as { readonly score: { readonly total: number } } | undefined)?.score.total;
}

const silentEnds = /^(ambiguous|unheard|lost|away|tooOld|refused)Send$|^strangerNotAnswered$/;

function expectSentOnceAndInOrder(world: Evidence, person: PersonId): void {
  const seen = world.line.shown
    .filter(({ to }) => to === userOf(person))
    .flatMap(({ way, messages }) =>
      (messages as string[]).map((text, place) => ({ event: text.split(' ')[0], way, place })),
    );
  const events = seen.map(({ event }) => event ?? '');
  expect(events.filter((event, place) => events.indexOf(event) < place)).toEqual([]);

  const decided = world.memory.history
    .filter((one) => one.person === person)
    .map(({ event }) => event as string);
  // What was given up as undecidable may still come from a process that was held up in the middle of the call.
  const isCertain = (event: string) =>
    !world.logged.some((entry) => /^(ambiguousSend|refusedSend)$/.test(entry.code) && entry.event === event);
  for (const way of ['reply', 'push'] as const) {
    const own = seen.filter((one) => one.way === way && one.place === 0).map(({ event }) => event ?? '');
    const order = own
      .filter((event) => decided.includes(event) && isCertain(event))
      .map((event) => decided.indexOf(event));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }

  const answered = decided.filter((event) => !isSilent(world, person, event as EventId));
  const missing = answered.filter(
    (event) => !events.includes(event) && !isAccountedFor(world, person, event),
  );
  expect(missing).toEqual([]);
}

/** The turn that submits says nothing itself. */
function isSilent({ memory, shared }: Evidence, person: PersonId, event: EventId): boolean {
  return shared.outcomes.has(event) && memory.people.has(person);
}

function isAccountedFor({ logged, memory }: Evidence, person: PersonId, event: string): boolean {
  const isTold = logged.some(
    ({ code, event: about, ...rest }) =>
      silentEnds.test(code) &&
      (about === event || String(Reflect.get(rest, 'carried')).startsWith(`${event}:`)),
  );
  const waits = (memory.people.get(person) as PersonRecord).person.waiting.some(
    ({ id }) => id === `${event}:reply`,
  );
  return isTold || waits;
}
