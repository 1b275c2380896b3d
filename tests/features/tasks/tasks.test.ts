import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/kernel/person.ts';
import type { ProgrammeYear } from '../../../src/kernel/store.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { FiscalYear, IsoDate, PersonId } from '../../../src/programme/ids.ts';
import { conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  certified,
  chairOf,
  heldBy,
  inDistrict,
  inProvince,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี', { householdTarget: 0 });
const thung = centerNamed('ศจก.บ้านทุ่ง', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี', { householdTarget: 0 });
const due = (kind: 'assessment' | 'debt1', on: string) => ({
  ...{ kind, year, area: { kind: 'nation' as const }, due: on as IsoDate, plan: usualPlan },
  setAt: new Date('2021-12-01T00:00:00Z'),
});
const office = {
  centers: [nong, khok, thung, rai],
  cases: [certified(submitted(nong, { points: pointsOf(26) })), heldBy(khok, 'P1' as PersonId, 'วิชัย')],
  rules: [due('assessment', '2022-08-09'), due('debt1', '2022-07-30')],
};
const talk = (person: Person, of: Parameters<typeof conversation>[0] = () => office) =>
  conversation(of, person);

describe('an officer', () => {
  test('sees what is owed in the own district, what is late first, with what is missing and until when', async () => {
    const words = await talk(officerOf('นาดี')).command('tasks');
    expect(words.split('\n').slice(0, 5)).toEqual([
      '3 รายการ · งานค้าง ปีงบประมาณ 2565',
      'เกินกำหนดแล้ว 1 รายการ',
      '1. ส่งรายงานหนี้ครัวเรือน ครั้งที่ 1 ศจก.บ้านทุ่ง · เข้าร่วม 0/5 ขาดอีก 5 ครัวเรือน · เกินกำหนด 2 วัน (กำหนดส่ง 30 ก.ค. 2565)',
      '2. ส่งผลประเมิน ศจก.บ้านทุ่ง · ยังไม่เริ่ม · กำหนดส่ง 9 ส.ค. 2565 อีก 8 วัน',
      '3. ส่งรายงานหนี้ครัวเรือน ครั้งที่ 2 ศจก.บ้านทุ่ง · ลดหนี้หรือปลดหนี้ได้ 0/5 · ยังไม่มีครัวเรือนเข้าร่วม',
    ]);
    // Submitted; in a colleague's hands; another district's.
    expect(words).not.toContain('หนอง');
    expect(words).not.toContain('โคก');
    expect(words).not.toContain('ไร่');
  });

  test('goes on with one by its button, its number or its name', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('tasks');
    await officer.taps('ประเมิน');
    expect(officer.last().intent).toMatchObject({ kind: 'claim', center: thung.id });
    await officer.command('tasks');
    await officer.types('2');
    expect(officer.last().intent).toMatchObject({ kind: 'claim', center: thung.id });
    await officer.command('tasks');
    expect(await officer.types('อะไรนะ')).toContain('ยังไม่พบรายการ');
  });

  test('of a center that was being assessed by the own hand sees how far it is', async () => {
    const own = officerOf('นาดี');
    const held = { ...office, cases: [heldBy(thung, own.id, 'อรทัย')] };
    expect(await talk(own, () => held).command('tasks')).toContain('ส่งผลประเมิน ศจก.บ้านทุ่ง · ตอบแล้ว 6/14 ข้อ');
  });

  test('owes the confirmation of the registry as long as it waits for the officer', async () => {
    const unconfirmed = { ...office, centers: [nong], confirmed: [] };
    expect(await talk(officerOf('นาดี'), () => unconfirmed).command('tasks')).toContain(
      '1. ยืนยันทะเบียน ศจก.บ้านหนอง · ตรวจว่าข้อมูลถูกต้อง',
    );
    const halfway = { ...unconfirmed, confirmed: ['officer' as const] };
    expect(await talk(officerOf('นาดี'), () => halfway).command('tasks')).toBe('ตอนนี้ไม่มีงานที่รอคุณอยู่');
    const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });
    expect(await talk(head, () => halfway).command('tasks')).toContain('1. ยืนยันทะเบียน ศจก.บ้านหนอง');
  });

  test('who is district head elsewhere owes only the own district', async () => {
    const both = personAs(
      { role: 'officer', scope: inDistrict('นาดี') },
      { role: 'districtHead', scope: inDistrict('กบินทร์บุรี') },
    );
    expect(await talk(both).command('tasks')).not.toContain('ไร่');
  });
});

test('a chair acknowledges what was submitted, and has nothing to do while it was not', async () => {
  const waiting = { ...office, cases: [submitted(nong, { points: pointsOf(26) })] };
  const words = await talk(chairOf(nong), () => waiting).command('tasks');
  expect(words).toContain('รับทราบผลประเมิน ศจก.บ้านหนอง');
  expect(await talk(chairOf(khok)).command('tasks')).toBe('ตอนนี้ไม่มีงานที่รอคุณอยู่');
});

test('a district head for whom nothing waits sees by name which centers are not done', async () => {
  const words = await talk(personAs({ role: 'districtHead', scope: inDistrict('นาดี') })).command('tasks');
  expect(words).toContain('ตอนนี้ไม่มีงานที่รอคุณอยู่');
  expect(words).toContain('อำเภอนาดี จังหวัดปราจีนบุรี ประเมินแล้ว 1/3 ศูนย์');
  expect(words).toContain('ยังประเมินไม่ครบ: ศจก.บ้านโคก, ศจก.บ้านทุ่ง');
});

test('the province sees by name which districts are not done', async () => {
  const words = await talk(personAs({ role: 'province', scope: inProvince })).command('tasks');
  expect(words).toContain('ประเมินแล้ว 1/4 ศูนย์');
  expect(words).toContain('ยังประเมินไม่ครบ: กบินทร์บุรี, นาดี');
});

describe('with an older year open', () => {
  const last = (year - 1) as FiscalYear;
  const opened = (of: FiscalYear, closedAt?: Date): ProgrammeYear => ({
    ...{ year: of, openedAt: new Date('2021-10-01T00:00:00Z'), forms: {} },
    ...(closedAt && { closedAt }),
  });
  const both = {
    ...office,
    centers: [nong],
    cases: [submitted(nong, { points: pointsOf(26) })],
    rules: [{ ...due('assessment', '2021-08-09'), year: last }],
  };

  test('what is still owed of it is there with its year, and is done in that year', async () => {
    const officer = talk(officerOf('นาดี'), () => ({ ...both, years: [opened(last), opened(year)] }));
    const words = await officer.command('tasks');
    expect(words).toContain('1. ส่งผลประเมิน ศจก.บ้านหนอง (ปีงบประมาณ 2564) · ยังไม่เริ่ม · เกินกำหนด 357 วัน');
    await officer.taps('ประเมิน');
    expect(officer.last().intent).toMatchObject({ kind: 'claim', center: nong.id, year: last });
  });

  test('the registry of it is not confirmed from here, where the newest year is confirmed', async () => {
    const officer = talk(officerOf('นาดี'), () => ({ ...both, years: [opened(last), opened(year)] }));
    expect(await officer.command('tasks')).toContain('ยืนยันทะเบียน ศจก.บ้านหนอง (ปีงบประมาณ 2564)');
    await officer.types('2');
    expect(officer.last().intent).toBeUndefined();
  });

  test('nobody owes anything of it once it is closed', async () => {
    const closed = [opened(last, new Date('2022-07-01T00:00:00Z')), opened(year)];
    const officer = talk(officerOf('นาดี'), () => ({ ...both, years: closed }));
    expect(await officer.command('tasks')).not.toContain('2564');
  });
});
