import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recorder } from '../support/record.ts';
import { ann, openStand, type Stand, token } from './stand.ts';

const record = recorder('simulator');
let stand: Stand;
beforeEach(async () => {
  stand = await openStand({ recorder: record });
});
afterEach(() => stand.close());

const send = (...messages: object[]) => stand.post('/v2/bot/message/push', { to: ann, messages });
const eventsIn = () => stand.received.flatMap(({ body }) => body.events);
const action = (label: string, more: object) => ({ type: 'action', action: { label, ...more } });

describe('pressing a label', () => {
  const question = {
    type: 'text',
    text: 'How many?',
    quickReply: {
      items: [
        action('Three', { type: 'message', text: '3' }),
        action('Explain', { type: 'postback', data: 'explain', displayText: 'Explain it' }),
        action('Day', { type: 'datetimepicker', data: 'day', mode: 'date' }),
      ],
    },
  };

  test('says the text of a message action', async () => {
    await send(question);
    await stand.platform.press(ann, 'Three');
    expect(eventsIn()).toMatchObject([{ message: { text: '3' } }]);
  });

  test('sends the data of a postback and shows its text', async () => {
    await send(question);
    await stand.platform.press(ann, 'Explain');
    expect(eventsIn()).toMatchObject([{ type: 'postback', postback: { data: 'explain' } }]);
    expect(stand.platform.chat(ann).at(-1)).toMatchObject({ kind: 'person', said: { text: 'Explain it' } });
  });

  test('sends what was picked', async () => {
    await send(question);
    await stand.platform.press(ann, 'Day', { date: '2022-08-09' });
    expect(eventsIn()).toMatchObject([{ postback: { data: 'day', params: { date: '2022-08-09' } } }]);
  });

  test('finds buttons of older cards, but quick replies of the last message only', async () => {
    const button = { type: 'button', action: { type: 'postback', label: 'Open', data: 'open' } };
    const body = { type: 'box', layout: 'vertical', contents: [button] };
    await send(
      { type: 'flex', altText: 'x', contents: { type: 'bubble', body } },
      question,
      stand.say('Well?'),
    );
    expect(stand.platform.tappable(ann).map(({ label }) => label)).toEqual(['Open']);
    await stand.platform.press(ann, 'Open');
    expect(() => stand.platform.press(ann, 'Three')).toThrow('nothing to tap');
  });
});

describe('waiting for a message', () => {
  test('ends when it comes, whoever was first', async () => {
    const waiting = stand.platform.waitFor(ann, ({ message }) => message.text === 'second');
    await send(stand.say('first'), stand.say('second'));
    expect((await waiting).message.text).toBe('second');
    expect((await stand.platform.waitFor(ann, () => true)).message.text).toBe('first');
    expect((await stand.platform.waitFor(ann, () => true, { from: 1 })).message.text).toBe('second');
  });

  test('ends when the bot has the answer to the call that brought it, not before', async () => {
    let isOver = false;
    const waiting = stand.platform
      .waitFor(ann, () => true)
      .then(() => {
        isOver = true;
      });
    const body = JSON.stringify({ to: ann, messages: [stand.say('x')] });
    const head = ['POST /v2/bot/message/push HTTP/1.1', 'host: line', `authorization: Bearer ${token}`];
    const bot = connect(stand.sim.port, '127.0.0.1');
    bot.write(
      [...head, 'content-type: application/json', `content-length: ${body.length}`, '', body].join('\r\n'),
    );
    await once(bot, 'data');
    expect(isOver).toBe(false);
    bot.end();
    await waiting;
  });

  test('ends in vain after the time given', async () => {
    await expect(stand.platform.waitFor(ann, () => true, { timeoutMs: 20 })).rejects.toThrow('within 20 ms');
  });
});

test('people who join are told to whoever keeps them', async () => {
  await stand.close();
  const kept: string[][] = [];
  stand = await openStand({
    people: [],
    onPeopleChanged: (people) => kept.push(people.map(({ name }) => name)),
  });
  const { userId } = stand.platform.addPerson({ name: 'Dao' });
  expect(userId).toMatch(/^U[0-9a-f]{32}$/);
  expect(kept).toEqual([['Dao']]);
  expect(stand.platform.people()).toEqual([{ userId, name: 'Dao', blocked: false }]);
});

test('chats can be forgotten while people stay', async () => {
  await send(stand.say('x'));
  stand.platform.forget();
  expect(stand.platform.messagesTo(ann)).toEqual([]);
  expect(stand.platform.calls()).toEqual([]);
  expect(stand.platform.people()).toHaveLength(3);
});
