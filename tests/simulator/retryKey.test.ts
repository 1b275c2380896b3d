import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ann, hours, openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(() => stand.close());

const push = (to: string, text: string, headers: Record<string, string>) =>
  stand.post('/v2/bot/message/push', { to, messages: [stand.say(text)] }, headers);
const textsTo = (chat: string) => stand.platform.messagesTo(chat).map((sent) => sent.message.text);

describe('a retry key', () => {
  const key = { 'X-Line-Retry-Key': '123e4567-e89b-12d3-a456-426614174000' };

  test('is accepted once: again it is told which call was accepted and what was sent', async () => {
    const first = await push(ann, 'x', key);
    const again = await push(ann, 'x', key);
    expect(again.status).toBe(409);
    expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
    expect(again.body).toEqual({ message: 'The retry key is already accepted', ...first.body });
    expect(textsTo(ann)).toEqual(['x']);
  });

  test('counts as new after 24 hours', async () => {
    await push(ann, 'x', key);
    stand.pass(hours(24) - 1);
    expect((await push(ann, 'x', key)).status).toBe(409);
    stand.pass(1);
    expect((await push(ann, 'x', key)).status).toBe(200);
    expect(textsTo(ann)).toEqual(['x', 'x']);
  });

  test('of a call that was refused may be used again', async () => {
    stand.platform.faults.next('push', { status: 500 });
    expect((await push(ann, 'x', key)).status).toBe(500);
    expect((await push(ann, '', key)).status).toBe(400);
    expect((await push(ann, 'x', key)).status).toBe(200);
  });

  test('is remembered when the answer to the accepted call never came', async () => {
    stand.platform.faults.next('push', 'timeoutAfterAccept');
    const unanswered = push(ann, 'x', key).catch(() => 'no answer');
    await stand.platform.waitFor(ann, (sent) => sent.message.text === 'x');
    expect((await push(ann, 'x', key)).status).toBe(409);
    expect(stand.platform.calls().map(({ status, answered }) => [status, answered])).toEqual([
      [200, false],
      [409, true],
    ]);
    await stand.close();
    expect(await unanswered).toBe('no answer');
    stand = await openStand();
  });

  test('is a uuid', async () => {
    expect((await push(ann, 'x', { 'X-Line-Retry-Key': 'mine' })).status).toBe(400);
  });
});
