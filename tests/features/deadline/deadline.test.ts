import { describe, expect, test } from 'vitest';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../../src/features/deadline/deadlines2565.ts';
import type { Notice } from '../../../src/kernel/notice.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { provinces } from '../../../src/programme/area/areas.ts';
import { type DeadlinePlace, type DeadlineRule, ruleOf } from '../../../src/programme/deadline/deadline.ts';
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
  ])('sees the dates of the own area and how far away they are: %s', async (_who, person) => {
    const words = await talk(person, [...known, rule(nadi, '2022-08-15')]).command('deadline');
    expect(words).toContain('กำหนดส่ง อำเภอนาดี');
    expect(words).toContain('ประเมิน: 15 ส.ค. 2565 อีก 14 วัน · อำเภอส่งจังหวัด · กำหนดเฉพาะอำเภอ');
    expect(words).toContain('รายงานจังหวัดครั้งที่ 2: 31 ก.ค. 2565 ผ่านมาแล้ว 1 วัน · จังหวัดส่งกรมฯ · กรมฯ กำหนด');
    expect(words).not.toContain('1. ');
  });

  test('in several areas sees each of them', async () => {
    const both = personAs(
      { role: 'officer', scope: inDistrict('บ้านสร้าง') },
      { role: 'officer', scope: inDistrict('นาดี') },
    );
    const words = await talk(both, [rule(nadi, '2022-08-02')]).command('deadline');
    expect(words).toMatch(
      /อำเภอบ้านสร้าง[\s\S]*ประเมิน: ยังไม่กำหนด[\s\S]*อำเภอนาดี[\s\S]*ประเมิน: 2 ส\.ค\. 2565 พรุ่งนี้/,
    );
  });

  test.each(['kind', 'area', 'due', 'set'])(
    'who may not change a date has no use of a button for it: %s',
    async (act) => {
      const officer = talk(officerOf('นาดี'));
      const value = 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15';
      expect(await officer.act('deadline', act, value)).toContain('จังหวัดและกรมฯ');
      expect(officer.last().intent).toBeUndefined();
    },
  );
});

describe('the province', () => {
  test('changes a date for one district after a warning', async () => {
    const staff = talk(province);
    await staff.command('deadline');
    await staff.types('2');
    await staff.types('อ.นาดี');
    expect(await staff.types('15 สิงหาคม 2565')).toContain('หากมีหนังสือกำหนดวันนี้');
    expect(await staff.types('ไม่ทราบ')).toContain('กรุณาตอบ ใช่ หรือ ไม่ใช่');
    const asked = await staff.types('ปจ 0019/26700 ลงวันที่ 29 ก.ค. ด่วนมาก');
    expect(asked).toContain('ตามหนังสือที่ ปจ 0019/26700 ลงวันที่ 29 ก.ค. 2565 (ด่วนมาก)');
    expect(asked).toContain('ช้ากว่ากำหนดของ รายงานจังหวัดครั้งที่ 1 (31 พ.ค. 2565)');
    expect(staff.last().intent).toBeUndefined();
    await staff.types('ยืนยัน');
    expect(staff.last().intent).toEqual({
      ...{ kind: 'setDeadline', place: ofNadi, due: '2022-08-15', accepted: true },
      letter: { number: 'ปจ 0019/26700', date: '2022-07-29', urgency: 'veryUrgent' },
    });
  });

  test('goes back step by step to the dates', async () => {
    const staff = talk(province);
    const back = () => staff.command('form', '', 'back');
    await staff.command('deadline');
    await staff.types('2');
    await staff.types('อ.นาดี');
    await staff.types('15 สิงหาคม 2565');
    expect(await back()).toContain('กำหนดเดิม: 9 ส.ค. 2565');
    expect(await back()).toContain('ของพื้นที่ใด');
    expect(await back()).toContain('กำหนดส่ง จังหวัดปราจีนบุรี');
    expect(await back()).toContain('คำถามนี้ย้อนกลับไม่ได้');
  });

  test('goes back from the quarter or month to the dates, and from the area to it', async () => {
    const staff = talk(department);
    const back = () => staff.command('form', '', 'back');
    await staff.command('deadline');
    const parts = await staff.act('deadline', 'kind', 'forum');
    await staff.types('2');
    expect(staff.last().person.open).toMatchObject({ data: { back: 'part forum' } });
    expect(await back()).toBe(parts);
    expect(await back()).toContain('กำหนดส่ง');
  });

  test('is warned of what changed while it was asked', async () => {
    const staff = talk(province, []);
    await staff.act('deadline', 'due', 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15');
    const letter = { number: 'ปจ 0019/1' };
    await staff.types(letter.number);
    await staff.types('ใช่');
    expect(staff.last().intent).toMatchObject({ accepted: false, letter });
    const next = { kind: 'round1', due: day('2022-08-10') } as const;
    const warnings = [{ kind: 'laterThanNext', next }] as const;
    const asked = await staff.isTold('deadline', {
      ...{ of: 'setDeadline', place: ofNadi, due: day('2022-08-15'), told: 0, letter },
      result: { kind: 'asked', due: day('2022-08-15'), warnings },
    });
    expect(asked).toContain('10 ส.ค. 2565');
    await staff.taps('ยืนยัน');
    expect(staff.last().intent).toMatchObject({ accepted: true, letter });
  });

  test('writes a date without its year, also before the year of the date has begun', async () => {
    const staff = talk(province);
    const date = async (text: string) => {
      await staff.act('deadline', 'area', 'assessment/2565/ปราจีนบุรี/นาดี');
      return await staff.types(text);
    };
    expect(await date('20 ส.ค.')).toContain('เป็น 20 ส.ค. 2565');
    expect(await date('20/8/22')).toContain('เป็น 20 ส.ค. 2565');
    expect(await date('พรุ่งนี้')).toContain('เป็น 2 ส.ค. 2565');
    // The coming one; what has been this year is meant where the coming one cannot be.
    expect(await date('1 พ.ย.')).toContain('เป็น 1 พ.ย. 2565');
    expect(await date('31 ก.ค.')).toContain('เป็น 31 ก.ค. 2565');
    expect(await staff.types('ไม่')).toContain('ไม่ได้เปลี่ยนกำหนดส่ง');
    for (const _ of [1, 2]) await date('ไม่รู้');
    await staff.types('ไม่รู้');
    expect(await staff.types('ไม่รู้')).toContain('ช่วยเหลือ');
  });

  test.each([
    ['another province', 'assessment/2565/ลำพูน'],
    ['a district of another province', 'assessment/2565/ลำพูน/ลี้'],
    ['the nation', 'assessment/2565/*'],
    ['another year', 'assessment/2566/ปราจีนบุรี'],
    ['what is no report', 'holiday/2565/ปราจีนบุรี'],
    ['what it reports itself', 'round1/2565/ปราจีนบุรี'],
  ])('cannot change the date of %s', async (_what, path) => {
    const staff = talk(province);
    for (const act of ['due', 'confirm']) {
      expect(await staff.act('deadline', act, `${path} 2022-08-15 yes`)).not.toBe('');
      expect(staff.last().intent).toBeUndefined();
    }
  });

  test('picks the date within the days that it may be', async () => {
    const staff = talk(province);
    await staff.act('deadline', 'area', 'assessment/2565/ปราจีนบุรี/นาดี');
    expect(staff.last().reply?.options).toMatchObject([
      { pick: 'date', act: 'due', value: 'assessment/2565/ปราจีนบุรี/นาดี', initial: '2022-08-09' },
    ]);
    expect(staff.last().reply?.options).toMatchObject([{ min: '2021-10-01', max: '2022-12-31' }]);
    expect(await staff.act('deadline', 'due', 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-16')).toContain(
      '16 ส.ค. 2565',
    );
  });

  test('does nothing by an old button but be asked again', async () => {
    const staff = talk(province);
    const value = 'assessment/2565/ปราจีนบุรี/นาดี 2022-08-15 yes';
    expect(await staff.act('deadline', 'confirm', value)).toContain('ใช่ไหม');
    expect(staff.last().intent).toBeUndefined();
    await staff.act('deadline', 'confirm', value);
    expect(staff.last().intent).toMatchObject({ due: '2022-08-15' });
  });

  test('turns the pages of the districts where there are many', async () => {
    const korat = personAs({ role: 'province', scope: { kind: 'province', province: 'นครราชสีมา' } });
    const staff = talk(korat);
    await staff.command('deadline');
    expect(await staff.types('2')).toContain('1–12 จาก 33');
    expect(await staff.taps('ดูต่อ')).toContain('13–24 จาก 33');
    await staff.types('ปากช่อง');
    expect(await staff.types('20 ส.ค. 65')).toContain('อำเภอปากช่อง จังหวัดนครราชสีมา');
  });

  const wholeProvince: DeadlineRule['area'] = { kind: 'province', province: 'ปราจีนบุรี' };
  test.each([
    ['the nation', 'stays where a province has its own', { kind: 'nation' }, true],
    ['the province', 'holds in its districts too', wholeProvince, false],
  ] as const)('hears that the new date of %s %s', async (_whose, _holds, area, isOverridden) => {
    const own = talk(department, [rule({ kind: 'nation' }, '2022-08-20'), rule(wholeProvince, '2022-08-09')]);
    const set = { kind: 'set', due: day('2022-08-20') } as const;
    const words = await own.isTold('deadline', {
      ...{ of: 'setDeadline', place: { ...ofNadi, area }, due: set.due, told: 0, result: set },
    });
    expect(words.includes('ที่กำหนดเองไว้จะไม่เปลี่ยนตาม: จ.ปราจีนบุรี 9 ส.ค. 2565')).toBe(isOverridden);
    expect(words).toContain('ในระบบที่กำหนดส่งเปลี่ยนไป จึงไม่ได้แจ้งใคร');
  });

  test('hears what was refused or was so already', async () => {
    const staff = talk(province);
    const told = { of: 'setDeadline', place: ofNadi, due: day('2022-08-15'), told: 0 } as const;
    const problem = { code: 'areaTooSmall' } as const;
    expect(await staff.isTold('deadline', { ...told, result: { kind: 'refused', problem } })).toContain(
      'รายอำเภอ',
    );
    const unchanged = { kind: 'unchanged', due: told.due } as const;
    expect(await staff.isTold('deadline', { ...told, result: unchanged })).toContain('อยู่แล้ว');
    expect(staff.last().audits).toBeUndefined();
    const done = { kind: 'set', due: told.due, before: day('2022-08-09') } as const;
    expect(await staff.isTold('deadline', { ...told, told: 2, result: done })).toMatch(
      /จาก 9 ส\.ค\. 2565 เป็น 15 ส\.ค\. 2565[\s\S]*2 คน/,
    );
    expect(staff.last().audits).toEqual([
      { did: 'setDeadline', record: 'assessment:2565:ปราจีนบุรี/นาดี', scope: nadi },
    ]);
  });
});

describe('the department', () => {
  test('sees which provinces have dates of their own, and changes the nation’s', async () => {
    const own = provinces.slice(0, 7).map((name) => rule({ kind: 'province', province: name }, '2022-08-09'));
    const staff = talk(department, [rule({ kind: 'nation' }, '2022-05-31'), ...own]);
    expect(await staff.command('deadline')).toContain('และอีก 2 แห่ง');
    await staff.types('2');
    expect(await staff.types('10 ส.ค. 65')).toContain('จะไม่เปลี่ยนตาม');
    await staff.types('ใช่');
    expect(staff.last().intent).toMatchObject({ place: { kind: 'assessment', area: { kind: 'nation' } } });
  });

  test('chooses the quarter of what is due in each', async () => {
    const staff = talk(department);
    await staff.command('deadline');
    await staff.types('กองทุนสตรี ไตรมาส 4');
    expect(await staff.types('ไตรมาสหน้า')).toContain('ยังไม่พบรายการ');
    await staff.types('3');
    await staff.types('10 มิ.ย. 65');
    await staff.types('ใช่');
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
  ])('may be typed: %s', async (words, kind) => {
    const staff = talk(department);
    await staff.command('deadline');
    await staff.types(words);
    expect(staff.last().person.open).toMatchObject({
      data: { of: expect.stringMatching(`^${kind}`) },
    });
  });

  test.each(['ธันวาคม', 'ธ.ค.', 'เดือนธันวาคม 2564', 'Dec'])('may be of a month: %s', async (words) => {
    const staff = talk(department);
    await staff.command('deadline');
    await staff.types('เวที');
    expect(await staff.types(words)).toContain('เดือนธันวาคม 2564');
    expect(staff.last().person.open).toMatchObject({ data: { of: 'forum/2565-3/*' } });
  });
});

describe('the news of a new date', () => {
  const saying = async (person: Person, notice: Notice) => {
    return await conversation(() => ({ centers: [], cases: [] }), person).hears(notice);
  };
  const news: Extract<Notice, { kind: 'deadlineChanged' }> = {
    ...{ kind: 'deadlineChanged', place: ofNadi, due: day('2022-08-15') },
    ...{ before: day('2022-08-09'), by: 'วิภา', as: { role: 'province', scope: inProvince } },
  };

  test('is said to those whom it concerns still', async () => {
    const words = await saying(officerOf('นาดี'), news);
    expect(words).toContain('จาก 9 ส.ค. 2565 เป็น 15 ส.ค. 2565');
    const { before: _none, ...first } = news;
    expect(await saying(officerOf('นาดี'), first)).toContain('วิภา (นักวิชาการพัฒนาชุมชน จ.ปราจีนบุรี) ตั้งกำหนดส่ง');
    for (const person of [officerOf('บ้านสร้าง'), province, personAs()])
      expect(await saying(person, news)).toBe('');
  });

  test('tells who works in several districts the date that held in each', async () => {
    const before = [{ area: nadi, before: day('2022-08-09') }, { area: inDistrict('บ้านสร้าง') }];
    const { before: _one, ...rest } = news;
    expect(await saying(officerOf('นาดี'), { ...rest, beforeIn: before })).toContain(
      'เป็น 15 ส.ค. 2565 (เดิม อ.นาดี 9 ส.ค. 2565, อ.บ้านสร้าง ยังไม่กำหนด)',
    );
  });

  test('by a nameless person of the department comes from the department', async () => {
    const place: DeadlinePlace = { ...ofNadi, area: { kind: 'nation' } };
    expect(await saying(officerOf('นาดี'), { ...news, place, by: '' })).toContain(
      'กรมการพัฒนาชุมชน เปลี่ยนกำหนดส่ง',
    );
    expect(await saying(officerOf('นาดี'), { ...news, by: '' })).toContain('สำนักงานพัฒนาชุมชน เปลี่ยนกำหนดส่ง');
  });

  test('of what a province reports is for its staff', async () => {
    const place: DeadlinePlace = { kind: 'round2', year: year as FiscalYear, area: { kind: 'nation' } };
    expect(await saying(province, { ...news, place })).not.toBe('');
    expect(await saying(officerOf('นาดี'), { ...news, place })).toBe('');
  });
});
