import { describe, expect, test } from 'vitest';
import { photoSetOf } from '../../src/line/photoSet.ts';
import {
  bodyOf,
  event,
  group,
  message,
  personOf,
  received,
  receivedAt,
  room,
  rowOf,
  somchai,
  text,
  toRows,
} from './lineEvents.ts';

const idOf = (one: unknown) => {
  const result = received(one);
  return 'row' in result ? result.row.id : result.ignored;
};
const timeOf = (timestamp: unknown) => {
  const result = received(text('3', { timestamp }));
  return 'row' in result ? result.row.at.getTime() - receivedAt.getTime() : result.ignored;
};
const day = 24 * 3600 * 1000;

describe("a webhook's body", () => {
  test.each([
    ['nothing', ''],
    ['a body that is cut', '{"events":['],
    ['a byte order mark in front', '\ufeff{"events":[]}'],
    ['no number', '{"events":NaN}'],
    ['null', 'null'],
    ['a number', '5'],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['an object without events', '{}'],
    ['events that are null', '{"events":null}'],
    ['something that only looks like a list', '{"events":{"length":1e9}}'],
    ['another key', '{"__proto__":{"events":[]}}'],
  ])('that is %s is none', (_, body) => {
    expect(toRows(Buffer.from(body), receivedAt)).toBeUndefined();
  });

  test('of the Verify button has no events', () => {
    expect(toRows(Buffer.from('{"destination":"x","events":[]}'), receivedAt)).toEqual({
      rows: [],
      ignored: [],
    });
    expect(toRows(Buffer.from('{"events":[]}'), receivedAt)).toEqual({ rows: [], ignored: [] });
  });

  test('keeps the order of its events and what LINE wrote in them', () => {
    const [first, second] = [text('1', { news: { of: ['tomorrow'] } }), text('2')];
    const { rows } = toRows(bodyOf(first, second), receivedAt) ?? { rows: [] };
    expect(rows.map(({ place, body }) => [place, body])).toEqual([
      [0, first],
      [1, second],
    ]);
    expect(rows[0]).toMatchObject({ id: first.webhookEventId, person: personOf(somchai), receivedAt });
    expect(rows[0]?.partition).toBe(rows[1]?.partition);
  });

  test('loses only the elements that are no events', () => {
    const elements = [null, 7, 'x', [], {}, { type: 5 }, text('3')];
    const { rows, ignored } = toRows(bodyOf(...elements), receivedAt) ?? { rows: [], ignored: [] };
    expect(rows).toHaveLength(1);
    expect(ignored.map(({ code }) => code)).toEqual(Array(6).fill('unreadable'));
  });

  test('may hold ten thousand events', () => {
    const events = Array.from({ length: 10_000 }, (_, n) => text(String(n)));
    expect(toRows(bodyOf(...events), receivedAt)?.rows).toHaveLength(10_000);
  });

  test('may be nested deeper than a program can walk', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const body = `{"events":[${deep},{"type":"message","message":${deep}}],"other":${deep}}`;
    expect(toRows(Buffer.from(body), receivedAt)).toEqual({
      rows: [],
      ignored: [{ code: 'tooDeep' }, { code: 'tooDeep' }],
    });
  });

  test('cannot give objects another nature', () => {
    const body = `{"events":[{"type":"follow","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
      "source":{"type":"user","userId":"${somchai}"}}],"__proto__":{"polluted":1}}`;
    expect(toRows(Buffer.from(body), receivedAt)?.rows).toHaveLength(1);
    expect({}).not.toHaveProperty('polluted');
  });

  test('with a key twice means the last one', () => {
    const body = `{"events":5,"events":[]}`;
    expect(toRows(Buffer.from(body), receivedAt)).toEqual({ rows: [], ignored: [] });
  });

  test('that is no UTF-8 is read with marks in place of the bytes', () => {
    const [before = '', after = ''] = JSON.stringify({ events: [text('@')] }).split('@');
    const body = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
      Buffer.from(after),
    ]);
    expect(toRows(body, receivedAt)?.rows[0]?.body).toMatchObject({ message: { text: '\ufffd'.repeat(4) } });
  });
});

describe("an event's id", () => {
  test("is LINE's where it is one", () => {
    expect(idOf(text('3', { webhookEventId: '01FZ74A0TDDPYRVKNK77XKC3ZR' }))).toBe(
      '01FZ74A0TDDPYRVKNK77XKC3ZR',
    );
  });

  test.each([
    ['is missing', undefined],
    ['is huge', 'x'.repeat(10_000)],
    ['is a query', { $ne: null }],
    ['is empty', ''],
    ['would be one of ours', '01FZ74A0TDDPYRVKNK77XKC3ZR:outcome'],
    ['goes out of its folder', '../../etc/passwd'],
  ])('that %s is replaced by a hash of the event', (_, webhookEventId) => {
    expect(idOf(text('3', { webhookEventId }))).toMatch(/^[0-9a-f]{64}$/);
  });

  test('that is a hash is the same when the event is delivered again, and another for another event', () => {
    const event = text('3', { webhookEventId: undefined });
    const again = { ...event, deliveryContext: { isRedelivery: true } };
    expect(idOf(again)).toBe(idOf(event));
    expect(idOf({ ...event, timestamp: 5 })).not.toBe(idOf(event));
  });
});

describe('the time by which events are put in order', () => {
  test('is the time of the event', () => {
    expect(timeOf(receivedAt.getTime() - 5000)).toBe(-5000);
  });

  test.each([
    ['before the epoch', -1, -30 * day],
    ['a month and a day ago', receivedAt.getTime() - 31 * day, -30 * day],
    ['in the future', receivedAt.getTime() + day, 5000],
    ['beyond all time', 1e20, 5000],
    ['no number', 'x', 0],
    ['missing', undefined, 0],
  ])('is believed within bounds when it is %s', (_, timestamp, expected) => {
    expect(timeOf(timestamp)).toBe(expected);
  });
});

describe('an event that needs no turn ends here', () => {
  test.each([
    ['of a type of tomorrow', event({ type: 'teleport' }), 'unknownType'],
    ['that nobody waits for', event({ type: 'beacon', beacon: { hwid: 'x' } }), 'unknownType'],
    ['while another module answers', text('3', { mode: 'standby', replyToken: undefined }), 'standby'],
    ['without a source', text('3', { source: undefined }), 'noPerson'],
    ['of a malformed person', text('3', { source: { type: 'user', userId: 'Uxyz' } }), 'noPerson'],
    ['of a query for a person', text('3', { source: { type: 'user', userId: { $ne: null } } }), 'noPerson'],
    [
      'from a kind of place of tomorrow',
      text('3', { source: { type: 'planet', userId: somchai } }),
      'noPerson',
    ],
    [
      'said in a group',
      text('3', { source: { type: 'group', groupId: group, userId: somchai } }),
      'groupChatter',
    ],
    [
      'said in a room',
      text('3', { source: { type: 'room', roomId: room, userId: somchai } }),
      'groupChatter',
    ],
    [
      'a sticker in a group',
      message({ type: 'sticker' }, { source: { type: 'group', groupId: group } }),
      'groupChatter',
    ],
    [
      'of somebody who joined a group',
      event({ type: 'memberJoined', source: { type: 'group', groupId: group } }),
      'unknownType',
    ],
    [
      'a tap in a group',
      event({ type: 'postback', source: { type: 'group', groupId: group } }),
      'groupChatter',
    ],
    ['of the Verify button of old', text('Hello, world', { replyToken: '0'.repeat(32) }), 'testToken'],
    ['of the Verify button of old, too', text('Hello, world', { replyToken: 'f'.repeat(32) }), 'testToken'],
  ])('%s', (_, one, code) => {
    expect(received(one)).toEqual({ ignored: code });
  });

  test('and is told by its id', () => {
    const one = event({ type: 'teleport' });
    expect(toRows(bodyOf(one), receivedAt)?.ignored).toEqual([
      { code: 'unknownType', event: one.webhookEventId },
    ]);
  });
});

describe('a group is answered as a group and never as the person who spoke', () => {
  const inGroup = { source: { type: 'group', groupId: group, userId: somchai } };
  const mention = (isSelf: boolean) => ({ mentionees: [{ index: 0, length: 4, type: 'user', isSelf }] });

  test.each([
    ['when the bot joins', event({ type: 'join', ...inGroup })],
    [
      'when the bot is mentioned',
      message({ type: 'text', text: '@bot ระดับ', mention: mention(true) }, inGroup),
    ],
  ])('%s', (_, one) => {
    expect(received(one)).toMatchObject({ row: { person: personOf(group) } });
  });

  test('but not when somebody else is mentioned', () => {
    const one = message({ type: 'text', text: '@มานี', mention: mention(false) }, inGroup);
    expect(received(one)).toEqual({ ignored: 'groupChatter' });
  });
});

describe('photos that were sent together', () => {
  const photo = (imageSet: unknown) =>
    photoSetOf(rowOf(message({ type: 'image', contentProvider: { type: 'line' }, imageSet })));

  test('are known by the mark of their set', () => {
    expect(photo({ id: 'E005D41A', index: 2, total: 3 })).toEqual({ id: 'E005D41A', total: 3 });
  });

  test.each([
    ['one photo', photo(undefined)],
    ['a set of one', photo({ id: 'E005D41A', index: 1, total: 1 })],
    ['a set without a number', photo({ id: 'E005D41A' })],
    ['a set without end', photo({ id: 'E005D41A', total: 1e9 })],
    ['a text', photoSetOf(rowOf(text('3')))],
  ])('are not %s', (_, set) => {
    expect(set).toBeUndefined();
  });
});
