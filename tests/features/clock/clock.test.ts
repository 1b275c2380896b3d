import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/kernel/person.ts';
import type { Tick } from '../../../src/kernel/tick.ts';
import type { DeadlineArea } from '../../../src/programme/deadline/deadline.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import { runId } from '../../../src/programme/job/job.ts';
import { conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  certified,
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
const rules = [
  {
    ...{
      kind: 'assessment' as const,
      year,
      area: { kind: 'nation' } as DeadlineArea,
      due: '2022-08-09' as IsoDate,
      plan: usualPlan,
    },
    setAt: new Date('2021-12-01T00:00:00Z'),
  },
];
const office = {
  centers: [nong, khok],
  cases: [certified(submitted(nong, { points: pointsOf(26) }))],
  rules,
};
const tick = (job: Tick['job'], on: string, push = true): Tick => {
  const at = new Date(`${on}T08:30:00+07:00`);
  return { job, at, ahead: 0, push, run: runId(job, at) };
};
const talk = (person: Person, of = office) => conversation(() => of, person);
const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });

describe('a reminder', () => {
  test('says what is missing, and its button goes on with it; no quick replies', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.ticks(tick('reminders', '2022-08-02'))).toBe(
      [
        'แจ้งเตือน 1 รายการ',
        'ส่งผลประเมิน ศจก.บ้านโคก · ยังไม่เริ่ม · กำหนดส่ง 9 ส.ค. 2565 อีก 7 วัน',
        'แตะรายการเพื่อทำต่อ หรือพิมพ์ งานค้าง',
      ].join('\n'),
    );
    const { reply } = officer.last();
    expect(reply?.options).toBeUndefined();
    expect(reply?.asLongAs).toEqual([`${khok.id}:assessment:2565`]);
    await officer.taps('ประเมิน');
    expect(officer.last().intent).toMatchObject({ kind: 'claim', center: khok.id });
  });

  test('is not sent on a day that is not planned, nor once the work is done', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.ticks(tick('reminders', '2022-08-04'))).toBe('');
    expect(officer.last().settledReminders).toMatchObject([{ state: 'skipped', why: 'done' }]);
    const done = { ...office, cases: [nong, khok].map((one) => submitted(one, { points: pointsOf(30) })) };
    expect(await talk(officerOf('นาดี'), done).ticks(tick('reminders', '2022-08-02'))).toBe('');
  });

  test('of what is late goes to the officer from the first day, to the district head from the second, to the province on the fourth', async () => {
    const told = async (person: Person, on: string) =>
      (await talk(person).ticks(tick('reminders', on))).split('\n')[0];
    const province = personAs({ role: 'province', scope: inProvince });
    expect(await told(officerOf('นาดี'), '2022-08-10')).toBe('แจ้งเตือน 1 รายการ');
    // The day before is the summary's: the date has passed.
    expect(await told(head, '2022-08-10')).toContain('สรุปหลังครบกำหนด');
    expect(await told(head, '2022-08-11')).toBe('เกินกำหนดในพื้นที่ 1 แห่ง');
    expect(await told(province, '2022-08-11')).toBe('');
    // The 12th is a holiday, the 13th and 14th a weekend: the fourth day moves on to Monday.
    expect(await told(province, '2022-08-15')).toBe('เกินกำหนดในพื้นที่ 1 แห่ง');
  });

  test('lists what is late by center; of more than ten in several districts by district, so that all fit', async () => {
    const many = (count: number, district: string) =>
      Array.from({ length: count }, (_, at) =>
        centerNamed(`ศจก.${district}${at}`, district, { householdTarget: 0 }),
      );
    const told = async (person: Person, centers: typeof office.centers) => {
      const words = await talk(person, { ...office, centers, cases: [] }).ticks(
        tick('reminders', '2022-08-15'),
      );
      const lines = words.split('\n');
      // The weekly summary comes in the same message.
      return lines.slice(
        0,
        lines.findIndex((line) => line.includes('สรุปประจำสัปดาห์')),
      );
    };
    const province = personAs({ role: 'province', scope: inProvince });
    const few = await told(province, many(3, 'นาดี'));
    expect(few).toHaveLength(5);
    expect(few[1]).toBe('ศจก.นาดี0 อ.นาดี: ผลประเมิน · เกินกำหนด 6 วัน (กำหนดส่ง 9 ส.ค. 2565)');
    expect(await told(province, [...many(8, 'นาดี'), ...many(7, 'กบินทร์บุรี')])).toEqual([
      'เกินกำหนดในพื้นที่ 15 แห่ง',
      'อ.กบินทร์บุรี: 7 แห่ง 7 รายงาน · เกินกำหนด 6 วัน (กำหนดส่ง 9 ส.ค. 2565)',
      'อ.นาดี: 8 แห่ง 8 รายงาน · เกินกำหนด 6 วัน (กำหนดส่ง 9 ส.ค. 2565)',
      'พิมพ์ สรุป เพื่อดูภาพรวม',
    ]);
    expect((await told(head, many(12, 'นาดี'))).at(-1)).toBe('และอีก 2 แห่ง พิมพ์ สรุป เพื่อดูทั้งหมด');
  });

  test('that was no longer true when it was to be sent says what is left, although the morning was told', async () => {
    const both = { ...office, cases: [] as typeof office.cases };
    let of = both;
    const officer = conversation(() => of, officerOf('นาดี'));
    expect(await officer.ticks(tick('reminders', '2022-08-02'))).toContain('แจ้งเตือน 2 รายการ');
    of = office;
    const again = { ...tick('reminders', '2022-08-02'), again: true as const };
    expect(await officer.ticks(again)).toContain('แจ้งเตือน 1 รายการ');
    expect(officer.last().settledReminders).toBeUndefined();
  });

  test('that may not be pushed waits for the next reply', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.ticks(tick('reminders', '2022-08-02', false))).toBe('');
    expect(officer.last().settledReminders).toMatchObject([{ state: 'kept', why: 'quota' }]);
    expect(officer.last().person.waiting).toHaveLength(1);
  });
});

describe('a reminder that waited for the next reply', () => {
  const both = { ...office, cases: [] as typeof office.cases };

  test('says what is left of it by then, and how late it is by then', async () => {
    let of = both;
    const officer = conversation(() => of, officerOf('นาดี'));
    await officer.ticks(tick('reminders', '2022-08-02', false));
    of = office;
    const [waits] = officer.last().person.waiting;
    if (waits?.kind !== 'tick') throw new Error('nothing waits');
    const words = await officer.ticks(waits.tick, true);
    expect(words).toContain('แจ้งเตือน 1 รายการ');
    expect(words).toContain('ประเมิน ศจก.บ้านโคก');
    expect(officer.last().person.clock?.days).toMatchObject([{ told: ['reminders'] }]);
  });

  test('says nothing once all of it was done, nor to somebody who works elsewhere by then', async () => {
    const done = { ...office, cases: [nong, khok].map((one) => submitted(one, { points: pointsOf(30) })) };
    expect(await talk(officerOf('นาดี'), done).ticks(tick('reminders', '2022-08-02'), true)).toBe('');
    expect(await talk(officerOf('บ้านสร้าง')).ticks(tick('reminders', '2022-08-02'), true)).toBe('');
  });

  test('is retired once a newer one was pushed', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.ticks(tick('reminders', '2022-08-02', false));
    expect(officer.last().person.waiting).toHaveLength(1);
    expect(await officer.ticks(tick('reminders', '2022-08-08'))).toContain('ครบกำหนดพรุ่งนี้');
    expect(officer.last().person.waiting).toEqual([]);
    expect(officer.last().settledReminders).toMatchObject([{ state: 'merged', why: 'newer' }]);
  });

  test('without a push does not take what may be pushed on the same morning along', async () => {
    const person = talk(head);
    expect(await person.ticks(tick('reminders', '2022-08-08', false))).toBe('');
    expect(await person.ticks(tick('weekly-summary', '2022-08-08'))).toContain('สรุปประจำสัปดาห์');
  });
});

describe('what the clock tells', () => {
  test('is not told after the hours of its day', async () => {
    const evening = new Date('2022-08-02T20:00:00+07:00');
    const saturday = new Date('2022-08-06T09:00:00+07:00');
    for (const now of [evening, saturday]) {
      const at = new Date('2022-08-02T08:30:00+07:00');
      const late = { ...tick('reminders', '2022-08-02'), ahead: now.getTime() - at.getTime() };
      const officer = talk(officerOf('นาดี'));
      expect(await officer.ticks(late)).toBe('');
      expect(officer.last().settledReminders).toMatchObject([{ state: 'cancelled', why: 'missed' }]);
    }
  });

  test('is written down as seen where it shows the figures of an area', async () => {
    const person = talk(head);
    await person.ticks(tick('weekly-summary', '2022-08-08'));
    expect(person.last().audits).toMatchObject([{ did: 'sawSummary' }]);
    const officer = talk(officerOf('นาดี'));
    await officer.ticks(tick('reminders', '2022-08-02'));
    expect(officer.last().audits).toEqual([]);
  });
});

describe('the summaries of who has several areas', () => {
  const areas = ['นาดี', 'กบินทร์บุรี', 'ประจันตคาม'];
  const ofAll = personAs(
    ...areas.map((district) => ({ role: 'districtHead' as const, scope: inDistrict(district) })),
  );
  const centers = areas.map((district) => centerNamed(`ศจก.${district}`, district, { householdTarget: 0 }));
  const seen = (person: ReturnType<typeof talk>) =>
    (person.last().audits ?? []).map(({ record }) => record.split('/')[1]?.split(':')[0]);
  const baseline = (person: ReturnType<typeof talk>) =>
    Object.entries(person.last().person.clock?.figures ?? {}).map(([path, { on }]) => [
      path.split('/')[1],
      on,
    ]);

  test('are written down, and compared with later, as far as they are shown', async () => {
    const person = talk(ofAll, { ...office, centers, cases: [] });
    await person.ticks(tick('weekly-summary', '2022-08-08'));
    expect(person.last().reply?.messages).toHaveLength(2);
    expect(seen(person)).toEqual(['นาดี', 'กบินทร์บุรี']);
    expect(baseline(person)).toEqual([
      ['นาดี', '2022-08-08'],
      ['กบินทร์บุรี', '2022-08-08'],
    ]);
  });

  test('are of those with a center', async () => {
    const some = { ...office, centers: centers.filter(({ district }) => district !== 'นาดี'), cases: [] };
    const person = talk(ofAll, some);
    await person.ticks(tick('weekly-summary', '2022-08-08'));
    expect(seen(person)).toEqual(['กบินทร์บุรี', 'ประจันตคาม']);
    expect(await talk(head, some).ticks(tick('weekly-summary', '2022-08-08'))).toBe('');
  });

  test('keep what was shown of an area last where only the date of another has passed', async () => {
    const district = (name: string): DeadlineArea => ({
      kind: 'district',
      province: 'ปราจีนบุรี',
      district: name,
    });
    const [rule] = rules;
    if (!rule) return expect.unreachable();
    const dates = [
      { ...rule, area: district('นาดี'), due: '2022-08-09' as IsoDate },
      { ...rule, area: district('กบินทร์บุรี'), due: '2022-08-20' as IsoDate },
    ];
    const person = talk(ofAll, { centers, cases: [], rules: dates });
    await person.ticks(tick('weekly-summary', '2022-08-08'));
    await person.ticks(tick('closing-summary', '2022-08-10'));
    expect(person.last().reply?.messages).toHaveLength(1);
    expect(seen(person)).toEqual(['นาดี']);
    expect(baseline(person)).toEqual([
      ['นาดี', '2022-08-10'],
      ['กบินทร์บุรี', '2022-08-08'],
    ]);
  });
});

describe('what falls on one morning', () => {
  test('goes in one message, whichever job comes first', async () => {
    const both = personAs(
      { role: 'officer', scope: inDistrict('นาดี') },
      { role: 'districtHead', scope: inDistrict('นาดี') },
    );
    const person = talk(both);
    // 8 August is a Monday, the day before the due date.
    const words = await person.ticks(tick('reminders', '2022-08-08'));
    expect(words).toContain('แจ้งเตือน 1 รายการ');
    expect(words).toContain('ครบกำหนดพรุ่งนี้');
    expect(words).toContain('สรุปประจำสัปดาห์ อำเภอนาดี จังหวัดปราจีนบุรี');
    expect(person.last().reply?.messages).toHaveLength(2);
    expect(await person.ticks(tick('weekly-summary', '2022-08-08'))).toBe('');
    expect(person.last().settledReminders).toMatchObject([{ state: 'merged', why: 'sameDay' }]);
  });
});

test('what a morning told is known also after a later one was', async () => {
  const person = talk(head);
  await person.ticks(tick('weekly-summary', '2022-08-08'));
  await person.ticks(tick('weekly-summary', '2022-08-15'));
  expect(await person.ticks(tick('weekly-summary', '2022-08-08'))).toBe('');
  expect(person.last().settledReminders).toMatchObject([{ state: 'merged', why: 'sameDay' }]);
});

describe('a summary', () => {
  test('tells what changed since the last one', async () => {
    let of: typeof office = { ...office, cases: [] };
    const person = conversation(() => of, head);
    expect(await person.ticks(tick('weekly-summary', '2022-08-01'))).not.toContain('ตั้งแต่');
    of = office;
    expect(await person.ticks(tick('weekly-summary', '2022-08-08'))).toContain(
      'ตั้งแต่ 1 ส.ค. 2565: ประเมินเพิ่ม 1 ศูนย์',
    );
  });

  test('names only what changed, or that nothing did', async () => {
    const person = talk(head);
    await person.ticks(tick('weekly-summary', '2022-08-01'));
    const words = await person.ticks(tick('weekly-summary', '2022-08-08'));
    expect(words).toContain('ไม่มีการเปลี่ยนแปลงตั้งแต่ 1 ส.ค. 2565');
    expect(words).not.toContain('เพิ่ม 0');
  });

  test('that is made anew compares with the one before it', async () => {
    let of: typeof office = { ...office, cases: [] };
    const person = conversation(() => of, head);
    await person.ticks(tick('weekly-summary', '2022-08-01'));
    of = office;
    await person.ticks(tick('weekly-summary', '2022-08-08'));
    const told = person.last().tick;
    if (!told) throw new Error('nothing was told');
    expect(await person.ticks({ ...told, again: true })).toContain('ตั้งแต่ 1 ส.ค. 2565: ประเมินเพิ่ม 1 ศูนย์');
  });

  test('of a due date waits for the date that holds in the own area', async () => {
    const [national] = rules;
    if (!national) throw new Error('the nation has a date');
    const { province } = nong;
    const own = { ...national, area: { kind: 'province' as const, province }, due: '2022-08-16' as IsoDate };
    const person = conversation(() => ({ ...office, rules: [national, own] }), head);
    expect(await person.ticks(tick('closing-summary', '2022-08-10'))).not.toContain('สรุปหลังครบกำหนด');
    expect(await person.ticks(tick('closing-summary', '2022-08-17'))).toContain(
      'สรุปหลังครบกำหนด ผลประเมิน (16 ส.ค. 2565) อำเภอนาดี',
    );
  });

  test('goes to nobody without an area to oversee', async () => {
    expect(await talk(officerOf('กบินทร์บุรี')).ticks(tick('weekly-summary', '2022-08-08'))).toBe('');
  });
});

describe('a date of an older year that is still open', () => {
  const [rule] = rules;
  const last = (year - 1) as FiscalYear;
  const openedAt = new Date('2020-10-01T00:00:00Z');
  const years = (closedAt?: Date) => [
    { year: last, openedAt, forms: {}, ...(closedAt && { closedAt }) },
    { year, openedAt, forms: {} },
  ];
  const dates = rule ? [{ ...rule, year: last, due: '2022-08-09' as IsoDate }] : [];
  const of = { ...office, rules: dates, years: years() };

  test('has its summary once it has passed, with the figures of that year', async () => {
    const person = talk(head, of);
    const words = await person.ticks(tick('closing-summary', '2022-08-10'));
    expect(words).toContain('สรุปหลังครบกำหนด ผลประเมิน (9 ส.ค. 2565) อำเภอนาดี');
    expect(words).toContain('ปีงบประมาณ 2564');
    expect(words).toContain('ศจก.บ้านหนอง');
    expect(person.last().audits?.map(({ record }) => record)).toEqual(['summary:ปราจีนบุรี/นาดี:2564']);
    expect(person.last().person.clock?.figures).toEqual({});
  });

  test('has a card beside the weekly one of the newest year', async () => {
    const [date] = dates;
    const sunday = { ...of, rules: date ? [{ ...date, due: '2022-08-07' as IsoDate }] : [] };
    const person = talk(head, sunday);
    const words = await person.ticks(tick('weekly-summary', '2022-08-08'));
    expect(words).toContain('สรุปประจำสัปดาห์ อำเภอนาดี จังหวัดปราจีนบุรี ปีงบประมาณ 2565');
    expect(words).toContain('สรุปหลังครบกำหนด ผลประเมิน (7 ส.ค. 2565) อำเภอนาดี จังหวัดปราจีนบุรี ปีงบประมาณ 2564');
  });

  test('is nothing to tell once that year is closed', async () => {
    const closed = { ...of, years: years(new Date('2022-08-01T00:00:00Z')) };
    expect(await talk(head, closed).ticks(tick('closing-summary', '2022-08-10'))).toBe('');
  });
});
