import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import type { Someone } from './someone.ts';

const registry = 'province,district,subdistrict,moo,village,center\nปราจีนบุรี,นาดี,ทุ่งโพธิ์,3,บ้านทุ่ง,ศจก.บ้านทุ่ง\n';

let office: Office;
let officer: Someone;
beforeAll(async () => {
  office = await openOffice('heard');
  const file = join(tmpdir(), `heard-${process.pid}.csv`);
  await writeFile(file, registry);
  await office.fundline('import', 'registry', file);
  const where = ['--province', 'ปราจีนบุรี', '--district', 'นาดี'];
  const code = await office.fundline('invite', '--role', 'officer', ...where);
  await office.start();
  officer = office.someone('อรทัย');
  for (const text of ['สวัสดี', 'ยินยอม', code, 'ประเมิน']) await officer.says(text);
  expect(await officer.says('ถูกต้อง')).toMatch(/^ข้อ 1\/14/m);
}, 120_000);
afterAll(() => office?.close());

/** What a person reads in answer to an event. */
async function answerTo(event: string): Promise<string> {
  const { platform } = office.line;
  await platform.waitFor(officer.userId, ({ inReplyTo }) => inReplyTo === event, { timeoutMs: 30_000 });
  const messages = platform.messagesTo(officer.userId).filter(({ inReplyTo }) => inReplyTo === event);
  return messages.map(({ message }) => String(message.altText ?? message.text ?? '')).join('\n');
}

const shownBack = /พิมพ์.*\[?ใช้เป็นคำตอบ/s;

test('a text that is typed again while LINE is slow does not fill the next question', async () => {
  const { platform } = office.line;
  platform.faults.next('reply', { delayMs: 1200 });
  await platform.sendText(officer.userId, '2');
  // LINE has the next question now, and shows it later.
  await expect.poll(() => platform.faults.waiting()).toBe(0);
  const again = await platform.sendText(officer.userId, '2');
  const shown = await answerTo(again.webhookEventId);
  expect(shown).toMatch(shownBack);
  expect(shown).toMatch(/^ข้อ 2\/14/m);
  expect(await officer.taps('ใช้เป็นคำตอบ')).toMatch(/^ข้อ 3\/14/m);
  expect(await officer.says('ย้อนกลับ')).toMatch(/^ข้อ 2\/14/m);
}, 60_000);

test('a text that was held back on its way is not an answer to the question of a later process', async () => {
  const { platform } = office.line;
  const late = platform.events.text(officer.userId, '3');
  expect(await officer.says('1')).toMatch(/^ข้อ 3\/14/m);
  await office.kill();
  await office.start();
  await platform.redeliver([late]);
  const shown = await answerTo(late.webhookEventId);
  expect(shown).toMatch(shownBack);
  expect(shown).toMatch(/^ข้อ 3\/14/m);
  // What is typed now is known to be new.
  await officer.says('ทำต่อ');
  expect(await officer.says('1')).toMatch(/^ข้อ 4\/14/m);
}, 60_000);
