import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, openBot } from './bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await openBot('faults');
  await bot.officer.says('ประเมิน');
  await bot.officer.says('1');
  await bot.officer.says('ถูกต้อง');
});
afterAll(() => bot?.close());
beforeEach(() => bot.line.platform.faults.clear());

/** The number of the indicator that is open. */
async function openItem(): Promise<number> {
  const shown = await bot.officer.says('ทำต่อ');
  return Number(/^ข้อ (\d+)\/14/m.exec(shown)?.[1]);
}

/** Says something whose answer does not arrive; resolves when the bot tried. */
async function saysInVain(text: string): Promise<void> {
  const { platform } = bot.line;
  const tried = () => platform.calls().filter(({ endpoint }) => endpoint === 'reply').length;
  const before = tried();
  await platform.sendText(bot.officer.userId, text);
  await expect.poll(tried).toBeGreaterThan(before);
}

describe('LINE misbehaves', () => {
  test('the same event three times has one effect', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    const event = platform.events.text(bot.officer.userId, '2');
    await Promise.all([
      platform.deliverBatch([event]),
      platform.deliverBatch([event]),
      platform.deliverBatch([event]),
    ]);
    await platform.waitFor(bot.officer.userId, ({ inReplyTo }) => inReplyTo === event.webhookEventId);
    expect(await openItem()).toBe(before + 1);
  });

  test.each([400, 401, 429, 500])('an answer that LINE refuses with %i loses nothing', async (status) => {
    const { platform } = bot.line;
    const before = await openItem();
    platform.faults.next('reply', { status });
    await saysInVain('1');
    expect(await openItem()).toBe(before + 1);
  });

  test('an answer after which LINE says nothing was given once', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    platform.faults.next('reply', 'timeoutAfterAccept');
    const { webhookEventId } = await platform.sendText(bot.officer.userId, '3');
    await platform.waitFor(bot.officer.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
    expect(await openItem()).toBe(before + 1);
    const replies = platform
      .messagesTo(bot.officer.userId)
      .filter(({ inReplyTo }) => inReplyTo === webhookEventId);
    expect(new Set(replies.map(({ callId }) => callId)).size).toBe(1);
  });

  const badCard = {
    status: 400,
    body: {
      message: 'A message (messages[0]) in the request body is invalid',
      details: [{ message: 'invalid property', property: '/body/contents/0' }],
    },
  };

  test('a card that LINE refuses goes as a text with the same words, which can be answered', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    platform.faults.next('reply', badCard);
    expect(await bot.officer.says('ทำต่อ')).toMatch(new RegExp(`^ข้อ ${before}/14`, 'm'));
    expect(platform.messagesTo(bot.officer.userId).at(-1)?.message.type).toBe('text');
    expect(await bot.officer.says('2')).toMatch(new RegExp(`^ข้อ ${before + 1}/14`, 'm'));
  });

  test('an answer whose text LINE refuses as well is tried no more, is logged and loses nothing', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    platform.faults.next('reply', badCard, badCard);
    await saysInVain('1');
    await expect.poll(() => bot.logged()).toContain('"refusedSend"');
    expect(platform.faults.waiting()).toBe(0);
    expect(await openItem()).toBe(before + 1);
  });

  test('after a lost question a typed answer is shown back, not taken for it', async () => {
    const { platform } = bot.line;
    platform.faults.next('reply', { status: 400, body: { message: 'Invalid reply token' } });
    await saysInVain('2');
    const shown = await bot.officer.says('3');
    expect(shown).toContain('ใช้เป็นคำตอบ');
    const item = Number(/^ข้อ (\d+)\/14/m.exec(shown)?.[1]);
    expect(await bot.officer.taps('ใช้เป็นคำตอบ')).toMatch(new RegExp(`^ข้อ ${item + 1}/14`, 'm'));
  });

  test('a photo that is cut off on its way gets a kind word, and the process lives', async () => {
    const { platform } = bot.line;
    platform.faults.next('content', 'reset');
    const shown = await bot.officer.sends(Buffer.from('not a picture'), 'image/jpeg');
    expect(shown).toMatch(/^ข้อ \d+\/14/m);
  });
});

describe('people type anything', () => {
  test.each([
    ['5,000 characters', 'ก'.repeat(5000)],
    ['emoji', '🙏🏽👨‍👩‍👧‍👦🇹🇭'],
    ['zero-width characters only', '\u200B\u200C\u200D\uFEFF'],
    ['right-to-left marks', '\u202E\u202Eabc\u200F'],
    ['a query', '{"$where":"sleep(9000)"}'],
    ['a prototype', '__proto__'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody types, not a template of ours
    ['templates', '{{7*7}} ${7*7}'],
    ['lone surrogates', '\ud800abc'],
    ['null characters', '\u0000\u0000'],
    ['zalgo', 'ก̷่̛̭'.repeat(50)],
  ])('%s on an indicator keeps the question', async (_name, text) => {
    const before = await openItem();
    expect(await bot.officer.says(text)).toMatch(/^ข้อ \d+\/14/m);
    expect(await openItem()).toBe(before);
  });

  test('a sticker in the middle of a question gets a kind word and the question again', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    const { webhookEventId } = await platform.sendSticker(bot.officer.userId);
    await platform.waitFor(bot.officer.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
    expect(await openItem()).toBe(before);
  });

  test('five texts at once are one answer and four that are asked about', async () => {
    const { platform } = bot.line;
    const before = await openItem();
    const events = ['1', '2', '3', '1', '2'].map((text) => platform.events.text(bot.officer.userId, text));
    await platform.deliverBatch(events);
    const last = events.at(-1)?.webhookEventId;
    await platform.waitFor(bot.officer.userId, ({ inReplyTo }) => inReplyTo === last);
    expect(await openItem()).toBe(before + 1);
  });
});

describe('buttons of others', () => {
  test("another person's button does nothing", async () => {
    const { platform } = bot.line;
    const before = await openItem();
    const button = platform.tappable(bot.officer.userId).find(({ label }) => label === '1');
    const { webhookEventId } = await platform.tap(bot.chair.userId, { data: button?.data ?? '' });
    await platform.waitFor(bot.chair.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
    expect(await openItem()).toBe(before);
  });

  test('a forged button is refused in the chat', async () => {
    const { platform } = bot.line;
    const { webhookEventId } = await platform.tap(bot.chair.userId, { data: 'center=another&role=admin' });
    const shown = await platform.waitFor(bot.chair.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
    expect(String(shown.message.text)).toContain('เมนู');
  });
});

test('no log line holds what people typed or who they are', () => {
  const logged = bot.logged();
  for (const canary of ['อรทัย', 'สมหญิง', bot.officer.userId, 'sleep(9000)', 'alert(1)', '0800000101']) {
    expect(logged).not.toContain(canary);
  }
});
