import { beforeEach, expect, test } from 'vitest';
import { againId, tickId } from '../../src/app/inbox/effectIds.ts';
import type { NewRow } from '../../src/app/ports.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { endsOf } from '../../src/jobs/settling.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import type { PersonRecord } from '../../src/kernel/store.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { runId } from '../../src/programme/job/job.ts';
import type { Reminder } from '../../src/programme/job/reminder.ts';
import { createMemory } from '../support/memoryStore.ts';

const at = new Date('2022-08-08T08:30:00+07:00');
const run = runId('reminders', at);
const who = 'P1' as PersonId;
const reminder: Reminder = {
  ...{ id: tickId(run, who), run, job: 'reminders', at, person: who, push: true, state: 'planned' },
  area: { kind: 'nation' },
};
const event = reminder.id as EventId;

let store: ReturnType<ReturnType<typeof createMemory>['storeOf']>;
beforeEach(() => {
  store = createMemory({ now: () => at }).storeOf('a');
});

const row = (id: EventId): NewRow => ({
  ...{ id, person: who, partition: 0, receivedAt: at, at, place: 0, body: {} },
});
const handled = async (id: EventId) => {
  await store.inbox.insert([row(id)]);
  await store.inbox.finish([{ id, forget: false }]);
};
const living = { ...stranger(who, 'U1'), consentedAt: at };
const knows = (person: Partial<Person> = {}, rest: Partial<PersonRecord> = {}) =>
  store.persons.commit([
    {
      expected: 0,
      record: { person: { ...living, ...person }, rev: 1, handled: [], outbox: [], pending: [], ...rest },
    },
  ]);
const end = async () => (await endsOf(store, [reminder])).map(({ state, why }) => `${state} ${why}`)[0];

const waiting = (id: string) => [{ id, gone: 0, kind: 'receipt', reply: { messages: [] } } as const];
const sending = (id: EventId): PersonRecord['outbox'] => [
  {
    ...{ id: `${id}:reply`, event: id, reply: { messages: [] }, silent: false, attempts: 1, owner: 'a' },
    ...{ firstAt: at, unknown: false },
  },
];

test('a reminder that was not handled yet has no end', async () => {
  await knows();
  expect(await end()).toBeUndefined();
  await store.inbox.insert([row(event)]);
  expect(await end()).toBeUndefined();
});

test('one whose message is on its way, or whose end is being written, has none either', async () => {
  await handled(event);
  await knows({}, { outbox: sending(event) });
  expect(await end()).toBeUndefined();
});

test('one whose end is being written has none', async () => {
  await handled(event);
  await knows({}, { pending: [{ id: event, audits: [], at }] });
  expect(await end()).toBeUndefined();
});

test('one that waits for the next reply was kept', async () => {
  await handled(event);
  await knows({ waiting: waiting(`${event}:reply`) });
  expect(await end()).toBe('kept quota');
});

test('one to a person without consent, or who blocked the bot, was passed over', async () => {
  await handled(event);
  expect(await end()).toBe('skipped away');
  await knows({ away: true });
  expect(await end()).toBe('skipped away');
});

test('one whose row was put aside failed', async () => {
  await store.inbox.insert([row(event)]);
  await store.inbox.failed(event, 'bug', true, at);
  await knows();
  expect(await end()).toBe('failed unknown');
});

test('one that was told anew ends as its last row does', async () => {
  await handled(event);
  await store.inbox.insert([row(againId(event))]);
  await knows();
  expect(await end()).toBeUndefined();
  await store.inbox.failed(againId(event), 'bug', true, at);
  expect(await end()).toBe('failed unknown');
});

test('one that left nothing behind is not told as sent', async () => {
  await handled(event);
  await knows();
  expect(await end()).toBe('failed unknown');
});
