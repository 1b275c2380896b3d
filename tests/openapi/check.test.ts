import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recorder } from '../support/record.ts';
import { checkRecorded } from './recorded.ts';

/** As LINE's files are made: a parent with a discriminator, and children that take it in by `allOf`. */
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const child = (parent: string, properties: object, required: string[] = []) => ({
  type: 'object',
  required,
  allOf: [ref(parent), { type: 'object', properties }],
});
const parent = (properties: object, mapping: Record<string, string>) => ({
  type: 'object',
  required: ['type'],
  properties: { type: { type: 'string' }, ...properties },
  discriminator: {
    propertyName: 'type',
    mapping: Object.fromEntries(Object.entries(mapping).map(([type, name]) => [type, ref(name).$ref])),
  },
});
const messages = { type: 'array', maxItems: 5, items: ref('Message') };
const sending = (properties: object) => ({
  type: 'object',
  required: ['messages'],
  properties: { messages, ...properties },
});
const text = { type: 'string' };

const api = {
  ReplyMessageRequest: sending({ replyToken: text }),
  PushMessageRequest: sending({ to: text }),
  MulticastRequest: sending({ to: { type: 'array', items: text } }),
  Message: parent({ quickReply: ref('QuickReply') }, { text: 'TextMessage', flex: 'FlexMessage' }),
  QuickReply: {
    type: 'object',
    properties: { items: { type: 'array', maxItems: 13, items: { type: 'object' } } },
  },
  TextMessage: child('Message', { text }, ['text']),
  FlexMessage: child('Message', { contents: ref('Component') }),
  Component: parent({}, { box: 'Box', text: 'Words' }),
  Box: child('Component', { contents: { type: 'array', items: ref('Component') } }),
  Words: child('Component', { text }),
};
const webhook = {
  CallbackRequest: {
    type: 'object',
    required: ['destination', 'events'],
    properties: { destination: text, events: { type: 'array', items: { type: 'object' } } },
  },
};

let folders: { openapi: string; recorded: string };
let record: ReturnType<typeof recorder>;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'openapi-'));
  folders = { openapi: join(root, 'openapi'), recorded: join(root, 'recorded') };
  mkdirSync(folders.openapi);
  writeSpec('messaging-api.yml', api);
  writeSpec('webhook.yml', webhook);
  record = recorder('test', folders.recorded);
});
afterEach(() => rmSync(root, { recursive: true }));

function writeSpec(name: string, schemas: object): void {
  writeFileSync(join(folders.openapi, name), dump({ openapi: '3.0.3', components: { schemas } }));
}
/** One of each other call. */
function others(): void {
  record({ endpoint: 'push', body: { to: 'U', messages: [say()] } });
  record({ endpoint: 'multicast', body: { to: ['U'], messages: [say()] } });
  record({ endpoint: 'webhook', body: { destination: 'U', events: [] } });
}
const reply = (...sent: object[]) => record({ endpoint: 'reply', body: { replyToken: 'x', messages: sent } });
const say = (more: object = {}) => ({ type: 'text', text: 'x', ...more });

test('what was sent rightly passes, and is counted', () => {
  const box = { type: 'box', contents: [{ type: 'box', contents: [{ type: 'text', text: 'x' }] }] };
  reply(say({ quickReply: { items: Array(13).fill({}) } }), { type: 'flex', contents: box });
  others();
  expect(checkRecorded(folders)).toEqual({
    ok: true,
    lines: ['checked 4 messages and 1 webhooks: 0 faults'],
  });
});

describe('a fault is found', () => {
  test.each<[string, object, string]>([
    [
      'an unknown property',
      say({ quickreply: {} }),
      '/messages/0 must NOT have unevaluated properties (quickreply)',
    ],
    ['an unknown type', { type: 'txt' }, '/messages/0/type must be equal to one of the allowed values'],
    ['a missing property', { type: 'text' }, "/messages/0 must have required property 'text'"],
    [
      'fourteen quick replies',
      say({ quickReply: { items: Array(14).fill({}) } }),
      '/messages/0/quickReply/items must NOT have more than 13 items',
    ],
    [
      'a fault deep inside a card',
      { type: 'flex', contents: { type: 'box', contents: [{ type: 'text', txt: 'x' }] } },
      '/messages/0/contents/contents/0 must NOT have unevaluated properties (txt)',
    ],
  ])('%s', (_what, message, fault) => {
    reply(say());
    reply(message);
    others();
    const { ok, lines } = checkRecorded(folders);
    expect(ok).toBe(false);
    expect(lines).toContain(`${join(folders.recorded, 'test.jsonl')}:2 reply ${fault}`);
  });

  test('a call that no schema is known for', () => {
    reply(say());
    others();
    record({ endpoint: 'telepathy', body: {} });
    expect(checkRecorded(folders)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('telepathy'), expect.stringContaining('1 faults')],
    });
  });
});

test('an edited message, which the files do not know yet, is held to be like a message', () => {
  const events = { type: 'array', items: ref('Event') };
  writeSpec('webhook.yml', {
    CallbackRequest: {
      type: 'object',
      required: ['destination', 'events'],
      properties: { destination: text, events },
    },
    Event: parent({ mode: text }, { message: 'MessageEvent' }),
    MessageEvent: child('Event', { message: { type: 'object' } }, ['message']),
  });
  reply(say());
  others();
  const received = (event: object) =>
    record({ endpoint: 'webhook', body: { destination: 'U', events: [event] } });
  received({ type: 'messageEdited', mode: 'active', message: {} });
  expect(checkRecorded(folders)).toMatchObject({ ok: true });
  received({ type: 'messageEdited', mode: 'active', massage: {} });
  received({ type: 'messageSung', mode: 'active', message: {} });
  const { lines } = checkRecorded(folders);
  expect(lines).toContainEqual(expect.stringContaining("must have required property 'message'"));
  expect(lines).toContainEqual(expect.stringContaining('/events/0/type must be equal to one of'));
});

describe('the check fails', () => {
  test('without the OpenAPI files', () => {
    reply(say());
    rmSync(folders.openapi, { recursive: true });
    expect(checkRecorded(folders)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('is missing')],
    });
  });

  test('when nothing was recorded', () => {
    expect(checkRecorded(folders)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('no message')],
    });
    rmSync(folders.recorded, { recursive: true });
    expect(checkRecorded(folders)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('is missing')],
    });
  });

  test('when a kind of call was not recorded', () => {
    reply(say());
    record({ endpoint: 'webhook', body: { destination: 'U', events: [] } });
    expect(checkRecorded(folders)).toEqual({
      ok: false,
      lines: ['no push, multicast was recorded: run all tests first'],
    });
  });

  test('when the schemas let wrong messages through', () => {
    reply(say());
    const { discriminator: _told, ...literally } = api.Message;
    writeSpec('messaging-api.yml', { ...api, Message: { ...literally, additionalProperties: true } });
    expect(checkRecorded(folders)).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('does not notice')],
    });
  });
});
