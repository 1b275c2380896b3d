import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scripts } from '../../src/simulator/page/routes.ts';
import { pageTextKeys } from '../../src/simulator/page/texts.ts';
import { ann, bob, openStand, type Stand } from './stand.ts';

const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../locales/${language}/simulator.json`), 'utf8'));
const texts = { th: textsOf('th'), en: textsOf('en') };

let stand: Stand;
beforeEach(async () => {
  stand = await openStand({ texts });
});
afterEach(() => stand.close());

const page = (path: string) => fetch(stand.sim.url + path);
const act = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${stand.sim.url}/page/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The server-sent events of a person's chat, as they come. */
async function* stream(person: string) {
  const response = await page(`/page/stream?person=${person}`);
  let rest = '';
  for await (const part of response.body ?? []) {
    const blocks = (rest + Buffer.from(part).toString()).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [event, data] = block.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
      yield { event, data: JSON.parse(data ?? 'null') };
    }
  }
}

describe('the page', () => {
  test.each(['th', 'en'] as const)('says at once that it is a trial (%s)', async (language) => {
    const html = await (await page(`/?language=${language}`)).text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(texts[language].trialNote);
  });

  test.each(['th', 'en'] as const)('has each of its texts and no others (%s)', (language) => {
    expect(Object.keys(texts[language]).toSorted()).toEqual([...pageTextKeys].toSorted());
  });

  test('lets no script run but its own', async () => {
    const policy = (await page('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('escapes what is put into it', async () => {
    await stand.close();
    stand = await openStand({ texts: { ...texts, th: { ...texts.th, title: '<script>"&' } } });
    expect(await (await page('/')).text()).toContain('&lt;script&gt;&quot;&amp;');
  });

  test('is not there unless texts are given', async () => {
    await stand.close();
    stand = await openStand();
    expect((await page('/')).status).toBe(404);
    expect((await page('/page/state')).status).toBe(404);
  });
});

describe.each(Object.entries(scripts))('the script %s', (name, source) => {
  test('is sound JavaScript that needs only its neighbours', () => {
    const { diagnostics = [] } = ts.transpileModule(source, {
      fileName: name,
      reportDiagnostics: true,
      compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
    const neighbours = [...source.matchAll(/from '\.\/(.+?)'/g)].map(([, file]) => file);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(neighbours));
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });

  test('is served', async () => {
    const response = await page(`/page/${name}`);
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(await response.text()).toBe(source);
  });
});

describe('the chat', () => {
  test('comes whole and then entry by entry; of other chats comes only that there is news', async () => {
    await stand.platform.sendText(ann, 'before');
    const events = stream(ann);
    expect((await events.next()).value).toMatchObject({
      event: 'history',
      data: [{ kind: 'person', said: { text: 'before' } }],
    });
    for (const to of [bob, ann])
      await stand.post('/v2/bot/message/push', { to, messages: [stand.say('<b>now</b>')] });
    expect((await events.next()).value).toEqual({ event: 'news', data: { userId: bob } });
    expect((await events.next()).value).toMatchObject({
      event: 'entry',
      data: { sent: { message: { text: '<b>now</b>' } } },
    });
    await events.return();
  });

  test('does what the person does', async () => {
    const userId = ann;
    await act({ kind: 'text', userId, text: 'hello' });
    await act({ kind: 'postback', userId, data: 'x=1', params: { date: '2022-08-09' } });
    await act({ kind: 'location', userId, title: 'Hall', address: 'Moo 1' });
    await act({ kind: 'sticker', userId });
    await act({ kind: 'block', userId });
    await act({ kind: 'unblock', userId });
    await stand.platform.webhook.idle();
    const said = stand.received.flatMap(({ body }) => body.events);
    expect(
      said.map((event) => (event.type === 'message' ? event.message.type : event.type)).toSorted(),
    ).toEqual(['text', 'postback', 'location', 'sticker', 'unfollow', 'follow'].toSorted());
  });

  test('takes a photo and shows it', async () => {
    const photo = Buffer.from('a photo');
    await fetch(`${stand.sim.url}/page/photo?person=${ann}`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: photo,
    });
    const [entry] = stand.platform.chat(ann);
    if (entry?.kind !== 'person' || entry.said.type !== 'image') throw new Error('no photo came');
    expect(await (await page(`/page/photo/${entry.messageId}`)).text()).toBe('a photo');
  });

  test('takes photos that were picked together as one set', async () => {
    const set = 'A1'.repeat(32);
    const photo = (index: number) =>
      fetch(`${stand.sim.url}/page/photo?person=${ann}&set=${set}&index=${index}&total=2`, {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body: 'a photo',
      });
    await Promise.all([photo(1), photo(2)]);
    await stand.platform.webhook.idle();
    const sets = stand.received.flatMap(({ body }) =>
      body.events.map(
        (event) => event.type === 'message' && 'imageSet' in event.message && event.message.imageSet,
      ),
    );
    expect(sets).toEqual(
      expect.arrayContaining([
        { id: set, index: 1, total: 2 },
        { id: set, index: 2, total: 2 },
      ]),
    );
  });

  test.each(['a film', ''])('takes a file as a computer sends it, with the bytes "%s"', async (bytes) => {
    const path = `/page/file?person=${ann}&name=${encodeURIComponent('งาน.mp4')}`;
    await fetch(stand.sim.url + path, { method: 'POST', body: new Blob([bytes]) });
    await stand.platform.webhook.idle();
    const [event] = stand.received[0]?.body.events ?? [];
    expect(event).toMatchObject({
      message: { type: 'file', fileName: 'งาน.mp4', fileSize: Buffer.byteLength(bytes) },
    });
  });

  test("writes under a message, marks LINE's own emojis and edits", async () => {
    const userId = ann;
    const { messageId = '' } = await stand.platform.sendText(ann, 'before');
    await act({ kind: 'text', userId, text: '(smile)3', emojis: ['(smile)'], quotes: messageId });
    await act({ kind: 'edit', userId, messageId, text: 'after' });
    await stand.platform.webhook.idle();
    const said = stand.received.flatMap(({ body }) => body.events);
    expect(said).toContainEqual(
      expect.objectContaining({
        type: 'message',
        message: expect.objectContaining({
          quotedMessageId: messageId,
          emojis: [expect.objectContaining({ index: 0, length: 7 })],
        }),
      }),
    );
    expect(said).toContainEqual(
      expect.objectContaining({
        type: 'messageEdited',
        message: expect.objectContaining({ id: messageId, text: 'after' }),
      }),
    );
  });

  test('brings new people in', async () => {
    const joined = await act({ kind: 'join', name: 'Dao <script>' });
    const state = (await joined.json()) as { people: { userId: string; name: string }[] };
    expect(state.people.at(-1)).toMatchObject({ name: 'Dao <script>', blocked: false });
    await stand.platform.webhook.idle();
    expect(stand.received[0]?.body.events).toMatchObject([
      { type: 'follow', source: { userId: state.people.at(-1)?.userId } },
    ]);
  });

  test('sets faults and the way of webhooks', async () => {
    await act({ kind: 'fault', place: 'push', fault: 'fault500', times: 1 });
    expect((await stand.post('/v2/bot/message/push', { to: ann, messages: [stand.say('x')] })).status).toBe(
      500,
    );
    await act({ kind: 'fault', place: 'any', fault: 'faultHang', times: 2 });
    expect(await (await act({ kind: 'noFaults' })).json()).toMatchObject({ faults: 0 });
    await act({ kind: 'webhooks', redelivery: true, duplicates: true, escapes: true });
    expect(stand.platform.webhook.settings()).toMatchObject({
      redelivery: { on: true },
      duplicates: 1,
      escapeNonAscii: true,
    });
  });

  test('refuses what it cannot do, and other sites', async () => {
    expect((await act({ kind: 'dance', userId: ann })).status).toBe(400);
    await stand.platform.unfollow(ann);
    expect((await act({ kind: 'text', userId: ann, text: 'x' })).status).toBe(400);
    expect(
      (await act({ kind: 'text', userId: bob, text: 'x' }, { origin: 'https://example.com' })).status,
    ).toBe(403);
    expect((await act({ kind: 'text', userId: bob, text: 'x' }, { origin: stand.sim.url })).status).toBe(200);
  });
});
