import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointNames } from '../../src/simulator/endpoint.ts';
import { ann, bob, openStand, type Stand, seconds, stranger, token } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const push = (headers?: Record<string, string>, body: unknown = { to: ann, messages: [stand.say('x')] }) =>
  stand.post('/v2/bot/message/push', body, headers);

test('every answer carries its own request id', async () => {
  const answers = await Promise.all([
    stand.get('/v2/bot/info'),
    stand.get('/v2/bot/nothing'),
    push({ authorization: '' }),
    push({}, '{'),
  ]);
  const ids = answers.map((answer) => answer.headers.get('x-line-request-id'));
  expect(new Set(ids).size).toBe(4);
  expect(ids).not.toContain(null);
});

describe('refused before it is looked at', () => {
  test.each<[string, number, () => Promise<{ status: number }>]>([
    ['another token', 401, () => push({ authorization: 'Bearer other' })],
    ['no token', 401, () => push({ authorization: '' })],
    ['an unknown path', 404, () => stand.get('/v2/bot/message/telepathy')],
    ['another method', 405, () => stand.get('/v2/bot/message/push')],
    ['a body that is not declared as JSON', 415, () => push({ 'content-type': 'text/plain' })],
    ['a body that is not JSON', 400, () => push({}, '{"to":')],
    ['a body over 2 MB', 413, () => push({}, { to: ann, messages: ['x'.repeat(2 * 1024 * 1024)] })],
  ])('%s: %i', async (_what, status, call) => {
    expect((await call()).status).toBe(status);
  });

  test('the reason is given in words', async () => {
    expect((await push({ authorization: 'Bearer x' })).body.message).toMatch(/^Authentication failed due to/);
    expect((await push({}, '{')).body.message).toMatch(/^The request body could not be parsed as JSON/);
  });
});

test('more calls than the rate allows are refused, and allowed again as time passes', async () => {
  await stand.close();
  stand = await openStand({ rates: { push: { calls: 2, perMs: seconds(1) } } });
  const statuses = [(await push()).status, (await push()).status, (await push()).status];
  expect(statuses).toEqual([200, 200, 429]);
  expect((await push()).body).toEqual({ message: 'The API rate limit has been exceeded. Try again later.' });
  stand.pass(500);
  expect([(await push()).status, (await push()).status]).toEqual([200, 429]);
});

describe('faults on demand', () => {
  test('meet the next calls of their endpoint, one each, in order', async () => {
    stand.platform.faults.next('push', { status: 500 }, null, { status: 429, body: { message: 'slow' } });
    expect((await stand.get('/v2/bot/info')).status).toBe(200);
    expect([(await push()).status, (await push()).status]).toEqual([500, 200]);
    expect(await push()).toMatchObject({ status: 429, body: { message: 'slow' } });
    expect((await push()).status).toBe(200);
    expect(stand.platform.messagesTo(ann)).toHaveLength(2);
  });

  test('stay until they are taken away', async () => {
    stand.platform.faults.always('any', { status: 503 });
    expect([(await push()).status, (await stand.get('/v2/bot/info')).status]).toEqual([503, 503]);
    stand.platform.faults.clear();
    expect((await push()).status).toBe(200);
  });

  test('break the connection', async () => {
    stand.platform.faults.next('push', 'reset');
    await expect(push()).rejects.toThrow('fetch failed');
    expect(stand.platform.messagesTo(ann)).toEqual([]);
  });

  test('leave a call without answer and without effect', async () => {
    stand.platform.faults.next('push', 'hang');
    const hanging = fetch(`${stand.sim.url}/v2/bot/message/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: ann, messages: [stand.say('x')] }),
      signal: AbortSignal.timeout(200),
    });
    await expect(hanging).rejects.toThrow(/timeout/);
    expect(stand.platform.messagesTo(ann)).toEqual([]);
    expect(stand.platform.calls()).toMatchObject([{ endpoint: 'push', answered: false }]);
  });

  test('make an answer late', async () => {
    stand.platform.faults.next('push', { delayMs: 150 });
    const start = performance.now();
    expect((await push()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(140);
  });
});

describe('profiles', () => {
  test('are seen of people who have not blocked the bot', async () => {
    expect((await stand.get(`/v2/bot/profile/${ann}`)).body).toEqual({
      userId: ann,
      displayName: 'Person 1',
      language: 'th',
    });
    await stand.platform.unfollow(ann);
    expect(await stand.get(`/v2/bot/profile/${ann}`)).toMatchObject({
      status: 404,
      body: { message: 'Not found' },
    });
    expect((await stand.get(`/v2/bot/profile/${stranger}`)).status).toBe(404);
    expect((await stand.get('/v2/bot/profile/me')).body).toEqual({
      message: "The value for the 'userId' parameter is invalid",
    });
  });

  test('of a group are seen of its members', async () => {
    const { groupId } = stand.platform.addGroup({ name: 'Village', members: [ann] });
    expect((await stand.get(`/v2/bot/group/${groupId}/summary`)).body).toEqual({
      groupId,
      groupName: 'Village',
    });
    expect((await stand.get(`/v2/bot/group/${groupId}/members/count`)).body).toEqual({ count: 1 });
    expect((await stand.get(`/v2/bot/group/${groupId}/member/${ann}`)).body.displayName).toBe('Person 1');
    expect((await stand.get(`/v2/bot/group/${groupId}/member/${bob}`)).status).toBe(404);
    await stand.post(`/v2/bot/group/${groupId}/leave`);
    expect((await stand.get(`/v2/bot/group/${groupId}/summary`)).status).toBe(404);
  });
});

test('followers are for verified accounts', async () => {
  expect((await stand.get('/v2/bot/followers/ids')).status).toBe(403);
});

describe('the loading animation', () => {
  const loading = (body: unknown) => stand.post('/v2/bot/chat/loading/start', body);

  test('shows until the next message', async () => {
    expect(await loading({ chatId: ann, loadingSeconds: 5 })).toMatchObject({ status: 202, body: {} });
    expect(stand.platform.chat(ann)).toMatchObject([{ kind: 'typing', seconds: 5 }]);
  });

  test.each([
    [{ loadingSeconds: 61 }, 'Must be between 5 and 60'],
    [{ loadingSeconds: 7 }, 'must be a multiple of five'],
    [{ chatId: `C${'1'.repeat(32)}` }, /^Only user id is acceptable/],
  ])('refuses %o', async (part, message) => {
    const answer = await loading({ chatId: ann, ...part });
    expect(answer).toMatchObject({
      status: 400,
      body: { details: [{ message: expect.stringMatching(message) }] },
    });
  });
});

test('every endpoint can be met by a fault', async () => {
  for (const name of endpointNames) stand.platform.faults.next(name, { status: 500 });
  expect(stand.platform.faults.waiting()).toBe(endpointNames.length);
  expect((await stand.get('/v2/bot/message/quota')).status).toBe(500);
  expect((await stand.get('/v2/bot/message/quota/consumption')).status).toBe(500);
  expect((await stand.get('/v2/bot/channel/webhook/endpoint')).status).toBe(500);
  expect(stand.platform.faults.waiting()).toBe(endpointNames.length - 3);
});
