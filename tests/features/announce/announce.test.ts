import { describe, expect, test } from 'vitest';
import { numbersBeyond } from '../../../src/features/announce/areas.ts';
import { announcementReply } from '../../../src/features/announce/content.ts';
import type { Counts } from '../../../src/features/announce/record/announcement.ts';
import type { Outcome } from '../../../src/kernel/intent.ts';
import type { Reach } from '../../../src/kernel/reach.ts';
import type { Tick } from '../../../src/kernel/tick.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { noCounts, runId } from '../../../src/programme/job/job.ts';
import { conversation, wordsOf } from '../../support/conversation.ts';
import {
  centerNamed,
  inDistrict,
  inProvince,
  now,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../support/flowWorld.ts';

const province = personAs({ role: 'province', scope: inProvince });
const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const nationwide = { kind: 'nation' as const };
const rule = { kind: 'assessment' as const, year, area: nationwide, plan: usualPlan };
const rules = [{ ...rule, due: '2022-07-20' as IsoDate, setAt: new Date('2021-12-01T00:00:00Z') }];
const office = { centers: [nong], cases: [], rules };
const talk = (person = province) => conversation(() => office, person);

const reach: Reach = { people: 3, away: 1, left: 500, reserved: 50, granted: 2 };
const audience = { roles: ['officer' as const], areas: [inDistrict('นาดี')], late: false };
const wanted = { audience, text: 'ประชุมวันศุกร์' };
const content = { ...wanted, by: 'วิไล', as: { role: 'province' as const, scope: inProvince } };
const planned = { announcement: 'a1', draft: 'd1', wanted, reach };
const plan: Outcome = { of: 'planAnnouncement', ...planned };
type SendResult = Extract<Outcome, { of: 'sendAnnouncement' }>['result'];
const asked = { announcement: 'a1', draft: 'd1', wanted };
const sent = (result: SendResult): Outcome => ({ of: 'sendAnnouncement', ...asked, result });

describe('the preview of an announcement', () => {
  test('says how many it reaches, what it costs, what stays reserved, and who has to wait', async () => {
    const words = await talk().isTold('announce', plan);
    expect(words).toContain('ผู้รับ: 3 คน');
    expect(words).toContain('ใช้โควตา: 2 ข้อความ');
    expect(words).toContain('500 ข้อความ หลังส่งเหลือ 498');
    expect(words).toContain('กันไว้สำหรับงานด่วน: 50 ข้อความ');
    expect(words).toContain('โควตาไม่พอสำหรับ 1 คน');
    expect(words).toContain('ไม่รวม 1 คนที่บล็อกบัญชีนี้');
    expect(words).toContain('ประชุมวันศุกร์');
  });

  test('asks for what it showed, with its button or any yes word', async () => {
    const one = talk();
    await one.isTold('announce', plan);
    const intent = { kind: 'sendAnnouncement', announcement: 'a1', draft: 'd1', shown: 3 };
    expect(await one.types('ใช่')).toBe('');
    expect(one.last().intent).toEqual(intent);
    const another = talk();
    await another.isTold('announce', plan);
    await another.taps('ส่ง');
    expect(another.last().intent).toEqual(intent);
  });

  test('of an hour at which nobody is written to offers the next that is open', async () => {
    const one = talk();
    const opensAt = new Date('2022-08-15T08:30:00+07:00');
    await one.isTold('announce', { ...plan, reach: { ...reach, opensAt } } as Outcome);
    await one.taps('ส่ง 15 ส.ค. 2565 08:30 น.');
    expect(one.last().intent).toMatchObject({ kind: 'sendAnnouncement', from: opensAt });
  });

  test('that is not the present one sends nothing', async () => {
    const one = talk();
    expect(await one.act('announce', 'send', 'a0')).toContain('การ์ดนี้ใช้ไม่ได้แล้ว');
    expect(one.last().intent).toBeUndefined();
  });

  test('is shown again where the audience or the hour is another one meanwhile', async () => {
    const words = await talk().isTold(
      'announce',
      sent({ kind: 'audienceChanged', reach: { ...reach, people: 4 } }),
    );
    expect(words).toContain('จำนวนผู้รับเปลี่ยนเป็น 4 คน');
    expect(await talk().isTold('announce', sent({ kind: 'closed', reach }))).toContain('เลยเวลาส่งแล้ว');
  });

  test('is refused in an area that is no longer one’s own, and a second time', async () => {
    expect(await talk().isTold('announce', sent({ kind: 'outOfReach' }))).toContain('ไม่ใช่พื้นที่ของคุณแล้ว');
    expect(await talk().isTold('announce', sent({ kind: 'alreadyConfirmed' }))).toContain('ยืนยันไปแล้ว');
  });
});

test('the numbers of areas that a list does not have are named', () => {
  expect(numbersBeyond('1,2,99', 7)).toEqual([99]);
  expect(numbersBeyond('๐ และ 5-12', 7)).toEqual([0, 12]);
  expect(numbersBeyond('นาดี, 7', 7)).toEqual([]);
});

test('an announcement that is over cannot be stopped', async () => {
  const outcome: Outcome = { of: 'stopAnnouncement', announcement: 'a1', result: { kind: 'alreadyOver' } };
  expect(await talk().isTold('announce', outcome)).toContain('สิ้นสุดแล้ว');
});

describe('what an announcement comes to', () => {
  test('waits with those for whom the quota did not suffice, a photo by itself', async () => {
    const attachment = { kind: 'photo' as const, file: 'f1' };
    const notice = { kind: 'announced' as const, announcement: 'a1', content: { ...content, attachment } };
    const officer = talk(officerOf('นาดี'));
    expect(await officer.hears(notice)).toBe('');
    expect(officer.last().person.waiting).toMatchObject([{ id: 'announcement:a1', gone: 0 }]);
    expect(await officer.hears(notice, true)).toContain('ประกาศจาก วิไล');
    expect(officer.last().reply?.messages).toHaveLength(2);
    const other = talk(officerOf('กบินทร์บุรี'));
    await other.hears(notice);
    expect(other.last().person.waiting).toEqual([]);
    expect(await other.hears(notice, true)).toBe('');
  });

  test('is without buttons and says whose word it is', () => {
    const reply = announcementReply(content);
    expect(reply.options).toBeUndefined();
    expect(wordsOf(reply)).toContain('ประกาศจาก วิไล');
  });

  test('is reported to its author, with what was not sent and why', async () => {
    const counts: Counts = {
      ...{ people: 10, sent: 4, blocked: 1, failed: 1, unsure: 1, kept: 1, skipped: 1, open: 1 },
    };
    const over = {
      kind: 'announcementOver' as const,
      announcement: 'a1',
      text: 'ประชุม',
      stopped: true,
      counts,
    };
    const words = await talk().hears(over);
    expect(words).toContain('หยุดส่งประกาศแล้ว: “ประชุม”');
    expect(words).toContain('ส่งแล้ว 4 คน · รอส่งพร้อมข้อความตอบกลับ 1 คน · บล็อกบัญชีนี้ 1 คน · ส่งไม่สำเร็จ 1 คน');
    expect(words).toContain('ไม่ทราบว่าถึงหรือไม่ 1 คน');
    expect(words).toContain('ไม่เกี่ยวข้องแล้ว 1 คน');
    expect(words).toContain('ไม่ได้ส่ง 1 คน เพราะหยุดส่งก่อน');
  });
});

describe('reminding by hand', () => {
  const areas = [inProvince];
  const late: Outcome = { of: 'countLate', areas, reach };

  test('counts first, then asks once', async () => {
    const one = talk();
    await one.command('remind');
    expect(one.last().intent).toEqual({ kind: 'countLate', areas });
    expect(await one.isTold('remind', late)).toContain('ผู้รับ: 3 คน');
    await one.types('ตกลง');
    expect(one.last().intent).toEqual({ kind: 'remindLate', areas, shown: 3 });
  });

  test('says when nobody is late, and when an order is still being carried out or waits', async () => {
    const nobody: Outcome = { ...late, reach: { ...reach, people: 0, granted: 0 } };
    expect(await talk().isTold('remind', nobody)).toContain('ไม่มีผู้ที่มีงานเกินกำหนดในพื้นที่');
    const going: Outcome = { ...late, underWay: { at: now, counts: { ...noCounts, sent: 2 } } };
    expect(await talk().isTold('remind', going)).toContain('ส่งแล้ว 2 คน');
    const at = new Date('2022-08-15T08:30:00+07:00');
    expect(await talk().isTold('remind', { ...late, underWay: { at, counts: noCounts } })).toContain(
      'จะส่ง 15 ส.ค. 2565 08:30 น.',
    );
  });

  test('says who is left out, having been reminded on that day already', async () => {
    expect(await talk().isTold('remind', { ...late, heard: 2 })).toContain('ไม่รวม 2 คน');
    const nobody: Outcome = { ...late, heard: 2, reach: { ...reach, people: 0, granted: 0 } };
    const staff = talk();
    expect(await staff.isTold('remind', nobody)).toContain('ทั้ง 2 คนได้รับการแจ้งเตือนของวันนี้แล้ว');
    expect(staff.last().person.open).not.toMatchObject({ kind: 'prompt' });
  });

  test('asks again where other people are late meanwhile', async () => {
    const changed: Outcome = { of: 'remindLate', areas, reach, result: { kind: 'audienceChanged' } };
    expect(await talk().isTold('remind', changed)).toContain('เปลี่ยนเป็น 3 คน');
    expect(await talk().isTold('remind', { ...changed, result: { kind: 'closed' } })).toContain(
      'เลยเวลาส่งแล้ว',
    );
  });

  const struck = (job: 'reminders' | 'manual-reminder', time: string, order?: string): Tick => {
    const at = new Date(`2022-07-27T${time}:00+07:00`);
    return { job, at, ahead: 0, push: true, run: runId(job, at, order ? { id: order } : undefined) };
  };

  test('that was put off to the morning meets the reminder of that morning: each work is told once', async () => {
    const first = talk(officerOf('นาดี'));
    expect(await first.ticks(struck('reminders', '08:30'))).toContain('เกินกำหนด');
    expect(await first.ticks(struck('manual-reminder', '08:30', 'o1'))).toBe('');
    expect(first.last().settledReminders).toMatchObject([{ state: 'merged', why: 'sameDay' }]);
    const other = talk(officerOf('นาดี'));
    expect(await other.ticks(struck('manual-reminder', '08:30', 'o1'))).toContain('เกินกำหนด');
    expect(await other.ticks(struck('reminders', '08:30'))).toBe('');
  });

  test('tells each what is overdue, also after the reminder of that morning, and once a day', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.ticks(struck('reminders', '08:30'));
    expect(await officer.ticks(struck('manual-reminder', '10:00', 'o1'))).toContain('เกินกำหนด 7 วัน');
    expect(officer.last().reply?.asLongAs).toContain(`${nong.id}:assessment:2565`);
    expect(await officer.ticks(struck('manual-reminder', '11:00', 'o2'))).toBe('');
    expect(officer.last().settledReminders).toMatchObject([{ state: 'merged', why: 'sameDay' }]);
  });

  test('are reported with the figures that are not 0', async () => {
    const over = (counts: Partial<typeof noCounts>) =>
      talk().hears({ kind: 'remindersOver', areas, counts: { ...noCounts, ...counts } });
    expect(await over({ sent: 2, skipped: 1, cancelled: 3 })).toBe(
      'แจ้งเตือนเสร็จแล้ว: ส่งแล้ว 2 คน · ไม่ต้องส่งหรือบล็อกบัญชีนี้ 1 คน · ส่งไม่ทัน 3 คน',
    );
    expect(await over({ merged: 1 })).toBe('แจ้งเตือนเสร็จแล้ว: ส่งแล้ว 0 คน · รวมกับที่ส่งวันนี้แล้ว 1 คน');
  });

  test('is passed over by who has finished', async () => {
    const cases = [submitted(nong, { points: pointsOf(26) })];
    const at = new Date('2022-08-01T08:30:00+07:00');
    const person = conversation(() => ({ ...office, cases }), officerOf('นาดี'));
    const words = await person.ticks({
      ...{ job: 'manual-reminder' as const, at, ahead: 0, push: true },
      run: runId('manual-reminder', at),
    });
    expect(words).not.toContain('ประเมิน');
  });
});
