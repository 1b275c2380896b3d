import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Act, Platform } from '../../src/simulator/index.ts';
import { type Bot, openBot } from './bot.ts';

let bot: Bot;
let platform: Platform;
let user: string;
beforeAll(async () => {
  bot = await openBot('marks');
  platform = bot.line.platform;
  user = bot.officer.userId;
});
afterAll(() => bot?.close());

/** The indicator that is open when a test begins. */
const item = 1;
beforeEach(async () => {
  await bot.officer.says('ประเมิน');
  await bot.officer.says('1');
  expect(itemIn(await bot.officer.says('ถูกต้อง'))).toBe(item);
});
afterEach(async () => {
  await bot.officer.says('ทำต่อ');
  await bot.officer.says('ยกเลิก');
  await bot.officer.taps('ลบร่าง');
});

const itemIn = (shown: string): number => Number(/^ข้อ (\d+)\/14/m.exec(shown)?.[1]);
const openItem = async (): Promise<number> => itemIn(await bot.officer.says('ทำต่อ'));
const lastMessage = (): string => platform.messagesTo(user).at(-1)?.messageId ?? '';
const text = (said: string, marks: Parameters<Platform['sendText']>[2]): Promise<string> =>
  bot.officer.reads(platform.sendText(user, said, marks));
/** A text of the officer's own, once it is answered. */
async function saysFirst(said: string): Promise<{ readonly messageId: string; readonly shown: string }> {
  const sent = await platform.sendText(user, said);
  return { messageId: sent.messageId ?? '', shown: await bot.officer.reads(sent) };
}
/** What the review says of an indicator, with the evidence on it. */
const reviewOf = async (n: number): Promise<string> => {
  await bot.officer.says('ตรวจทาน');
  const review = await bot.officer.taps('ดูต่อ');
  return new RegExp(`^${n}\\. .*\\n(?:(?!\\d+\\. ).*\\n)*`, 'm').exec(review)?.[0] ?? '';
};

describe("LINE's own emojis", () => {
  test.each([
    ['$3', ['$'], 3],
    ['(moon)๒ (brown)ค่ะ', ['(moon)', '(brown)'], 2],
    ['ข้อ (moon)1', ['(moon)'], 1],
  ])('are no part of the answer %s', async (said, emojis, points) => {
    const shown = await text(said, { emojis });
    expect(shown).toContain(`${points} คะแนน`);
    expect(itemIn(shown)).toBe(item + 1);
    expect(await reviewOf(item)).toContain(`· ${points} คะแนน`);
  });

  test('are no part of a command', async () => {
    expect(await text('ตรวจทาน(moon)', { emojis: ['(moon)'] })).toContain('ส่วนที่ 2');
  });

  test('alone are as good as a sticker', async () => {
    const shown = await text('(moon)(moon)', { emojis: ['(moon)'] });
    expect(shown).toContain('ขอบคุณสำหรับสติกเกอร์');
    expect(itemIn(shown)).toBe(item);
  });

  test('are told from what somebody typed that looks like one', async () => {
    expect(itemIn(await bot.officer.says('(moon)3'))).toBe(item);
    expect(await openItem()).toBe(item);
  });
});

describe('a text under another message', () => {
  const shownBack = /ตอบกลับข้อความอื่น.*“3”/s;

  test('answers the question that it is under', async () => {
    expect(itemIn(await text('3', { quotes: lastMessage() }))).toBe(item + 1);
  });

  test('of an earlier question is shown back, and may be used for the open one', async () => {
    const earlier = lastMessage();
    await bot.officer.says('2');
    const shown = await text('3', { quotes: earlier });
    expect(shown).toMatch(shownBack);
    expect(itemIn(shown)).toBe(item + 1);
    expect(await reviewOf(item)).toContain('· 2 คะแนน');
    await bot.officer.says('ทำต่อ');
    await text('3', { quotes: earlier });
    expect(itemIn(await bot.officer.taps('ใช้เป็นคำตอบ'))).toBe(item + 2);
    expect(await reviewOf(item + 1)).toContain('· 3 คะแนน');
  });

  test("of the person's own is shown back", async () => {
    const { messageId } = await saysFirst('ทำต่อ');
    expect(await text('3', { quotes: messageId })).toMatch(shownBack);
    expect(await openItem()).toBe(item);
  });

  test('that is a command acts, whatever it is under', async () => {
    const { messageId } = await saysFirst('ทำต่อ');
    expect(await text('ตรวจทาน', { quotes: messageId })).toContain('ส่วนที่ 2');
  });
});

describe('an edited message', () => {
  test('changes no answer, and is shown back to be used for the open question', async () => {
    const answer = await saysFirst('3');
    expect(itemIn(answer.shown)).toBe(item + 1);
    const edit = platform.edit(user, answer.messageId, '(moon)1', { emojis: ['(moon)'] });
    const shown = await bot.officer.reads(edit);
    expect(shown).toMatch(/แก้ไขข้อความเป็น “1”.*ไม่เปลี่ยน/s);
    expect(itemIn(shown)).toBe(item + 1);
    expect(itemIn(await bot.officer.taps('ใช้เป็นคำตอบ'))).toBe(item + 2);
    expect(await reviewOf(item)).toContain('· 3 คะแนน');
    expect(await reviewOf(item + 1)).toContain('· 1 คะแนน');
  });

  test('of which no words are left offers nothing to use', async () => {
    const { messageId } = await saysFirst('3');
    const shown = await bot.officer.reads(platform.edit(user, messageId, '(moon)', { emojis: ['(moon)'] }));
    expect(shown).toContain('ไม่เหลือข้อความ');
    expect(shown).not.toContain('ใช้เป็นคำตอบ');
    expect(itemIn(shown)).toBe(item + 1);
    expect(await reviewOf(item)).toContain('· 3 คะแนน');
  });

  test('is shown back where nothing is asked', async () => {
    const { chair } = bot;
    const asked = await platform.sendText(chair.userId, 'เมนู');
    await chair.reads(asked);
    const shown = await chair.reads(platform.edit(chair.userId, asked.messageId ?? '', 'ระดับ'));
    expect(shown).toContain('“ระดับ”');
    expect(shown).toContain('กรุณาพิมพ์ใหม่');
  });
});

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 16, height: 16, channels: 3, background } })
    .jpeg()
    .toBuffer();
const photos = async (...colours: readonly string[]) =>
  Promise.all(colours.map(async (colour) => ({ bytes: await photo(colour), mime: 'image/jpeg' })));

describe('photos of one set', () => {
  // However long the machine takes, no five seconds are over before they are let go by.
  beforeEach(() => bot.stopTime());
  afterEach(() => bot.pass(0));

  /** Waits until the bot waits for more of a set, which it shows the person after a second. */
  async function gathering(act: () => Promise<unknown>): Promise<void> {
    const shown = () => platform.calls().filter(({ endpoint }) => endpoint === 'loading').length;
    const said = platform.messagesTo(user).length;
    const before = shown();
    await act();
    await expect.poll(shown).toBeGreaterThan(before);
    expect(platform.messagesTo(user)).toHaveLength(said);
  }

  /** What is answered to one of them, once it is certain that nothing is to the others. */
  async function oneAnswer(acts: readonly Act[]): Promise<string> {
    const isAnswer = ({ inReplyTo }: { readonly inReplyTo?: string }) =>
      acts.some(({ webhookEventId }) => webhookEventId === inReplyTo);
    await platform.waitFor(user, isAnswer);
    bot.pass(0);
    await bot.officer.says('ทำต่อ');
    const answers = platform.messagesTo(user).filter(isAnswer);
    expect(new Set(answers.map(({ callId }) => callId)).size).toBe(1);
    return answers.map(({ message }) => String(message.altText ?? message.text)).join('\n');
  }

  test('are one answer', async () => {
    const acts = await platform.sendImages(user, await photos('red', 'green', 'blue'));
    const shown = await oneAnswer(acts);
    expect(shown).toContain('เก็บเป็นหลักฐานของข้อนี้แล้ว (3 รายการ)');
    expect(itemIn(shown)).toBe(item);
  });

  test('wait for the last of them', async () => {
    const acts: Act[] = [];
    const send = async (index: number) => {
      const imageSet = { id: 'A1'.repeat(32), index, total: 3 };
      acts.push(await platform.sendImage(user, await photo('red'), 'image/jpeg', { imageSet }));
    };
    await gathering(async () => {
      await send(3);
      await send(1);
    });
    await send(2);
    expect(await oneAnswer(acts)).toContain('(3 รายการ)');
  });

  test('are what came, when the last of them does not come in five seconds', async () => {
    let acts: readonly Act[] = [];
    await gathering(async () => {
      acts = await platform.sendImages(user, await photos('red', 'green'), { total: 3 });
    });
    bot.pass(5000);
    expect(await oneAnswer(acts)).toContain('(2 รายการ)');
  });

  test('that cannot be opened are counted, and do not spoil the others', async () => {
    const spoilt = { bytes: Buffer.from('no photo'), mime: 'image/jpeg' };
    const shown = await oneAnswer(await platform.sendImages(user, [spoilt, ...(await photos('red'))]));
    expect(shown).toContain('(1 รายการ)');
    expect(shown).toContain('อีก 1 รูปเก็บไม่ได้');
  });
});

describe('what a computer sends as a file', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  /** A film, or a picture as phones of one maker keep it, by the letters behind `ftyp`. */
  const recorded = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');

  test('is kept as the photo or document that it is, whatever its name says', async () => {
    expect(await bot.officer.sendsFile('รายงาน.pdf', await photo('red'))).toContain('เก็บเป็นหลักฐาน');
    expect(await bot.officer.sendsFile('IMG_1.jpg', pdf)).toContain('เก็บเป็นหลักฐาน');
    const kept = (await reviewOf(item)).trimEnd().split('\n').slice(1);
    expect(kept).toEqual(['รูปถ่าย', expect.stringMatching(/^ไฟล์ IMG_1.*\.pdf$/)]);
  });

  test.each([
    ['a film', 'ประชุม.mp4', recorded('isom'), 'ยังรับข้อความเสียงและวิดีโอไม่ได้'],
    ['a picture of an iPhone', 'IMG_2.HEIC', recorded('heic'), 'HEIC'],
    ['a program', 'รูป.jpg', Buffer.from('MZ\x90\0'), 'รับได้เฉพาะรูป (JPEG, PNG, WebP)'],
    ['a cut photo', 'รูป.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'เปิดรูปนี้ไม่ได้'],
    ['a file without bytes', 'รูป.jpg', Buffer.alloc(0), '0 ไบต์'],
    ['a large file', 'แผน.pdf', Buffer.alloc(10 * 1024 * 1024 + 1), 'ไม่เกิน 10 MB'],
  ])('is refused with the reason where it is %s, and the question stays', async (_, name, bytes, why) => {
    const shown = await bot.officer.sendsFile(name, bytes);
    expect(shown).toContain(why);
    expect(itemIn(shown)).toBe(item);
    expect(await openItem()).toBe(item);
  });
});
