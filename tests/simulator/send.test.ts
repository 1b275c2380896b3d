import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ann, bob, cho, hours, minutes, openStand, type Stand, seconds, stranger } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const reply = (replyToken: string | undefined, ...texts: string[]) =>
  stand.post('/v2/bot/message/reply', { replyToken, messages: texts.map(stand.say) });
const push = (to: string, text: string) =>
  stand.post('/v2/bot/message/push', { to, messages: [stand.say(text)] });
const textsTo = (chat: string) => stand.platform.messagesTo(chat).map((sent) => sent.message.text);
const invalidToken = { status: 400, body: { message: 'Invalid reply token' } };

describe('a reply', () => {
  test('reaches the person who wrote, and says which event it answers', async () => {
    const act = await stand.platform.sendText(ann, 'hello');
    const answer = await reply(act.replyToken, 'one', 'two');
    expect(answer).toMatchObject({ status: 200, body: { sentMessages: [{ id: /^\d+$/ }, {}] } });
    const [first] = stand.platform.messagesTo(ann);
    expect(first).toMatchObject({ via: 'reply', inReplyTo: act.webhookEventId, notificationDisabled: false });
    expect(first?.callId).toBe(answer.headers.get('x-line-request-id'));
    expect(textsTo(ann)).toEqual(['one', 'two']);
    expect(textsTo(bob)).toEqual([]);
  });

  test('uses its token up', async () => {
    const { replyToken } = await stand.platform.sendText(ann, 'hello');
    await reply(replyToken, 'one');
    expect(await reply(replyToken, 'two')).toMatchObject(invalidToken);
    expect(textsTo(ann)).toEqual(['one']);
  });

  test('comes within a minute', async () => {
    const { replyToken } = await stand.platform.sendText(ann, 'hello');
    const late = await stand.platform.sendText(ann, 'hello again');
    stand.pass(seconds(60));
    expect(await reply(replyToken, 'in time')).toMatchObject({ status: 200 });
    stand.pass(1);
    expect(await reply(late.replyToken, 'too late')).toMatchObject(invalidToken);
  });

  test('with a message that is refused leaves the token usable', async () => {
    const { replyToken } = await stand.platform.sendText(ann, 'hello');
    expect(await reply(replyToken, '')).toMatchObject({ status: 400 });
    expect(await reply(replyToken, 'better')).toMatchObject({ status: 200 });
  });

  test('to an unknown token is refused', async () => {
    expect(await reply('0'.repeat(32), 'x')).toMatchObject(invalidToken);
  });

  test('takes no retry key', async () => {
    const { replyToken } = await stand.platform.sendText(ann, 'hello');
    const headers = { 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' };
    const body = { replyToken, messages: [stand.say('x')] };
    expect(await stand.post('/v2/bot/message/reply', body, headers)).toMatchObject({ status: 400 });
  });

  test('in a group goes to the group', async () => {
    const { groupId } = stand.platform.addGroup({ name: 'Village', members: [ann, bob] });
    const act = await stand.platform.sendText(ann, 'hello', { in: groupId });
    await reply(act.replyToken, 'to all');
    expect(textsTo(groupId)).toEqual(['to all']);
    expect(textsTo(ann)).toEqual([]);
  });
});

describe('a push', () => {
  test('reaches a person, silently when asked to', async () => {
    const body = { to: ann, messages: [stand.say('x')], notificationDisabled: true };
    expect(await stand.post('/v2/bot/message/push', body)).toMatchObject({ status: 200 });
    expect(stand.platform.messagesTo(ann)).toMatchObject([{ via: 'push', notificationDisabled: true }]);
  });

  test('to someone who blocked the bot is accepted, not delivered and not counted', async () => {
    await stand.platform.unfollow(ann);
    expect(await push(ann, 'x')).toMatchObject({ status: 200, body: { sentMessages: [{}] } });
    expect(textsTo(ann)).toEqual([]);
    expect(stand.platform.quota.used()).toBe(0);
    await stand.platform.follow(ann);
    await push(ann, 'back');
    expect(textsTo(ann)).toEqual(['back']);
  });

  test('to an unknown person fails', async () => {
    expect(await push(stranger, 'x')).toMatchObject({
      status: 400,
      body: { message: 'Failed to send messages' },
    });
  });

  test('to something that is no id is refused', async () => {
    expect(await push('someone', 'x')).toMatchObject({
      status: 400,
      body: { message: "The property, 'to', in the request body is invalid (line: -, column: -)" },
    });
  });
});

describe('a multicast', () => {
  const multicast = (to: string[]) =>
    stand.post('/v2/bot/message/multicast', { to, messages: [stand.say('x')] });

  test('reaches each friend', async () => {
    await stand.platform.unfollow(bob);
    expect(await multicast([ann, bob, cho])).toMatchObject({ status: 200, body: {} });
    expect([ann, bob, cho].map(textsTo)).toEqual([['x'], [], ['x']]);
    expect(stand.platform.quota.used()).toBe(2);
  });

  test('fails as a whole for one bad id', async () => {
    expect(await multicast([ann, 'someone'])).toMatchObject({
      status: 400,
      body: { message: 'The property, to[1], in the request body is invalid (line: -, column: -)' },
    });
    expect(textsTo(ann)).toEqual([]);
  });

  test('has 500 recipients at most', async () => {
    expect((await multicast(Array(501).fill(ann))).body.details).toEqual([
      { message: 'Size must be between 1 and 500', property: 'to' },
    ]);
  });
});

test('a broadcast reaches every friend', async () => {
  await stand.platform.unfollow(cho);
  await stand.post('/v2/bot/message/broadcast', { messages: [stand.say('x')] });
  expect([ann, bob, cho].map(textsTo)).toEqual([['x'], ['x'], []]);
});

describe("the month's quota", () => {
  test('counts recipients, not messages, and no replies', async () => {
    const { groupId } = stand.platform.addGroup({ name: 'Village', members: [ann, bob, cho] });
    await stand.post('/v2/bot/message/push', { to: groupId, messages: [stand.say('a'), stand.say('b')] });
    const act = await stand.platform.sendText(ann, 'hello');
    await reply(act.replyToken, 'free');
    expect((await stand.get('/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 3 });
  });

  test('refuses what goes over it, all or nothing, until the next month', async () => {
    stand.platform.quota.setLimit(2);
    expect((await stand.get('/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 2 });
    await push(ann, 'x');
    const over = await stand.post('/v2/bot/message/multicast', {
      to: [ann, bob],
      messages: [stand.say('y')],
    });
    expect(over).toMatchObject({ status: 429, body: { message: 'You have reached your monthly limit.' } });
    expect(textsTo(ann)).toEqual(['x']);
    // The platform counts in UTC+9, so September begins at 15:00 UTC.
    stand.setClock('2022-08-31T15:00:00Z');
    expect((await push(ann, 'z')).status).toBe(200);
  });

  test('is none without a limit', async () => {
    expect((await stand.get('/v2/bot/message/quota')).body).toEqual({ type: 'none' });
  });
});

test('the messages of a day are counted once the day is over in UTC+9', async () => {
  await push(ann, 'x');
  const count = async () => (await stand.get('/v2/bot/message/delivery/push?date=20220801')).body;
  expect(await count()).toEqual({ status: 'unready' });
  stand.pass(hours(24));
  expect(await count()).toEqual({ status: 'ready', success: 1 });
  expect((await stand.get('/v2/bot/message/delivery/push?date=soon')).status).toBe(400);
});

test('a dry run checks messages and sends nothing', async () => {
  expect(await stand.post('/v2/bot/message/validate/push', { messages: [stand.say('x')] })).toMatchObject({
    status: 200,
    body: {},
  });
  expect((await stand.post('/v2/bot/message/validate/reply', { messages: [stand.say('')] })).status).toBe(
    400,
  );
});

describe('the token of a redelivered event', () => {
  async function redelivered(afterMs: number) {
    stand.platform.webhook.change({ redelivery: { on: true, delaysMs: [300] } });
    stand.answers.push(500);
    const act = await stand.platform.sendText(ann, 'hello');
    stand.pass(afterMs);
    await stand.platform.webhook.idle();
    expect(stand.platform.webhook.log().map(({ isRedelivery }) => isRedelivery)).toEqual([false, true]);
    return act;
  }

  test('lives another minute', async () => {
    const { replyToken } = await redelivered(seconds(50));
    stand.pass(seconds(60));
    expect((await reply(replyToken, 'in time')).status).toBe(200);
  });

  test('is dead twenty minutes after the event', async () => {
    const { replyToken } = await redelivered(minutes(20) + 1);
    expect(await reply(replyToken, 'too old')).toMatchObject(invalidToken);
  });

  test('is not good twice', async () => {
    stand.platform.webhook.change({ redelivery: { on: true, delaysMs: [300] } });
    stand.answers.push(500);
    const { replyToken } = await stand.platform.sendText(ann, 'hello');
    await reply(replyToken, 'answered without taking the webhook');
    await stand.platform.webhook.idle();
    expect(await reply(replyToken, 'again')).toMatchObject(invalidToken);
  });
});
