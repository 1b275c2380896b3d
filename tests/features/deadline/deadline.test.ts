import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/kernel/notice.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { provinces } from '../../../src/programme/area/areas.ts';
import { type DeadlinePlace, type DeadlineRule, ruleOf } from '../../../src/programme/deadline/deadline.ts';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../../src/programme/deadline/deadlines2565.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import { type Conversation, conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inDistrict,
  inProvince,
  nation,
  officerOf,
  personAs,
  year,
} from '../../support/flowWorld.ts';

const day = (text: string) => text as IsoDate;
const known = [...nationalDeadlines2565, ...prachinBuriDeadlines2565].flatMap((one) => ruleOf(one) ?? []);
const talk = (person: Person, rules: readonly DeadlineRule[] = known): Conversation =>
  conversation(() => ({ centers: [], cases: [], rules }), person);
const province = personAs({ role: 'province', scope: inProvince });
const department = personAs({ role: 'department', scope: nation });
const nadi = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const;
const ofNadi: DeadlinePlace = { kind: 'assessment', area: nadi, year };

const rule = (area: DeadlineRule['area'], due: string): DeadlineRule => ({
  ...{ kind: 'assessment', year, area, due: day(due), plan: usualPlan },
  setAt: new Date('2022-07-25T00:00:00Z'),
});

describe('everybody with a role', () => {
  test.each([
    ['an officer', officerOf('นาดี')],
    ['a chair', chairOf(centerNamed('ศจก.บ้านหนอง', 'นาดี'))],
    ['a district head', personAs({ role: 'districtHead', scope: inDistrict('นาดี') })],
  ])('sees the dates of the own area and how far away they are: %s', (_who, person) => {
    const words = talk(person, [...known, rule(nadi, '2022-08-15')]).command('deadline');
    expect(words).toContain('กำหนดส่ง อำเภอนาดี');
    expect(words).toContain('ประเมิน: 15 ส.ค. 2565 อีก 14 วัน · อำเภอส่งจังหวัด · กำหนดเฉพาะอำเภอ');
    expect(words).toContain('รายงานจังหวัดครั้งที่ 2: 31 ก.ค. 2565 ผ่านมาแล้ว 1 วัน · จังหวัดส่งกรมฯ · กรมฯ กำหนด');
    expect(words).not.toContain('1. ');
  });

  test('in several areas sees each of them', () => {
    const both = personAs(
      { role: 'officer', scope: inDistrict('บ้านสร้าง') },
      { role: 'officer', scope: inDistrict('นาดี') },
    );
    const words = talk(both, [rule(nadi, '2022-08-02')]).command('deadline');
    expect(words).toMatch(
      /อำเภอบ้านสร้าง[\s\S]*ประเมิน: ยังไม่กำหนด[\s\S]*อำเภอนาดี[\s\S]*ประเมิน: 2 ส\.ค\. 2565 พรุ่งนี้/,
    );
  });

  test.each(['kind', 'area', 'due', 'set'])(
    'who may not change a date has no use of a button for it: %s',
    (act) => {
      const officer = talk(officerOf('นาดี'));
      const value = 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15';
      expect(officer.act('deadline', act, value)).toContain('จังหวัดและกรมฯ');
      expect(officer.last().intent).toBeUndefined();
    },
  );
});

describe('the province', () => {
  test('changes a date for one district after a warning', () => {
    const staff = talk(province);
    staff.command('deadline');
    staff.types('2');
    staff.types('อ.นาดี');
    const asked = staff.types('15 สิงหาคม 2565');
    expect(asked).toContain('ช้ากว่ากำหนดของ รายงานจังหวัดครั้งที่ 1 (31 พ.ค. 2565)');
    expect(staff.last().intent).toBeUndefined();
    staff.types('ยืนยัน');
    expect(staff.last().intent).toEqual({
      ...{ kind: 'setDeadline', place: ofNadi, due: '2022-08-15', accepted: true },
    });
  });

  test('goes back step by step to the dates', () => {
    const staff = talk(province);
    const back = () => staff.command('form', '', 'back');
    staff.command('deadline');
    staff.types('2');
    staff.types('อ.นาดี');
    staff.types('15 สิงหาคม 2565');
    expect(back()).toContain('กำหนดเดิม: 9 ส.ค. 2565');
    expect(back()).toContain('ของพื้นที่ใด');
    expect(back()).toContain('กำหนดส่ง จังหวัดปราจีนบุรี');
    expect(back()).toContain('คำถามนี้ย้อนกลับไม่ได้');
  });

  test('goes back from the quarter or month to the dates, and from the area to it', () => {
    const staff = talk(department);
    const back = () => staff.command('form', '', 'back');
    staff.command('deadline');
    const parts = staff.act('deadline', 'kind', 'forum');
    staff.types('2');
    expect(staff.last().person.open).toMatchObject({ data: { back: 'part forum' } });
    expect(back()).toBe(parts);
    expect(back()).toContain('กำหนดส่ง');
  });

  test('is warned of what changed while it was asked', () => {
    const staff = talk(province, []);
    staff.act('deadline', 'due', 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15');
    staff.types('ใช่');
    expect(staff.last().intent).toMatchObject({ accepted: false });
    const next = { kind: 'round1', due: day('2022-08-10') } as const;
    const warnings = [{ kind: 'laterThanNext', next }] as const;
    const asked = staff.isTold('deadline', {
      ...{ of: 'setDeadline', place: ofNadi, due: day('2022-08-15'), told: 0 },
      result: { kind: 'asked', due: day('2022-08-15'), warnings },
    });
    expect(asked).toContain('10 ส.ค. 2565');
    staff.taps('ยืนยัน');
    expect(staff.last().intent).toMatchObject({ accepted: true });
  });

  test('writes a date without its year, also before the year of the date has begun', () => {
    const staff = talk(province);
    const date = (text: string) => {
      staff.act('deadline', 'area', 'assessment/2565/ปราจีนบุรี/นาดี');
      return staff.types(text);
    };
    expect(date('20 ส.ค.')).toContain('เป็น 20 ส.ค. 2565');
    expect(date('20/8/22')).toContain('เป็น 20 ส.ค. 2565');
    expect(date('พรุ่งนี้')).toContain('เป็น 2 ส.ค. 2565');
    expect(date('1 พ.ย.')).toContain('หมายถึงคำตอบใด');
    staff.taps('1 พ.ย. 2564');
    expect(staff.types('ไม่')).toContain('ไม่ได้เปลี่ยนกำหนดส่ง');
    for (const _ of [1, 2]) date('ไม่รู้');
    staff.types('ไม่รู้');
    expect(staff.types('ไม่รู้')).toContain('ช่วยเหลือ');
  });

  test.each([
    ['another province', 'assessment/2565/ลำพูน'],
    ['a district of another province', 'assessment/2565/ลำพูน/ลี้'],
    ['the nation', 'assessment/2565/*'],
    ['another year', 'assessment/2566/ปราจีนบุรี'],
    ['what is no report', 'holiday/2565/ปราจีนบุรี'],
    ['what it reports itself', 'round1/2565/ปราจีนบุรี'],
  ])('cannot change the date of %s', (_what, path) => {
    const staff = talk(province);
    for (const act of ['due', 'set']) {
      expect(staff.act('deadline', act, `${path} 2022-08-15`)).not.toBe('');
      expect(staff.last().intent).toBeUndefined();
    }
  });

  test('picks the date within the days that it may be', () => {
    const staff = talk(province);
    staff.act('deadline', 'area', 'assessment/2565/ปราจีนบุรี/นาดี');
    expect(staff.last().reply?.options).toMatchObject([
      { pick: 'date', act: 'due', value: 'assessment/2565/ปราจีนบุรี/นาดี', initial: '2022-08-09' },
    ]);
    expect(staff.last().reply?.options).toMatchObject([{ min: '2021-10-01', max: '2022-12-31' }]);
    expect(staff.act('deadline', 'due', 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-16')).toContain('16 ส.ค. 2565');
  });

  test('does nothing by an old button but be asked again', () => {
    const staff = talk(province);
    const value = 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15';
    expect(staff.act('deadline', 'set', value)).toContain('ใช่ไหม');
    expect(staff.last().intent).toBeUndefined();
    staff.act('deadline', 'set', value);
    expect(staff.last().intent).toMatchObject({ due: '2022-08-15' });
  });

  test('turns the pages of the districts where there are many', () => {
    const korat = personAs({ role: 'province', scope: { kind: 'province', province: 'นครราชสีมา' } });
    const staff = talk(korat);
    staff.command('deadline');
    expect(staff.types('2')).toContain('1–12 จาก 33');
    expect(staff.taps('ดูต่อ')).toContain('13–24 จาก 33');
    staff.types('ปากช่อง');
    expect(staff.types('20 ส.ค. 65')).toContain('อำเภอปากช่อง จังหวัดนครราชสีมา');
  });

  test('hears what was refused or was so already', () => {
    const staff = talk(province);
    const told = { of: 'setDeadline', place: ofNadi, due: day('2022-08-15'), told: 0 } as const;
    const problem = { code: 'areaTooSmall' } as const;
    expect(staff.isTold('deadline', { ...told, result: { kind: 'refused', problem } })).toContain('รายอำเภอ');
    const unchanged = { kind: 'unchanged', due: told.due } as const;
    expect(staff.isTold('deadline', { ...told, result: unchanged })).toContain('อยู่แล้ว');
    expect(staff.last().audits).toBeUndefined();
    const done = { kind: 'set', due: told.due, before: day('2022-08-09') } as const;
    expect(staff.isTold('deadline', { ...told, told: 2, result: done })).toMatch(
      /จาก 9 ส\.ค\. 2565 เป็น 15 ส\.ค\. 2565[\s\S]*2 คน/,
    );
    expect(staff.last().audits).toEqual([
      { did: 'setDeadline', record: 'assessment:2565:ปราจีนบุรี/นาดี', scope: nadi },
    ]);
  });
});

describe('the department', () => {
  test('sees which provinces have dates of their own, and changes the nation’s', () => {
    const own = provinces.slice(0, 7).map((name) => rule({ kind: 'province', province: name }, '2022-08-09'));
    const staff = talk(department, [rule({ kind: 'nation' }, '2022-05-31'), ...own]);
    expect(staff.command('deadline')).toContain('และอีก 2 แห่ง');
    staff.types('2');
    expect(staff.types('10 ส.ค. 65')).toContain('จะไม่เปลี่ยนตาม');
    staff.types('ใช่');
    expect(staff.last().intent).toMatchObject({ place: { kind: 'assessment', area: { kind: 'nation' } } });
  });

  test('chooses the quarter of what is due in each', () => {
    const staff = talk(department);
    staff.command('deadline');
    staff.types('กองทุนสตรี ไตรมาส 4');
    expect(staff.types('ไตรมาสหน้า')).toContain('ยังไม่พบรายการ');
    staff.types('3');
    staff.types('10 มิ.ย. 65');
    staff.types('ใช่');
    expect(staff.last().intent).toMatchObject({ place: { kind: 'women-fund', year: 2565, part: 3 } });
  });
});

describe('what a date is of', () => {
  test.each([
    ['ผลประเมิน', 'assessment'],
    ['ประเมิน', 'assessment'],
    ['ยืนยันทะเบียน', 'registry'],
    ['รายงานหนี้รอบ 2', 'debt2'],
    ['รายงานหนี้ครัวเรือน ครั้งที่ 1', 'debt1'],
    ['debt report, round 1', 'debt1'],
    ['เวที', 'forum'],
  ])('may be typed: %s', (words, kind) => {
    const staff = talk(department);
    staff.command('deadline');
    staff.types(words);
    expect(staff.last().person.open).toMatchObject({
      data: { of: expect.stringMatching(`^${kind}`) },
    });
  });

  test.each(['ธันวาคม', 'ธ.ค.', 'เดือนธันวาคม 2564', 'Dec'])('may be of a month: %s', (words) => {
    const staff = talk(department);
    staff.command('deadline');
    staff.types('เวที');
    expect(staff.types(words)).toContain('เดือนธันวาคม 2564');
    expect(staff.last().person.open).toMatchObject({ data: { of: 'forum/2565-3/*' } });
  });
});

describe('the news of a new date', () => {
  const saying = (person: Person, notice: Notice) => {
    return conversation(() => ({ centers: [], cases: [] }), person).hears(notice);
  };
  const news: Extract<Notice, { kind: 'deadlineChanged' }> = {
    ...{ kind: 'deadlineChanged', place: ofNadi, due: day('2022-08-15') },
    ...{ before: day('2022-08-09'), by: 'วิภา', as: { role: 'province', scope: inProvince } },
  };

  test('is said to those whom it concerns still', () => {
    const words = saying(officerOf('นาดี'), news);
    expect(words).toContain('จาก 9 ส.ค. 2565 เป็น 15 ส.ค. 2565');
    expect(words).toContain('พิมพ์ กำหนดส่ง เพื่อดูทั้งหมด');
    const { before: _none, ...first } = news;
    expect(saying(officerOf('นาดี'), first)).toContain('วิภา (นักวิชาการพัฒนาชุมชน จ.ปราจีนบุรี) ตั้งกำหนดส่ง');
    for (const person of [officerOf('บ้านสร้าง'), province, personAs()]) expect(saying(person, news)).toBe('');
  });

  test('by a nameless person of the department comes from the department', () => {
    const place: DeadlinePlace = { ...ofNadi, area: { kind: 'nation' } };
    expect(saying(officerOf('นาดี'), { ...news, place, by: '' })).toContain('กรมการพัฒนาชุมชน เปลี่ยนกำหนดส่ง');
    expect(saying(officerOf('นาดี'), { ...news, by: '' })).toContain('สำนักงานพัฒนาชุมชน เปลี่ยนกำหนดส่ง');
  });

  test('of what a province reports is for its staff', () => {
    const place: DeadlinePlace = { kind: 'round2', year: year as FiscalYear, area: { kind: 'nation' } };
    expect(saying(province, { ...news, place })).not.toBe('');
    expect(saying(officerOf('นาดี'), { ...news, place })).toBe('');
  });
});
