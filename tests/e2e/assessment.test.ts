import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import type { Someone } from './someone.ts';

/** A province's registry as offices keep it: byte order mark, Thai names, a quoted comma, one bad row. */
const messy = `\uFEFFจังหวัด,อำเภอ,ตำบล,หมู่ที่,บ้าน,ชื่อศูนย์,วันที่จัดตั้ง,ประธาน,เบอร์โทรศัพท์,ใช้งบประมาณ
ปราจีนบุรี,กบินทร์บุรี,กบินทร์,๒,บ้านโคก,"ศจก.บ้านโคก, เหนือ",15 ก.พ. 2553,สมหญิง รักถิ่น,081-000-0101,ไม่ใช่
จ.ปราจีนบุรี,อ.กบินทร์บุรี,นนทรี,8,บ้านไร่,ศจก.บ้านไร่,2010-03-15,อำไพ แสงทอง,+66810000107,no
ปราจีนบุรี,นาดี,ทุ่งโพธิ์,3,บ้านทุ่ง,ศจก.บ้านทุ่ง,15/03/2554,ประเสริฐ มั่นคง,๐๘๑๐๐๐๐๑๐๒,ไม่ใช่
ปราจีนบุรี,กบินบุรี,กบินทร์,5,บ้านผิด,ศจก.บ้านผิด,15/03/2554,ใครสักคน,0810000199,ไม่ใช่
`;

let office: Office;
beforeAll(async () => {
  office = await openOffice('assessment');
  await office.fundline('year', 'open', '2565');
  await office.start();
});
afterAll(() => office?.close());

async function registered(name: string, ...words: string[]): Promise<Someone> {
  const code = await office.fundline('invite', ...words);
  const someone = office.someone(name);
  expect(await someone.says('สวัสดีค่ะ')).toContain('ยินยอม');
  expect(await someone.taps('ยินยอม')).toContain('รหัสเชิญ');
  expect(await someone.says(code)).toContain('ลงทะเบียนแล้ว');
  return someone;
}

test('a district assesses a center by message, and only those concerned see it', async () => {
  const file = join(tmpdir(), `registry-${process.pid}.csv`);
  await writeFile(file, messy);
  const imported = JSON.parse(await office.fundline('import', 'registry', file, '--json'));
  expect(imported).toMatchObject({ created: 3, rejected: [{ line: 5 }] });
  expect(JSON.parse(await office.fundline('import', 'registry', file, '--json'))).toMatchObject({
    created: 0,
    unchanged: 3,
  });

  const province = ['--province', 'ปราจีนบุรี'];
  const officer = await registered('อรทัย', '--role', 'officer', ...province, '--district', 'กบินทร์บุรี');
  const chair = await registered('สมหญิง', '--role', 'chair', ...province, '--center', 'ศจก.บ้านโคก, เหนือ');
  const stranger = await registered('ไกล', '--role', 'officer', ...province, '--district', 'นาดี');
  const otherChair = await registered('ประเสริฐ', '--role', 'chair', ...province, '--center', 'ศจก.บ้านทุ่ง');
  expect(await chair.says('ระดับ')).toContain('ยัง');

  expect(await officer.says('ประเมิน')).toContain('ศจก.บ้านโคก');
  expect(await officer.says('บ้านโคก')).toContain('ส่วนที่ 1');
  expect(await officer.says('ถูกต้อง')).toMatch(/^ข้อ 1\/14/m);
  expect(await officer.says('3')).toMatch(/^ข้อ 2\/14/m);
  expect(await officer.says('๒')).toMatch(/^ข้อ 3\/14/m);
  expect(await officer.says('สาม')).toMatch(/^ข้อ 4\/14/m);
  expect(await officer.says('ข้อ 2')).toMatch(/^ข้อ 5\/14/m);
  expect(await officer.taps('2')).toMatch(/^ข้อ 6\/14/m);

  await office.kill();
  await office.start();
  expect(await officer.says('ทำต่อ')).toMatch(/^ข้อ 6\/14/m);

  for (const [place, answer] of ['1 คะแนน', 'two', '๑', '2', '1', '2', '2', '1'].entries()) {
    expect(await officer.says(answer)).toMatch(new RegExp(`^ข้อ ${place + 7}/14`, 'm'));
  }
  const done = await officer.says('2');
  expect(done).toContain('26/42');
  expect(done).toContain('ระดับ 2');

  expect(await officer.says('แก้ไข 2')).toMatch(/^ข้อ 2\/14/m);
  expect(await officer.says('1')).not.toMatch(/^ข้อ 2\/14/m);
  expect(await officer.says('ตรวจทาน')).toContain('25/42');
  expect(await officer.says('แก้ไข 2')).toMatch(/^ข้อ 2\/14/m);
  await officer.says('2');
  await officer.says('ข้าม');
  await officer.says('ข้าม');
  let shown = await officer.says('ทีมคู่หู คู่คิด');
  for (let turns = 0; !shown.includes('พิมพ์ ส่ง') && turns < 60; turns++)
    shown = await officer.says('ใช้คำแนะนำ');
  expect(await officer.says('ส่ง')).toContain('ใช่ไหม');
  const receipt = await officer.says('ใช่');
  expect(receipt).toMatch(/เลขที่รับ FL65-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]/);
  const number = /FL65-\S+/.exec(receipt)?.[0] ?? '';

  expect(await chair.isTold('26/42')).toContain('ระดับ 2');
  const card = await chair.says('ระดับ');
  expect(card).toContain('26/42');
  expect(card).toContain('ระดับ 2');
  expect(await chair.says(number)).toContain('โคก');

  expect(await stranger.says('ระดับ บ้านโคก')).not.toContain('26');
  expect(await stranger.says(number)).not.toContain('โคก');
  expect(await otherChair.says('ระดับ')).not.toContain('26/42');
  expect(await otherChair.says(number)).not.toContain('โคก');
  expect(await office.fundline('standings', 'check')).toContain('what the reports say');
});
