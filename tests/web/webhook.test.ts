import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { clock } from '../line/clock.ts';
import { bodyOf, event, text } from '../line/lineEvents.ts';
import { openSite, secret, sign } from './site.ts';

const megabyte = 1024 * 1024;
let site: Awaited<ReturnType<typeof openSite>>;
beforeEach(async () => {
  site = await openSite();
});

/** A webhook of exactly so many bytes. */
function bodyOfSize(size: number): Buffer {
  const body = bodyOf(text(''));
  return Buffer.from(body.toString().replace('"text":""', `"text":"${'x'.repeat(size - body.length)}"`));
}

describe('a signed webhook', () => {
  test('is answered when its events are kept', async () => {
    const answer = await site.post(bodyOf(text('3'), text('2')));
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(site.kept).toHaveLength(2);
    expect(site.observed).toEqual([200]);
  });

  test('may say so in headers of any case and be of any type', async () => {
    const body = bodyOf(text('3'));
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json; charset=tis-620',
      '',
    ])
      expect(
        await site.ask('POST', '/webhook', { 'X-LINE-SIGNATURE': sign(body), 'content-type': type }, body),
      ).toMatchObject({ status: 200 });
    expect(site.kept).toHaveLength(4);
  });

  test('of the Verify button is fine', async () => {
    expect(await site.post('{"destination":"x","events":[]}')).toMatchObject({ status: 200 });
  });

  test('of last week is taken as one; the inbox knows what it has', async () => {
    const old = bodyOf(text('3', { timestamp: Date.now() - 7 * 24 * 3600 * 1000 }));
    expect(await site.post(old)).toMatchObject({ status: 200 });
    expect(await site.post(old)).toMatchObject({ status: 200 });
    expect(new Set(site.kept.map(({ id }) => id)).size).toBe(1);
  });

  test('keeps its good events when others are broken, unknown or nobody’s', async () => {
    const body = bodyOf(null, event({ type: 'teleport' }), text('3', { mode: 'standby' }), text('3'));
    expect(await site.post(body)).toMatchObject({ status: 200 });
    expect(site.kept).toHaveLength(1);
    expect(site.log.lines.map(({ why }) => why)).toEqual(['unreadable', 'unknownType', 'standby']);
  });

  test('may be large, up to a megabyte', async () => {
    expect(await site.post(bodyOfSize(megabyte))).toMatchObject({ status: 200 });
    expect(site.kept).toHaveLength(1);
    expect(await site.post(bodyOfSize(megabyte + 1))).toMatchObject({ status: 413 });
    expect(site.kept).toHaveLength(1);
  });

  test('may come in pieces of no stated length, up to a megabyte', async () => {
    const chunked = { 'transfer-encoding': 'chunked' };
    expect(await site.post(bodyOfSize(megabyte), chunked)).toMatchObject({ status: 200 });
    expect(await site.post(bodyOfSize(2 * megabyte), chunked)).toMatchObject({ status: 413 });
    expect(site.kept).toHaveLength(1);
  });

  test('may be nested deeper than a program can walk', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await site.post(`{"events":[${deep}]}`)).toMatchObject({ status: 200 });
    expect(site.kept).toEqual([]);
  });

  test('may hold ten thousand events', async () => {
    const small = { type: 'follow', source: { type: 'user', userId: `U${'1'.repeat(32)}` } };
    const body = bodyOf(...Array.from({ length: 10_000 }, (_, timestamp) => ({ ...small, timestamp })));
    expect(body.length).toBeGreaterThan(megabyte);
    expect(
      await site.post(bodyOf(...Array.from({ length: 9_000 }, (_, timestamp) => ({ ...small, timestamp })))),
    ).toMatchObject({ status: 200 });
    expect(site.kept).toHaveLength(9_000);
  });
});

const body = bodyOf(text('3'));
const good = sign(body);

describe('an unsigned webhook is refused, and nothing of it is kept', () => {
  test.each([
    ['without a signature', []],
    ['with an empty one', ['']],
    ['with one of another key', [sign(body, 'other')]],
    ['with a SHA-1', [createHmac('sha1', secret).update(body).digest('base64')]],
    ['with one in hex', [createHmac('sha256', secret).update(body).digest('hex')]],
    ['with one in lower case', [good.toLowerCase()]],
    ['with one without padding', [good.slice(0, -1)]],
    ['with a blank inside', [`${good.slice(0, 5)} ${good.slice(5)}`]],
    ['with one in the URL alphabet', [`${good.slice(0, -2)}-=`]],
    ['with junk behind', [`${good}!!`]],
    ['with base64 behind', [`${good}AAAA`]],
    ['with it twice', [`${good},${good}`]],
    ['with two headers', [good, good]],
  ])('%s', async (_, signatures) => {
    const headers = signatures.length === 0 ? {} : { 'x-line-signature': signatures };
    expect(await site.ask('POST', '/webhook', headers, body)).toMatchObject({ status: 401, text: '' });
    expect(site.kept).toEqual([]);
    expect(site.log.lines).toEqual([{ code: 'webhookRefused', status: 401 }]);
  });

  test('whose body has a blank more', async () => {
    expect(await site.post(`${body} `, { 'x-line-signature': good })).toMatchObject({ status: 401 });
  });

  test('with blanks around the signature only as far as HTTP drops them', async () => {
    const answer = await site.raw(
      `POST /webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Line-Signature:   ${good}  \r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  test('without a body', async () => {
    expect(await site.ask('POST', '/webhook')).toMatchObject({ status: 401 });
  });

  test('of 60 MB, before it is read', async () => {
    const asked = request({
      port: site.port,
      method: 'POST',
      path: '/webhook',
      headers: { 'content-length': 60 * megabyte },
    });
    const status = await new Promise((resolve) => {
      asked.on('response', (response) => resolve(response.statusCode));
      asked.flushHeaders();
    });
    asked.on('error', () => {});
    asked.destroy();
    expect(status).toBe(413);
  });
});

describe('a signed body that is no webhook is refused', () => {
  test.each([
    ['nothing', ''],
    ['cut', '{"events":['],
    ['with a byte order mark', '\ufeff{"events":[]}'],
    ['NaN', 'NaN'],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['an empty object', '{}'],
    ['events like a list', '{"events":{"length":1000000000}}'],
  ])('%s', async (_, content) => {
    expect(await site.post(content)).toMatchObject({ status: 400, text: '' });
    expect(site.kept).toEqual([]);
  });

  test('packed, since it could unfold', async () => {
    const packed = gzipSync(body);
    expect(await site.post(packed, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    expect(await site.post(body, { 'content-encoding': 'identity' })).toMatchObject({ status: 200 });
  });
});

describe('events that are not kept in time', () => {
  test('are refused while the inbox fails, so that LINE delivers them again', async () => {
    const failing = await openSite({ accept: () => Promise.reject(new Error('no primary')) });
    expect(await failing.post(body)).toMatchObject({ status: 503 });
    expect(failing.log.lines).toEqual([
      { code: 'eventsNotKept', why: 'failed', rows: 1 },
      { code: 'webhookRefused', status: 503 },
    ]);
  });

  test('are refused after 1.5 seconds while the inbox is silent, and may still be kept later', async () => {
    let end = (): void => {};
    const waits: number[] = [];
    const silent = await openSite({
      accept: () =>
        new Promise((resolve) => {
          end = resolve;
        }),
      clock: { ...clock, sleep: async (ms) => void waits.push(ms) },
    });
    expect(await silent.post(body)).toMatchObject({ status: 503 });
    expect(waits).toEqual([1500]);
    end();
    expect(silent.log.lines[0]).toMatchObject({ why: 'late' });
  });

  test('and fail after that do no harm', async () => {
    let fail = (_: Error): void => {};
    const late = await openSite({
      accept: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
      clock: { ...clock, sleep: async () => {} },
    });
    expect(await late.post(body)).toMatchObject({ status: 503 });
    fail(new Error('too late'));
    expect(await late.get('/healthz')).toMatchObject({ status: 200 });
  });

  test('do not stop what needs no keeping', async () => {
    const failing = await openSite({ accept: () => Promise.reject(new Error('no primary')) });
    expect(await failing.post('{"events":[]}')).toMatchObject({ status: 200 });
    expect(await failing.post(bodyOf(event({ type: 'teleport' })))).toMatchObject({ status: 200 });
  });
});

test('a sender who goes away in the middle leaves nothing behind', async () => {
  const headers = { 'content-length': 500 };
  const asked = request({ port: site.port, method: 'POST', path: '/webhook', headers });
  asked.on('error', () => {});
  asked.write('{"events":');
  const [received] = await once(site.server, 'request');
  asked.destroy();
  await new Promise((resolve) => received.on('close', resolve));
  expect(await site.post(body)).toMatchObject({ status: 200 });
  expect(site.kept).toHaveLength(1);
  expect(site.observed).toEqual([200]);
});
