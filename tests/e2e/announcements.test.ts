import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/domain/ids.ts';
import { type Bot, openBot } from './bot.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await openBot('announcements', {}, 2565 as FiscalYear, new Date('2022-08-16T10:00:00+07:00'));
});
afterAll(() => bot?.close());

const multicasts = () => bot.line.platform.calls().filter(({ endpoint }) => endpoint === 'multicast');

test('an office announces to chosen roles, and gets a report of it', async () => {
  const { province, officer, head, chair } = bot;
  expect(await province.says('ประกาศ')).toContain('1. พัฒนากร');
  await province.says('1, 3');
  await province.taps('ทั้งหมด');
  await province.says('ไม่');
  await province.says('ประชุมวันศุกร์ https://cdd.example/1');
  const preview = await province.says('ข้าม');
  expect(preview).toContain('ผู้รับ: 2 คน');
  expect(preview).toContain('ใช้โควตา: 2 ข้อความ');
  expect(await province.taps('ส่ง')).toContain('กำลังส่งประกาศถึง 2 คน');
  expect(await officer.isTold('ประชุมวันศุกร์')).toContain('ประกาศจาก');
  await head.isTold('ประชุมวันศุกร์');
  expect(await province.isTold('ส่งประกาศเสร็จแล้ว')).toContain('ส่งแล้ว 2 คน');
  expect(multicasts()).toHaveLength(1);
  const told = bot.line.platform.messagesTo(chair.userId).map(({ message }) => String(message.text));
  expect(told.some((text) => text.includes('ประชุมวันศุกร์'))).toBe(false);
});

test('an office sends a document along, which everybody it is for can save', async () => {
  const { province, officer } = bot;
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  await province.says('ประกาศ');
  for (const answer of ['1', 'ทั้งหมด', 'ไม่ใช่', 'กำหนดการใหม่']) await province.says(answer);
  expect(await province.sendsFile('../กำหนดการ ส.ค.pdf', pdf)).toContain('ไฟล์ กำหนดการ ส.ค.pdf');
  await province.says('ใช่');
  const words = await officer.isTold('ไฟล์แนบ: กำหนดการ ส.ค.pdf');
  const [link = ''] = /https:\S+/.exec(words) ?? [];
  const saved = await fetch(link.replace('https://fundline.example', `http://127.0.0.1:${bot.port}`));
  expect(saved.headers.get('content-disposition')).toContain(encodeURIComponent('กำหนดการ ส.ค.pdf'));
  expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf);
  const calls = multicasts();
  expect(calls.map(({ body }) => (body as { messages: unknown[] }).messages.length)).toEqual([1, 2]);
});

test('an announcement leaves an open question as it is', async () => {
  const { officer } = bot;
  expect(await officer.says('ภาษา')).toContain('Which language');
  const { province } = bot;
  await province.says('ประกาศ');
  for (const answer of ['1', 'ทั้งหมด', 'ไม่ใช่', 'ขอบคุณทุกคน', 'ข้าม']) await province.says(answer);
  await province.says('ใช่');
  await officer.isTold('ขอบคุณทุกคน');
  expect(await officer.says('ไทย')).toContain('เมนู');
});

test('those who are late are reminded of it, each by a push, and the office sees who was', async () => {
  const { province, officer } = bot;
  expect(await province.says('แจ้งเตือน')).toMatch(/ผู้รับ: 1 คน[\s\S]*ใช้โควตา: 1 ข้อความ/);
  await province.taps('ส่ง');
  expect(await officer.isTold('แตะรายการเพื่อทำต่อ')).toContain('เกินกำหนด');
  await province.isTold('แจ้งเตือนเสร็จแล้ว: ส่งแล้ว 1 คน');
  expect(await province.says('ประวัติการแจ้งเตือน')).toMatch(/แจ้งเตือนที่สั่งเอง .+ · ส่งแล้ว/);
  expect(multicasts()).toHaveLength(3);
});
