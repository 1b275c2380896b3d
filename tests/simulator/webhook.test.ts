import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recorder } from '../support/record.ts';
import { ann, bob, openStand, type Received, type Stand, secret } from './stand.ts';

const record = recorder('simulator-webhooks');
let stand: Stand;
beforeEach(async () => {
  stand = await openStand({ recorder: record });
});
afterEach(() => stand.close());

const eventsOf = (webhook: Received | undefined) => webhook?.body.events ?? [];
const textsIn = (webhook: Received) =>
  eventsOf(webhook).map((event) =>
    event.type === 'message' && event.message.type === 'text' ? event.message.text : event.type,
  );
const signature = (bytes: Buffer) => createHmac('sha256', secret).update(bytes).digest('base64');

describe('a webhook', () => {
  test('is signed over the bytes that are sent', async () => {
    await stand.platform.sendText(ann, 'สวัสดี 😀');
    const [{ headers, bytes, body }] = stand.received as [Received];
    expect(headers['x-line-signature']).toBe(signature(bytes));
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body.destination).toBe(stand.platform.botUserId);
    expect(bytes.toString()).toContain('สวัสดี 😀');
  });

  test('may escape what is not ASCII, and is signed over that', async () => {
    stand.platform.webhook.change({ escapeNonAscii: true });
    await stand.platform.sendText(ann, 'สวัสดี 😀');
    const [{ headers, bytes }] = stand.received as [Received];
    expect(bytes.toString()).toContain('\\u0e2a');
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
    expect(headers['x-line-signature']).toBe(signature(bytes));
    expect(stand.received.map(textsIn)).toEqual([['สวัสดี 😀']]);
  });

  test('carries ids of the right shapes', async () => {
    const act = await stand.platform.sendText(ann, 'hello');
    expect(act).toMatchObject({ delivery: { reason: 'OK', status: 200 } });
    const [event] = eventsOf(stand.received[0]);
    expect(event).toMatchObject({
      type: 'message',
      mode: 'active',
      timestamp: Date.parse('2022-08-01T02:00:00Z'),
      source: { type: 'user', userId: ann },
      webhookEventId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      deliveryContext: { isRedelivery: false },
      message: { id: expect.stringMatching(/^\d{18,}$/), quoteToken: expect.any(String) },
    });
  });

  test('takes the time and the id that it is given', async () => {
    const webhookEventId = '01FZ74A0TDDPYRVKNK77XKC3ZR';
    await stand.platform.sendText(ann, 'hello', { timestamp: 5, webhookEventId });
    expect(eventsOf(stand.received[0])).toMatchObject([{ timestamp: 5, webhookEventId }]);
  });

  test('can be a test without events, also by the API', async () => {
    expect((await stand.post('/v2/bot/channel/webhook/test')).body).toMatchObject({
      success: true,
      statusCode: 200,
      reason: 'OK',
    });
    expect(eventsOf(stand.received[0])).toEqual([]);
    stand.answers.push(500);
    expect((await stand.post('/v2/bot/channel/webhook/test')).body).toMatchObject({
      success: false,
      reason: 'ERROR_STATUS_CODE',
    });
  });

  test('goes where it is told', async () => {
    await stand.call('PUT', '/v2/bot/channel/webhook/endpoint', { endpoint: 'http://127.0.0.1:9/elsewhere' });
    expect((await stand.get('/v2/bot/channel/webhook/endpoint')).body.endpoint).toBe(
      'http://127.0.0.1:9/elsewhere',
    );
    expect((await stand.platform.sendText(ann, 'x')).delivery.reason).toBe('COULD_NOT_CONNECT');
  });
});

test('every act of a person is an event', async () => {
  const { platform } = stand;
  const { groupId } = platform.addGroup({ name: 'Village', members: [ann] });
  await platform.follow(ann);
  await platform.sendImage(ann, Buffer.from('x'), 'image/png');
  await platform.sendSticker(ann);
  await platform.sendLocation(ann, { title: 'Hall', address: 'Moo 1', latitude: 15, longitude: 104 });
  await platform.sendFile(ann, { name: 'a.pdf', bytes: Buffer.from('xyz'), mime: 'application/pdf' });
  await platform.tap(ann, { data: 'x=1', params: { date: '2022-08-09' }, displayText: 'Picked' });
  await platform.join(groupId);
  await platform.sendText(ann, '@bot hello', { in: groupId, mentionsBot: true });
  await platform.sendText(ann, 'quiet', { standby: true });
  await platform.unfollow(ann);
  await platform.follow(ann);
  expect(stand.received.flatMap(eventsOf)).toMatchObject([
    { type: 'follow', follow: { isUnblocked: false } },
    { type: 'message', message: { type: 'image', contentProvider: { type: 'line' } } },
    { type: 'message', message: { type: 'sticker' } },
    { type: 'message', message: { type: 'location', title: 'Hall' } },
    { type: 'message', message: { type: 'file', fileName: 'a.pdf', fileSize: 3 } },
    { type: 'postback', postback: { data: 'x=1', params: { date: '2022-08-09' } } },
    { type: 'join', source: { type: 'group', groupId } },
    {
      source: { type: 'group', groupId, userId: ann },
      message: {
        mention: { mentionees: [{ index: 0, length: 4, userId: platform.botUserId, isSelf: true }] },
      },
    },
    { mode: 'standby', message: { text: 'quiet' } },
    { type: 'unfollow' },
    { type: 'follow', follow: { isUnblocked: true } },
  ]);
  expect(eventsOf(stand.received[8])[0]).not.toHaveProperty('replyToken');
  expect(eventsOf(stand.received[9])[0]).not.toHaveProperty('replyToken');
});

describe('redelivery', () => {
  test('sends what was not taken again, with the same id and token', async () => {
    stand.platform.webhook.change({ redelivery: { on: true, delaysMs: [0, 0, 0] } });
    stand.answers.push(500, 503);
    const act = await stand.platform.sendText(ann, 'hello');
    await stand.platform.webhook.idle();
    expect(stand.platform.webhook.log().map(({ status, isRedelivery }) => [status, isRedelivery])).toEqual([
      [500, false],
      [503, true],
      [200, true],
    ]);
    const [first, , last] = stand.received.flatMap(eventsOf);
    expect(last).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect(last?.replyToken).toBe(act.replyToken);
  });

  test('is off unless it is switched on', async () => {
    stand.answers.push(500);
    expect((await stand.platform.sendText(ann, 'hello')).delivery).toMatchObject({
      reason: 'ERROR_STATUS_CODE',
      status: 500,
    });
    await stand.platform.webhook.idle();
    expect(stand.received).toHaveLength(1);
  });
});

test('a webhook that is not answered within two seconds has failed', async () => {
  stand.answers.push('nothing');
  const { delivery } = await stand.platform.sendText(ann, 'hello');
  expect(delivery.reason).toBe('REQUEST_TIMEOUT');
  expect(delivery.tookMs).toBeGreaterThanOrEqual(1990);
});

describe('on demand', () => {
  test('an event comes several times', async () => {
    stand.platform.webhook.change({ duplicates: 2 });
    await stand.platform.sendText(ann, 'hello');
    await stand.platform.webhook.idle();
    expect(new Set(stand.received.map(({ bytes }) => bytes.toString())).size).toBe(1);
    expect(stand.received).toHaveLength(3);
  });

  test('events come late and in another order', async () => {
    stand.platform.webhook.hold();
    const acts = ['one', 'two', 'three'].map((text) => stand.platform.sendText(ann, text));
    expect(stand.received).toEqual([]);
    await stand.platform.webhook.release('reversed');
    await Promise.all(acts);
    expect(stand.received.map(textsIn)).toEqual([['three'], ['two'], ['one']]);
    await stand.platform.sendText(ann, 'four');
    expect(stand.received.map(textsIn).at(-1)).toEqual(['four']);
  });

  test('events of several people come in one webhook', async () => {
    const { events } = stand.platform;
    await stand.platform.deliverBatch([events.text(ann, 'one'), events.text(bob, 'two')]);
    expect(stand.received.map(textsIn)).toEqual([['one', 'two']]);
  });

  test('any bytes come with any signature', async () => {
    const unsigned = await stand.platform.sendRaw('{"events":[]}', { signature: null });
    await stand.platform.sendRaw('{"events":[ ]}', { signature: 'forged' });
    await stand.platform.sendRaw('{"events":[  ]}');
    expect(unsigned.status).toBe(200);
    const sent = stand.received.map(({ headers }) => headers['x-line-signature']);
    expect(sent).toEqual([undefined, 'forged', signature(Buffer.from('{"events":[  ]}'))]);
  });
});

test('whoever has blocked the bot cannot write to it', async () => {
  await stand.platform.unfollow(ann);
  expect(() => stand.platform.sendText(ann, 'x')).toThrow('has blocked the bot');
});
