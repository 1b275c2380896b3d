import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recorder } from '../support/record.ts';
import { ann, bob, openStand, type Stand } from './stand.ts';

const record = recorder('simulatorMarks');
let stand: Stand;
beforeEach(async () => {
  stand = await openStand({ recorder: record });
});
afterEach(() => stand.close());

const eventsIn = () => stand.received.flatMap(({ body }) => body.events);
const push = (to: string, ...messages: object[]) => stand.post('/v2/bot/message/push', { to, messages });

describe("words that stand for LINE's own emojis", () => {
  test('are marked wherever they are, in UTF-16 units', async () => {
    await stand.platform.sendText(ann, '😀(moon)3$(moon)', { emojis: ['(moon)', '$'] });
    expect(eventsIn()).toMatchObject([
      {
        message: {
          text: '😀(moon)3$(moon)',
          emojis: [
            { index: 2, length: 6 },
            { index: 9, length: 1 },
            { index: 10, length: 6 },
          ],
        },
      },
    ]);
  });

  test('leave no mark where there are none', async () => {
    await stand.platform.sendText(ann, '3', { emojis: ['(moon)'] });
    expect(eventsIn()[0]).not.toHaveProperty('message.emojis');
  });
});

describe('a text under another message', () => {
  test('tells which, be it of the bot or of the person', async () => {
    await push(ann, stand.say('How many?'));
    const asked = stand.platform.messagesTo(ann)[0]?.messageId ?? '';
    const { messageId: own = '' } = await stand.platform.sendText(ann, '3', { quotes: asked });
    await stand.platform.sendText(ann, '4', { quotes: own });
    expect(eventsIn()).toMatchObject([
      { message: { text: '3', quotedMessageId: asked } },
      { message: { text: '4', quotedMessageId: own } },
    ]);
    expect(stand.platform.chat(ann).at(-1)).toMatchObject({ said: { text: '4', quotes: own } });
  });

  test('cannot be under a message of another chat, or one that LINE lets nobody quote', async () => {
    const { messageId = '' } = await stand.platform.sendText(bob, 'x');
    expect(() => stand.platform.sendText(ann, '3', { quotes: messageId })).toThrow('to quote');
    const file = await stand.platform.sendFile(ann, { name: 'a.pdf', bytes: Buffer.from('x') });
    expect(() => stand.platform.sendText(ann, '3', { quotes: file.messageId ?? '' })).toThrow('to quote');
  });
});

describe('an edited text', () => {
  test('keeps its id, and gets tokens of its own', async () => {
    const { messageId = '', replyToken } = await stand.platform.sendText(ann, '3');
    const act = await stand.platform.edit(ann, messageId, '4');
    expect(act.messageId).toBe(messageId);
    expect(act.replyToken).not.toBe(replyToken);
    const [sent, edited] = eventsIn();
    expect(edited).toMatchObject({
      type: 'messageEdited',
      message: { type: 'text', id: messageId, text: '4' },
    });
    const quoteTokens = [sent, edited].map((event) => event && 'message' in event && event.message);
    expect(quoteTokens[0]).not.toMatchObject({ quoteToken: Object(quoteTokens[1]).quoteToken });
    expect(stand.platform.chat(ann).at(-1)).toMatchObject({ messageId, said: { type: 'edited', text: '4' } });
  });

  test('is one that the same person sent', async () => {
    const { messageId = '' } = await stand.platform.sendText(bob, '3');
    expect(() => stand.platform.edit(ann, messageId, '4')).toThrow('sent no text');
    const sticker = await stand.platform.sendSticker(ann);
    expect(() => stand.platform.edit(ann, sticker.messageId ?? '', '4')).toThrow('sent no text');
  });
});

describe('photos sent in one go', () => {
  const photos = ['a', 'b'].map((bytes) => ({ bytes: Buffer.from(bytes), mime: 'image/jpeg' }));
  const sets = () =>
    eventsIn().map((event) =>
      event.type === 'message' && 'imageSet' in event.message ? event.message.imageSet : undefined,
    );

  test('are a webhook each, of one set', async () => {
    const acts = await stand.platform.sendImages(ann, photos);
    expect(stand.received).toHaveLength(2);
    const [set] = sets();
    expect(set?.id).toMatch(/^[0-9A-F]{64}$/);
    expect(sets()).toEqual(expect.arrayContaining([1, 2].map((index) => ({ id: set?.id, index, total: 2 }))));
    expect(
      acts.map(({ messageId = '' }) => stand.platform.content.find(messageId)?.bytes.toString()),
    ).toEqual(['a', 'b']);
  });

  test('may be more than come', async () => {
    await stand.platform.sendImages(ann, photos, { total: 3 });
    expect(sets().map((set) => set?.total)).toEqual([3, 3]);
  });
});
