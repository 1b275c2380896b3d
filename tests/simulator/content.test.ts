import { afterEach, beforeEach, expect, test } from 'vitest';
import { ann, openStand, type Stand, token } from './stand.ts';

let stand: Stand;
let messageId: string;
const photo = Buffer.alloc(100_000, 7);

beforeEach(async () => {
  stand = await openStand();
  messageId = (await stand.platform.sendImage(ann, photo, 'image/jpeg')).messageId ?? '';
});
afterEach(() => stand.close());

const download = (path = '', id = messageId) =>
  fetch(`${stand.sim.url}/v2/bot/message/${id}/content${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test('a photo comes back as it was sent', async () => {
  const response = await download();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(photo.equals(await bytesOf(response))).toBe(true);
  expect((await download('/preview')).status).toBe(200);
});

test('a file has no preview', async () => {
  const file = { name: 'plan.pdf', bytes: Buffer.from('%PDF'), mime: 'application/pdf' };
  const act = await stand.platform.sendFile(ann, file);
  expect((await bytesOf(await download('', act.messageId))).toString()).toBe('%PDF');
  expect((await download('/preview', act.messageId)).status).toBe(400);
});

test('a content in preparation is empty, and its state can be asked', async () => {
  const state = async () => (await download('/transcoding')).json();
  stand.platform.content.change(messageId, { state: 'preparing' });
  const response = await download();
  expect([response.status, (await bytesOf(response)).length]).toEqual([202, 0]);
  expect(await state()).toEqual({ status: 'processing' });
  stand.platform.content.change(messageId, { state: 'ready' });
  expect(await state()).toEqual({ status: 'succeeded' });
  stand.platform.content.change(messageId, { state: 'failed' });
  expect(await state()).toEqual({ status: 'failed' });
});

test('an unknown content is not found, an unsent one is gone', async () => {
  expect((await download('', '1')).status).toBe(404);
  await stand.platform.unsend(ann, messageId);
  const response = await download();
  expect([response.status, await response.json()]).toEqual([410, { message: 'The content is gone' }]);
});

test('a content may come slowly', async () => {
  stand.platform.content.change(messageId, { pace: { pauseMs: 30 } });
  const start = performance.now();
  expect((await bytesOf(await download())).length).toBe(photo.length);
  expect(performance.now() - start).toBeGreaterThan(100);
});

test('a content may be cut in the middle', async () => {
  stand.platform.content.change(messageId, { pace: { cutAfter: 50_000 } });
  const response = await download();
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
});
