import { describe, expect, test } from 'vitest';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { createDecodeRow } from '../../src/line/decode.ts';
import { createLineClock } from '../../src/line/eventTime.ts';
import { datePickerData, tapData } from '../../src/line/postback.ts';
import { event, group, message, personOf, receivedAt, rowOf, somchai, text } from './lineEvents.ts';

const decode = (one: unknown) => createDecodeRow(createLineClock())(rowOf(one));
const draft = 'd1' as DraftId;
const step = 'i03' as StepKey;

describe('an event', () => {
  test('says who did it, when, and how to answer', () => {
    const one = text('๓', { deliveryContext: { isRedelivery: true } });
    expect(decode(one)).toEqual({
      id: one.webhookEventId,
      who: personOf(somchai),
      lineUser: somchai,
      at: new Date(Number(one.timestamp)),
      ageUnknown: true,
      receivedAt,
      replyToken: one.replyToken,
      redelivered: true,
      kind: 'text',
      text: '๓',
    });
  });

  test.each([
    ['a follow', event({ type: 'follow', follow: { isUnblocked: false } }), { kind: 'follow' }],
    ['an unfollow', event({ type: 'unfollow', replyToken: undefined }), { kind: 'unfollow' }],
    [
      'an unsent message',
      event({ type: 'unsend', unsend: { messageId: '325708' } }),
      { kind: 'unsend', message: '325708' },
    ],
    [
      'an edited message',
      event({ type: 'messageEdited', message: { type: 'text', id: '1', text: '4' } }),
      { kind: 'edited', text: '4' },
    ],
    [
      'a text that was written under another message',
      message({ type: 'text', text: '3', quotedMessageId: '468789577898262529' }),
      { kind: 'text', text: '3', quotes: '468789577898262529' },
    ],
    ['a sticker', message({ type: 'sticker', packageId: '1' }), { kind: 'other', media: 'sticker' }],
    ['a voice message', message({ type: 'audio', duration: 60_000 }), { kind: 'other', media: 'audio' }],
    ['a film', message({ type: 'video' }), { kind: 'other', media: 'video' }],
    ['a message of tomorrow', message({ type: 'hologram' }), { kind: 'other', media: 'unknown' }],
    [
      'a message that is none',
      event({ type: 'message', message: null }),
      { kind: 'other', media: 'unknown' },
    ],
    [
      'a place',
      message({ type: 'location', latitude: 15.1, longitude: 104.3 }),
      { kind: 'location', latitude: 15.1, longitude: 104.3 },
    ],
    [
      'a place beyond the world',
      message({ type: 'location', latitude: 915, longitude: 1 }),
      { kind: 'other', media: 'unknown' },
    ],
    [
      'a photo',
      message({ type: 'image', contentProvider: { type: 'line' } }),
      { kind: 'material', material: { media: 'photo', message: '468789577898262530' } },
    ],
    [
      'a file',
      message({ type: 'file', fileName: '../x.pdf', fileSize: 2138 }),
      {
        kind: 'material',
        material: { media: 'file', message: '468789577898262530', size: 2138, name: '../x.pdf' },
      },
    ],
    [
      'a photo on a strange host',
      message({
        type: 'image',
        contentProvider: { type: 'external', originalContentUrl: 'http://169.254.169.254/' },
      }),
      { kind: 'other', media: 'unknown' },
    ],
    [
      'a photo whose id is a path',
      message({ type: 'image', id: '../profile', contentProvider: { type: 'line' } }),
      { kind: 'other', media: 'unknown' },
    ],
  ])('may be %s', (_, one, what) => {
    expect(decode(one)).toMatchObject(what);
  });

  test('in a group is about the group', () => {
    const joined = event({ type: 'join', source: { type: 'group', groupId: group, userId: somchai } });
    expect(decode(joined)).toMatchObject({ kind: 'group', who: personOf(group), lineUser: group });
  });

  test('without a message to unsend needs no turn', () => {
    expect(decode(event({ type: 'unsend' }))).toBeUndefined();
  });

  test.each([
    ['5,000 letters', 'ก'.repeat(5000), 'ก'.repeat(5000)],
    ['more than LINE sends', 'ก'.repeat(9000), 'ก'.repeat(5000)],
    ['half a letter', 'ก\ud800ข', 'ก\ufffdข'],
    ['a whole emoji', 'ก😀ข', 'ก😀ข'],
    ['a zero byte, zero-width and right-to-left marks', '\u0000\u200b\u202e5', '\u0000\u200b\u202e5'],
    ['code', '{"$where":"sleep(9e3)"} <script> __proto__', '{"$where":"sleep(9e3)"} <script> __proto__'],
  ])('may bring %s', (_, written, read) => {
    expect(decode(text(written))).toMatchObject({ kind: 'text', text: read });
  });
});

describe("LINE's own emojis", () => {
  const emoji = (index: number, length: number) => ({ index, length, productId: '5ac1', emojiId: '001' });
  test.each([
    ['behind the answer', '3(moon)', [emoji(1, 6)], '3'],
    ['around it', '(hello)ใช่(moon)', [emoji(0, 7), emoji(10, 6)], 'ใช่'],
    ['between figures, which stay apart', '2(moon)5', [emoji(1, 6)], '2 5'],
    ['behind an emoji of two units', '😀(moon)3', [emoji(2, 6)], '😀 3'],
    ['that are none', 'แผน(ใหม่)', [{ index: 'x' }, emoji(900, 3), emoji(3, 0)], 'แผน(ใหม่)'],
  ])('are cut out %s', (_, written, emojis, read) => {
    expect(decode(message({ type: 'text', text: written, emojis }))).toMatchObject({
      kind: 'text',
      text: read,
    });
  });

  test('are as good as a sticker where nothing else is said', () => {
    const moons = message({ type: 'text', text: '(moon)(moon)', emojis: [emoji(0, 6), emoji(6, 6)] });
    expect(decode(moons)).toMatchObject({ kind: 'other', media: 'sticker' });
  });

  test('are cut out of an edited text too', () => {
    const edited = { type: 'text', id: '1', text: '4(moon)', emojis: [emoji(1, 6)] };
    expect(decode(event({ type: 'messageEdited', message: edited }))).toMatchObject({
      kind: 'edited',
      text: '4',
    });
    const moon = { type: 'text', id: '1', text: '(moon)', emojis: [emoji(0, 6)] };
    expect(decode(event({ type: 'messageEdited', message: moon }))).toMatchObject({
      kind: 'edited',
      text: '',
    });
  });
});

describe('a tapped button', () => {
  const tapped = (data: unknown, params?: unknown) =>
    decode(event({ type: 'postback', postback: { data, params } }));

  test('does what it was made for', () => {
    const tap = { kind: 'answer', draft, step, value: '3' } as const;
    expect(tapped(tapData(tap))).toMatchObject({ kind: 'tap', tap });
  });

  test('of a date picker brings the date that was picked', () => {
    const tap = { kind: 'answer', draft, step, value: '2022-08-09' };
    expect(tapped(datePickerData(draft, step), { date: '2022-08-09' })).toMatchObject({ kind: 'tap', tap });
  });

  test.each([
    ['are not JSON', 'action=buy'],
    ['are of a form that is not known any more', '["a0","d1","i03","3"]'],
    ['name no flow', '["c1","","erase",null,null]'],
    ['hold a query', '["a1",{"$ne":null},"i03","3"]'],
    ['lack a part', '["a1","d1","i03"]'],
    ['have a part too many', '["a1","d1","i03","3","4"]'],
    ['are longer than LINE allows', `["a1","d1","i03","${'3'.repeat(200_000)}"]`],
    ['are missing', undefined],
    ['are a number', 5],
  ])('whose data %s is strange', (_, data) => {
    expect(tapped(data)).toMatchObject({ kind: 'strangeTap' });
  });

  test.each([undefined, {}, { date: 'x' }, { date: '2022-02-30' }, { datetime: '2022-08-09T00:00' }])(
    'of a date picker without a date is strange: %j',
    (params) => {
      expect(tapped(datePickerData(draft, step), params)).toMatchObject({ kind: 'strangeTap' });
    },
  );
});
