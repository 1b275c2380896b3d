import { describe, expect, test } from 'vitest';
import { createMayLook, isFromHere } from '../../src/web/mayLook.ts';
import { openSite } from './site.ts';

describe('the bot over HTTP', () => {
  test('says that it is alive, whatever the database does', async () => {
    const { get } = await openSite({ ready: () => Promise.reject(new Error('no primary')) });
    expect(await get('/healthz')).toMatchObject({ status: 200, text: 'alive\n' });
    expect(await get('/readyz')).toMatchObject({ status: 503, text: 'not ready\n' });
  });

  test.each([
    ['the database and its schema are there', async () => true, 200],
    ['the schema is not there yet', async () => false, 503],
    ['the database does not answer', () => new Promise<boolean>(() => {}), 503],
  ])('is ready as far as %s', async (_, ready, status) => {
    const { get } = await openSite({ ready });
    expect(await get('/readyz')).toMatchObject({ status });
  });

  test.each([
    'GET /',
    'GET /webhook',
    'PUT /webhook',
    'POST /metrics',
    'GET /..%2f..%2fetc/passwd',
    'GET /.env',
    'GET /simulator',
  ])('has nothing at %s', async (place) => {
    const { ask } = await openSite();
    const [method = '', path = ''] = place.split(' ');
    expect(await ask(method, path)).toMatchObject({ status: 404, text: '' });
  });

  test('shows no page in a frame, guesses no types and does not say what it is made with', async () => {
    const { get } = await openSite();
    const { headers } = await get('/healthz');
    expect(headers).toMatchObject({ 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('answers an address that cannot be read without telling how it is built', async () => {
    const { get } = await openSite();
    for (const path of ['/%ff', '/%', `/${'a'.repeat(20_000)}`]) {
      const { status, text } = await get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/at |node_modules|src\//);
    }
  });

  test('tells of a failure an id, under which the log knows its kind and place', async () => {
    const { get, log } = await openSite({
      pages: () => {
        throw new TypeError('สมชาย 1234567890123');
      },
    });
    expect(await get('/reports')).toMatchObject({ status: 500, text: 'id-1\n' });
    expect(log.lines).toMatchObject([{ code: 'httpFailure', event: 'id-1', error: 'TypeError' }]);
    expect(JSON.stringify(log.lines)).not.toMatch(/สมชาย|1234567890123/);
  });

  test('waits ten seconds at most for a request to be here as a whole', async () => {
    const { server, raw } = await openSite();
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 10_000]);
    server.headersTimeout = 200;
    server.requestTimeout = 200;
    const [headers, body] = await Promise.all([
      raw('POST /webhook HTTP/1.1\r\nHost: x\r\nX-Slow'),
      raw('POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"eve'),
    ]);
    expect(headers).toMatch(/^HTTP\/1.1 408 /);
    expect(body).toMatch(/^HTTP\/1.1 408 /);
  });
});

describe('its figures', () => {
  test('are for this machine in a trial', async () => {
    const { get } = await openSite();
    expect(await get('/metrics')).toMatchObject({ status: 200, text: 'fundline_events_total 7\n' });
  });

  test.each([undefined, 'let-me-see'])(
    'are in production not for this machine, where a proxy may be (token %s)',
    async (token) => {
      const { get } = await openSite({ mayLook: createMayLook('production', token) });
      expect(await get('/metrics')).toMatchObject({ status: 404, text: '' });
    },
  );

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'are not for those behind a proxy on it (%s)',
    async (name) => {
      const { get } = await openSite();
      expect(await get('/metrics', { [name]: '127.0.0.1' })).toMatchObject({ status: 404 });
    },
  );

  test.each(['trial', 'production'] as const)('are for whoever has the token in %s', async (mode) => {
    const { get } = await openSite({ mayLook: createMayLook(mode, 'let-me-see') });
    const behind = { 'x-forwarded-for': '203.0.113.9' };
    const status = async (authorization: string) =>
      (await get('/metrics', { ...behind, authorization })).status;
    expect(await status('Bearer let-me-see')).toBe(200);
    for (const wrong of [
      '',
      'Bearer ',
      'Bearer let-me-se',
      'Bearer let-me-see ',
      'let-me-see',
      'Bearer undefined',
    ])
      expect(await status(wrong)).toBe(wrong === 'Bearer let-me-see ' ? 200 : 404);
  });

  test('have no token that opens them while none is set', async () => {
    const { get } = await openSite();
    const headers = { via: 'x', authorization: 'Bearer undefined' };
    expect(await get('/metrics', headers)).toMatchObject({ status: 404 });
  });

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.7', false],
    ['203.0.113.127', false],
    ['127.evil.example', false],
    ['2001:db8::1', false],
    [undefined, false],
  ])('know the address %s to be this machine: %s', (remoteAddress, isHere) => {
    expect(isFromHere({ socket: { remoteAddress }, headers: {} })).toBe(isHere);
  });
});
