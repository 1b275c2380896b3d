import { expect, test } from 'vitest';
import { round1Duty } from '../../../src/features/household/duty.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { chat } from '../../support/chat.ts';
import { debtOffice } from '../../support/debtOffice.ts';
import { centerNamed, officerOf, year } from '../../support/flowWorld.ts';

const last = (year - 1) as FiscalYear;
const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');

const joining = [
  ...['เพิ่มครัวเรือน', 'ยินยอม', 'นายสมชาย ใจดี', '12/3', '4', 'ข้าม'],
  ...['กลุ่มออมทรัพย์', '25000', '12', 'เกินกำหนด', 'กทบ.', '20000', '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน'],
];
/** Together with whom, who is responsible, and by when. */
const suggested = Array.from({ length: 3 }, () => 'ใช้คำแนะนำ');
const plan = ['ทำแผน', 'ลดหนี้', '1,3', 'ปลูกผัก', ...suggested, 'ยืนยัน'];

/** An officer with a household that joined in the year named behind the command. */
async function joinedIn(named: string) {
  const office = debtOffice([nong, khok]);
  const officer = chat(office, officerOf('นาดี'));
  await officer.says(`หนี้ครัวเรือน ${named}`, 'หนอง', ...joining);
  return { office, officer };
}

const yearsOf = (office: ReturnType<typeof debtOffice>) =>
  office.of(nong).map(({ work }) => Object.keys(work).map(Number));

test('a household joins and is worked with in the year that the command named', async () => {
  const { office, officer } = await joinedIn('2564');
  expect(yearsOf(office)).toEqual([[last]]);
  expect(await officer.says('หนี้ครัวเรือน หนอง 2564')).toContain('(ปีงบประมาณ 2564)');
  expect(await officer.says('1')).toContain('(ปีงบประมาณ 2564)');
  await officer.says(...plan);
  expect(office.of(nong)[0]?.work[last]?.plan).toMatchObject({ aim: 'reduce' });
  expect(await officer.says('หนี้ครัวเรือน หนอง')).not.toContain('ปีงบประมาณ');
});

test('several households are told of, and a step of all, in the year of the card', async () => {
  const { office, officer } = await joinedIn('ปี 2564');
  await officer.says('หนี้ครัวเรือน หนอง 2564', ...['1', ...plan]);
  await officer.taps('ทุกครัวเรือน');
  await officer.says('1 ขั้น 3', 'ยืนยัน');
  const reason = await officer.says('ทำพร้อมกัน');
  expect(reason).toContain('(ปีงบประมาณ 2564)');
  expect(office.of(nong)[0]?.work[last]?.steps).toMatchObject([{ step: 3, reason: 'ทำพร้อมกัน' }]);
});

test('the button of a duty leads to its year, whose round is submitted with a receipt of that year', async () => {
  const { office, officer } = await joinedIn('2564');
  const unit = { kind: 'center', province: nong.province, district: nong.district, center: nong.id } as const;
  const start = round1Duty.start({ unit, year: last } as Duty);
  if (!start) return expect.unreachable();
  expect(await officer.acts(start)).toContain('(ปีงบประมาณ 2564)');
  expect(await officer.says('ส่งรอบ 1')).toContain('ปีงบประมาณ 2564');
  const receipt = await officer.says('ส่ง', 'ยืนยัน');
  expect(receipt).toContain('(ปีงบประมาณ 2564)');
  expect(office.reportsOf(nong).map(({ period }) => period.year)).toEqual([last]);
  expect(officer.buttons()).toContain('หนี้ครัวเรือน 2564');
});

test('a year to come is none: the words stay a name', async () => {
  const officer = chat(debtOffice([nong, khok]), officerOf('นาดี'));
  expect(await officer.says('หนี้ครัวเรือน 2570')).toContain('ไม่พบ');
});
