import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLine } from '../../src/line/client.ts';
import { plainMessages } from '../../src/line/plain.ts';
import { ann, bob, openStand, type Stand, token } from '../simulator/stand.ts';
import { clock, readableLog } from './clock.ts';
import { somchai } from './lineEvents.ts';

const key = '123e4567-e89b-12d3-a456-426614174000';
const card = {
  type: 'flex',
  altText: 'ข้อ 3/14 การประชุม',
  contents: { type: 'bubble', body: { type: 'box', layout: 'zigzag', contents: [] } },
};
const question = { type: 'text', text: 'ให้กี่คะแนน', quickReply: { items: [] } };

let stand: Stand;
let line: ReturnType<typeof createLine>;
const log = readableLog();
const complaints = () => log.lines.filter(({ code }) => code === 'lineRefusedMessages');
const messagesTo = (user: string) => stand.platform.messagesTo(user).map(({ message }) => message);

beforeAll(async () => {
  stand = await openStand({});
  line = createLine({ token, apiBase: stand.sim.url, dataBase: stand.sim.url, log, clock });
});
afterAll(async () => {
  await line.close();
  await stand.close();
});

test('messages say the same as texts, one for each', () => {
  const photo = { type: 'image', originalContentUrl: 'https://x.example/1', previewImageUrl: '' };
  expect(plainMessages([card, question, photo, { type: 'text', text: '' }])).toEqual([
    { type: 'text', text: 'ข้อ 3/14 การประชุม' },
    { type: 'text', text: 'ให้กี่คะแนน' },
    { type: 'text', text: 'https://x.example/1' },
    { type: 'text', text: '–' },
  ]);
});

test('a reply that LINE does not take goes as text, and the log tells what LINE found', async () => {
  const { replyToken = '' } = await stand.platform.sendText(ann, 'ระดับ');
  expect(await line.reply(replyToken, [card, question], false)).toMatchObject({ kind: 'sent' });
  expect(messagesTo(ann)).toEqual(plainMessages([card, question]));
  expect(complaints()).toMatchObject([
    { path: '/v2/bot/message/reply', status: 400, requestId: expect.any(String), places: expect.any(String) },
  ]);
  expect(JSON.stringify(log.lines)).not.toContain('ประชุม');
});

test('so does what is pushed, once however often it is tried', async () => {
  const before = messagesTo(ann).length;
  for (const _ of ['first', 'again']) {
    expect(await line.push(ann, [card], key, false)).toMatchObject({ kind: 'sent' });
    const toBoth = await line.multicast([ann, bob], [card], key.replace('1', '6'), false);
    expect(toBoth).toMatchObject({ kind: 'sent' });
  }
  expect(messagesTo(ann).slice(before)).toEqual([...plainOf(card), ...plainOf(card)]);
  expect(messagesTo(bob)).toEqual(plainOf(card));
});
const plainOf = ({ altText: text }: typeof card) => [{ type: 'text', text }];

test('what LINE refuses for whom it is to, or as text already, is not tried in other words', async () => {
  const calls = stand.platform.calls().length;
  const told = complaints().length;
  const action = { type: 'message', label: 'ใช่', text: 'ใช่' };
  const asked = [{ type: 'text', text: 'ใช่ไหม', quickReply: { items: [{ type: 'action', action }] } }];
  expect(await line.push(somchai, asked, key.replace('1', '5'), false)).toMatchObject({ kind: 'refused' });
  const endless = [{ type: 'text', text: 'ก'.repeat(5001) }];
  expect(await line.push(ann, endless, key.replace('1', '4'), false)).toMatchObject({ kind: 'refused' });
  expect(stand.platform.calls().length).toBe(calls + 2);
  expect(complaints().length).toBe(told);
});
