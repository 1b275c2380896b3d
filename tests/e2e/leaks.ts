import { expect } from 'vitest';
import type { Bot } from './bot.ts';
import { allTold, types } from './debtWork.ts';
import type { Someone } from './someone.ts';

/** By these the households of the story are known: parts of the names of their heads. */
const names = ['สมชาย', 'บุญมา', 'คงทน', 'มาลี', 'ทองคำ', 'มาช้า'];

export function expectNoNames(text: string): void {
  for (const name of names) expect(text).not.toContain(name);
}

/** Of an account that was replaced: nothing of the area is shown, changed or said to exist. */
export async function expectLostAccess({ line }: Bot, old: Someone): Promise<void> {
  const seen = line.platform.messagesTo(old.userId).length;
  await types(old, 'ทำต่อ', '20k', 'หนี้ครัวเรือน', 'บ้านโคก', '1', 'เพิ่มครัวเรือน', 'ส่งรอบ 1', 'งานค้าง', 'ประเมิน');
  for (const label of ['บันทึกขั้นตอน', 'ครัวเรือนที่ 1', 'เพิ่มครัวเรือน']) await old.taps(label);
  const told = allTold(line, old, seen);
  expectNoNames(told);
  expect(told).not.toContain('ศจก.บ้านโคก');
}

/** Taps what is on the cards in somebody else's chat, as one who got hold of the data would. */
export async function tapsButtonsOf(
  { line: { platform } }: Bot,
  other: Someone,
  who: Someone,
): Promise<void> {
  const buttons = platform.tappable(other.userId).flatMap(({ data }) => data ?? []);
  const some = [...new Set(buttons)].slice(0, 40);
  expect(some.length).toBeGreaterThan(10);
  for (const data of some) {
    const { webhookEventId } = await platform.tap(who.userId, { data });
    await platform.waitFor(who.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
  }
}
