import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLine } from '../../src/line/client.ts';
import { ann, bob, openStand, type Stand, token } from '../simulator/stand.ts';
import { clock, readableLog } from './clock.ts';
import { somchai } from './lineEvents.ts';
import { answer, openHost } from './lineHost.ts';

const hello = [{ type: 'text', text: 'สวัสดี' }];
const key = '123e4567-e89b-12d3-a456-426614174000';

/** Does something while no time-out runs but one that is wound on by hand. */
async function withTimersStopped(work: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await work();
  } finally {
    vi.useRealTimers();
  }
}

describe('over the LINE stand-in', () => {
  let stand: Stand;
  let line: ReturnType<typeof createLine>;

  beforeAll(async () => {
    stand = await openStand({ quota: 1 });
    line = createLine({ token, apiBase: stand.sim.url, dataBase: stand.sim.url, log: readableLog(), clock });
  });
  afterAll(async () => {
    await line.close();
    await stand.close();
  });

  const replyToken = async () => (await stand.platform.sendText(ann, 'ระดับ')).replyToken ?? '';

  test('LINE tells what people add the bot by', async () => {
    expect(await line.botId()).toBe('@000trial');
  });

  test('a reply token is good once', async () => {
    const token = await replyToken();
    const sent = await line.reply(token, hello, false);
    expect(await line.reply(token, hello, false)).toEqual({ kind: 'badToken' });
    const shown = stand.platform.messagesTo(ann).at(-1);
    expect(shown).toMatchObject({ message: hello[0] });
    expect(sent).toEqual({ kind: 'sent', messages: [shown?.messageId] });
  });

  test('a text that LINE does not take is refused, with the id under which to ask LINE', async () => {
    const endless = [{ type: 'text', text: 'ก'.repeat(5001) }];
    const delivery = await line.reply(await replyToken(), endless, false);
    expect(delivery).toMatchObject({ kind: 'refused', status: 400, requestId: expect.any(String) });
  });

  test('a push is taken once under its key, and told to be so', async () => {
    const sent = await line.push(ann, hello, key, true);
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(await line.push(ann, hello, key, true)).toEqual(sent);
    expect(stand.platform.messagesTo(ann).filter(({ via }) => via === 'push')).toHaveLength(1);
    expect(stand.platform.messagesTo(ann).at(-1)).toMatchObject({ notificationDisabled: true });
  });

  test('one call reaches several people, is taken once under its key, and refused whole for one bad id', async () => {
    stand.platform.quota.setLimit(null);
    const same = key.replace('1', '9');
    expect(await line.multicast([ann, bob], hello, same, false)).toEqual({ kind: 'sent' });
    expect(await line.multicast([ann, bob], hello, same, false)).toEqual({ kind: 'sent' });
    expect(await line.multicast([ann, 'nobody'], hello, key.replace('1', '8'), false)).toMatchObject({
      kind: 'refused',
    });
    const all = [ann, bob].map((user) =>
      stand.platform.messagesTo(user).filter(({ via }) => via === 'multicast'),
    );
    expect(all.map((own) => own.length)).toEqual([1, 1]);
    stand.platform.quota.setLimit(1);
    stand.platform.quota.setUsed(1);
  });

  test("a push beyond the month's quota is told from one that came too fast", async () => {
    expect(await line.push(ann, hello, key.replace('1', '2'), false)).toEqual({ kind: 'quotaUsedUp' });
    stand.platform.faults.next('push', {
      status: 429,
      body: { message: 'The API rate limit has been exceeded. Try again later.' },
    });
    expect(await line.push(ann, hello, key.replace('1', '3'), false)).toEqual({ kind: 'rateLimited' });
  });

  test('another channel’s access token is not accepted', async () => {
    const other = createLine({
      token: 'other',
      apiBase: stand.sim.url,
      dataBase: stand.sim.url,
      log: readableLog(),
      clock,
    });
    expect(await other.reply(await replyToken(), hello, false)).toEqual({ kind: 'unauthorized' });
    await other.close();
  });

  test('a silence after the message was taken leaves it unknown', async () => {
    stand.platform.faults.next('reply', 'timeoutAfterAccept');
    expect(await line.reply(await replyToken(), hello, false)).toEqual({ kind: 'unknown' });
  });

  test('a connection that breaks leaves it unknown', async () => {
    stand.platform.faults.next('reply', 'reset');
    expect(await line.reply(await replyToken(), hello, false)).toEqual({ kind: 'unknown' });
  });

  test('a person’s name is known, a stranger’s is not', async () => {
    expect(await line.profile(ann)).toEqual({ name: 'Person 1', language: 'th' });
    expect(await line.profile(somchai)).toBeUndefined();
  });

  test('the loading animation is shown', async () => {
    await line.loading(ann);
    expect(stand.platform.calls().at(-1)).toMatchObject({ endpoint: 'loading', status: 202 });
  });
});

describe('a host that fails', () => {
  test('by refusing connections certainly got nothing', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    closed.close();
    await once(closed, 'close');
    const log = readableLog();
    const line = createLine({ token, apiBase: base, dataBase: base, log, clock });
    expect(await line.reply('t', hello, false)).toEqual({ kind: 'notSent' });
    expect(await line.profile(somchai)).toBeUndefined();
    await expect(line.loading(somchai)).resolves.toBeUndefined();
    expect(log.lines[0]).toMatchObject({
      code: 'lineCall',
      path: '/v2/bot/message/reply',
      fault: 'ECONNREFUSED',
    });
    await line.close();
  });

  test('by answering never may have got it, which is known within ten seconds', async () => {
    const host = await openHost();
    const asked = new Promise<void>((resolve) => host.next(() => resolve()));
    await withTimersStopped(async () => {
      const answered = host.line.reply('t', hello, false);
      await asked;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await answered).toEqual({ kind: 'unknown' });
    });
    expect(host.log.lines[0]).toMatchObject({ fault: 'TimeoutError' });
  });

  test('by cutting its answer has taken the message all the same', async () => {
    const { line, next } = await openHost();
    next((response, socket) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"sentMess');
      setImmediate(() => socket.destroy());
    });
    expect(await line.reply('t', hello, false)).toMatchObject({ kind: 'sent' });
  });

  test('by cutting a refusal has not told which', async () => {
    const { line, next } = await openHost();
    next((response, socket) => {
      response.writeHead(400, { 'content-length': '500' }).write('{"message":"Inv');
      setImmediate(() => socket.destroy());
    });
    expect(await line.reply('t', hello, false)).toEqual({ kind: 'unknown' });
  });

  test('by answering without end is not listened to for ever', async () => {
    const { line, next } = await openHost();
    next((response) => {
      const flood = () => {
        while (response.writable && response.write('x'.repeat(16_384)));
      };
      response
        .writeHead(400)
        .on('drain', flood)
        .on('error', () => {});
      flood();
    });
    expect(await line.reply('t', hello, false)).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['no JSON', answer(200, 'x')],
    ['no name', answer(200, { userId: somchai })],
    ['an error', answer(500)],
  ])('by telling %s of a person tells nothing', async (_, script) => {
    const { line, next } = await openHost();
    next(script);
    expect(await line.profile(somchai)).toBeUndefined();
  });

  test('does not stop those who do not wait for it', async () => {
    const { line, next } = await openHost();
    next(answer(500), answer(429));
    await expect(line.loading(somchai)).resolves.toBeUndefined();
    await expect(line.loading(somchai)).resolves.toBeUndefined();
  });
});

describe('a call', () => {
  test('says what LINE expects, and silence only where it is wanted', async () => {
    const { line, asked } = await openHost();
    await line.reply('t1', hello, false);
    await line.push(somchai, hello, key, true);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/v2/bot/message/reply',
      headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' },
      body: JSON.stringify({ replyToken: 't1', messages: hello }),
    });
    expect(asked[0]?.headers).not.toHaveProperty('x-line-retry-key');
    expect(asked[1]?.headers).toMatchObject({ 'x-line-retry-key': key });
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
      to: somchai,
      messages: hello,
      notificationDisabled: true,
    });
  });

  test('is never made with an id that could be a path', async () => {
    const { line, asked } = await openHost();
    for (const id of ['a/../../b?x=1', '', 'U123', `${somchai}\n`, `X${somchai.slice(1)}`]) {
      expect(await line.profile(id)).toBeUndefined();
      expect(await line.push(id, hello, key, false)).toEqual({ kind: 'refused', status: 400 });
      await line.loading(id);
    }
    expect(await line.content('../../profile')).toEqual({ kind: 'gone' });
    expect(asked).toEqual([]);
  });

  test("is logged with LINE's id of it, and without whom it concerned or by what right", async () => {
    const { line, log, next } = await openHost();
    next(answer(200), answer(400, { message: 'Invalid reply token' }), answer(200, { displayName: 'สมชาย' }));
    await line.reply('reply-token', hello, false);
    await line.reply('reply-token', hello, false);
    await line.profile(somchai);
    const call = {
      code: 'lineCall',
      method: 'POST',
      path: '/v2/bot/message/reply',
      requestId: 'r-1',
      ms: expect.any(Number),
    };
    expect(log.lines).toEqual([
      { ...call, status: 200 },
      { ...call, status: 400 },
      { ...call, method: 'GET', path: '/v2/bot/profile/{userId}', status: 200 },
    ]);
    expect(JSON.stringify(log.lines)).not.toMatch(/reply-token|secret-token|สมชาย|สวัสดี/);
    expect(JSON.stringify(log.lines)).not.toContain(somchai);
  });

  test('uses a connection that is there, and at most 64 of them', async () => {
    const { line, connections } = await openHost();
    // All 300 calls begin their five seconds together, and a busy machine may need longer for the last of them.
    await withTimersStopped(async () => {
      for (let n = 0; n < 50; n += 1) await line.reply('t', hello, false);
      expect(connections()).toBeLessThanOrEqual(2);
      const deliveries = await Promise.all(Array.from({ length: 300 }, () => line.reply('t', hello, false)));
      expect(deliveries.map(({ kind }) => kind)).toEqual(Array(300).fill('sent'));
      expect(connections()).toBeLessThanOrEqual(64);
    });
  });
});
