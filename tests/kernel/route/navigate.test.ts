import { expect, test } from 'vitest';
import { type PromptData, withPrompt } from '../../../src/kernel/ask/prompt.ts';
import { t } from '../../../src/kernel/reply.ts';
import { chat } from '../../support/chat.ts';
import { conversation } from '../../support/conversation.ts';
import { debtOffice } from '../../support/debtOffice.ts';
import { centerNamed, chairOf, officerOf, personAs } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const office = () => ({ centers: [nong, khok], cases: [] });
const at = (data: PromptData) =>
  conversation(office, withPrompt(officerOf('นาดี'), 'people', 'name', { free: 'yes', ...data }));

test('a question that keeps where ข้าม leads is passed over so', async () => {
  const officer = at({ skip: `show@level ${nong.id}` });
  expect(await officer.command('form', '', 'skip')).toContain('ศจก.บ้านหนอง');
  expect(officer.last().person.open).toEqual({ kind: 'nothing' });
});

test('one that keeps nothing for ข้าม is not passed over, and has no way back', async () => {
  const officer = at({});
  expect(await officer.command('form', '', 'skip')).toContain('ข้อนี้ข้ามไม่ได้');
  expect(await officer.command('form', '', 'back')).toContain('คำถามนี้ย้อนกลับไม่ได้');
  expect(officer.last().person.open).toMatchObject({ kind: 'prompt', act: 'name' });
});

test('ข้าม goes where it leads, not where ย้อนกลับ does', async () => {
  const officer = at({ back: `show@level ${nong.id}` });
  expect(await officer.command('form', '', 'skip')).toContain('ข้อนี้ข้ามไม่ได้');
  expect(await officer.command('form', '', 'back')).toContain('ศจก.บ้านหนอง');
});

const menu = { label: t('commands:menu'), tap: { kind: 'say' } };

test('answers that lead to nothing else have the way to the menu', async () => {
  const chair = conversation(office, chairOf(nong));
  await chair.command('deadline');
  expect(chair.last().reply?.options).toContainEqual(menu);
  await chair.sendsReceipt('FL65-00000000-0');
  expect(chair.last().reply?.options).toContainEqual(menu);
  await chair.command('level', '', 'history');
  expect(chair.last().reply?.options).toContainEqual(menu);
  const nobody = conversation(office, personAs());
  expect(await nobody.command('tasks')).toContain('ตอนนี้ไม่มีงานที่รอคุณอยู่');
  expect(nobody.last().reply?.options).toEqual([menu]);
});

test('a word that leaves a form offers to go on with it, once', async () => {
  const officer = chat(debtOffice([nong, khok]), officerOf('นาดี'));
  await officer.says('หนี้ หนอง', 'เพิ่มครัวเรือน', 'ยินยอม', 'สมชาย ใจดี', '12/3');
  expect(await officer.says('ออกรหัสเชิญ')).toContain('พิมพ์ ทำต่อ');
  expect(officer.buttons().filter((label) => label === 'ทำต่อ')).toHaveLength(1);
  await officer.says('ทำต่อ', 'เมนู');
  // The menu has it by itself, as a row and under the card.
  expect(officer.buttons().filter((label) => label === 'ทำต่อ')).toHaveLength(2);
});

test('the name is changed by a word at any time', async () => {
  const officer = chat(debtOffice([nong]), officerOf('นาดี'));
  await officer.says('แก้ชื่อ');
  expect(await officer.says('วิชัย ใจงาม')).toContain('ใช้ชื่อ วิชัย ใจงาม แล้ว');
  expect(officer.person().name).toBe('วิชัย ใจงาม');
  expect(await officer.says('change name')).toContain('ชื่อ');
  expect(officer.person().open).toMatchObject({ kind: 'prompt', act: 'name' });
  expect(await officer.says('เมนู')).not.toContain('แก้ชื่อ ·');
});
