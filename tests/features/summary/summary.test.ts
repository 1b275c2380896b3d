import { describe, expect, test } from 'vitest';
import type { PlanLine } from '../../../src/features/assessment/rules/assessment.ts';
import { forecastBlocks } from '../../../src/features/summary/forecast.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { conversation, wordsOf } from '../../support/conversation.ts';
import {
  centerNamed,
  certified,
  chairOf,
  colleague,
  inDistrict,
  inProvince,
  nation,
  type Office,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../support/flowWorld.ts';

const plan: readonly PlanLine[] = [{ aim: 'ก', who: 'ข', by: '2022-09-30' }];
const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const far = centerNamed('ศจก.บ้านไกล', 'ขลุง', { province: 'จันทบุรี' });
const office: Office = {
  centers: [nong, khok, rai, far],
  cases: [submitted(nong, { points: pointsOf(26), plan }), submitted(rai, { points: pointsOf(40), plan })],
};
const allCertified: Office = {
  ...office,
  cases: [nong, rai].map((center) => certified(submitted(center, { points: pointsOf(40), plan }))),
};
const talk = (person: Person, of = office) => conversation(() => of, person);
const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });
const province = personAs({ role: 'province', scope: inProvince });
const department = personAs({ role: 'department', scope: nation });

describe('what is late', () => {
  // Of the trial's year; today is 1 August.
  const due = (on: string) => ({
    ...{ kind: 'assessment' as const, year, area: { kind: 'nation' as const }, due: on as IsoDate },
    ...{ plan: usualPlan, setAt: new Date('2021-12-01T00:00:00Z') },
  });
  const people = [colleague(officerOf('นาดี'), 'P1')];
  const late: Office = { ...allCertified, people, rules: [due('2022-07-20')] };
  const lines = async (person: Person, of = late) => (await talk(person, of).command('summary')).split('\n');

  test('is told by center to the district, by district to the province, with whom it waits for', async () => {
    expect(await lines(head)).toContain('ศจก.บ้านโคก: ผลประเมิน เกินกำหนด 12 วัน · รอ อรทัย');
    expect(await lines(province)).toContain('เกินกำหนด 1 ฉบับ ใน 1 แห่ง');
    expect(await lines(province)).toContain('นาดี: 1 ฉบับ เกินกำหนด 12 วัน · รอ อรทัย');
  });

  test('is told by province to the department, without names of people', async () => {
    const words = await lines(department);
    expect(words).toContain('จันทบุรี: 1 ฉบับ เกินกำหนด 12 วัน');
    expect(words.join()).not.toContain('อรทัย');
  });

  test('is nothing on the day itself', async () => {
    expect((await lines(head, { ...late, rules: [due('2022-08-01')] })).join()).not.toContain('เกินกำหนด');
  });
});

describe('a district head', () => {
  test('sees the figures of the own district, one line each, and who is not done by name', async () => {
    const lines = (await talk(head).command('summary')).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'ประเมินแล้ว 1/2 · สรุป อำเภอนาดี จังหวัดปราจีนบุรี ปีงบประมาณ 2565',
      'ประเมินแล้ว: 1/2 ศูนย์',
      'รับรองแล้ว: 0/2 ศูนย์',
      'ระดับ 1: 0',
      'ระดับ 2: 1',
      'ระดับ 3: 0',
      'แนวทางการพัฒนา: 1 แนวทาง · ยังไม่เริ่ม 1',
    ]);
    expect(lines).toContain('ยังประเมินไม่ครบ: ศจก.บ้านโคก');
    expect(lines).toContain('1. ศจก.บ้านโคก · ยังไม่ได้ประเมิน · ลดหนี้หรือปลดหนี้ได้ 0/5');
    expect(lines).toContain('2. ศจก.บ้านหนอง · ระดับ 2 · ลดหนี้หรือปลดหนี้ได้ 0/5');
  });

  test('goes on to the level of a center by its row, number or name', async () => {
    const conversation = talk(head);
    await conversation.command('summary');
    expect(await conversation.taps('หนอง')).toMatch(/^26\/42/);
    await conversation.command('summary');
    expect(await conversation.types('2')).toMatch(/^26\/42/);
  });

  test('does not see the districts beside', async () => {
    const conversation = talk(head);
    const unknown = await conversation.command('summary', 'ไม่มีที่นี้');
    expect(await conversation.command('summary', 'กบินทร์บุรี')).toBe(unknown);
    expect(await conversation.act('summary', 'area', 'ปราจีนบุรี/กบินทร์บุรี')).toBe(unknown);
    expect(await conversation.act('summary', 'area', 'ปราจีนบุรี')).toBe(unknown);
    expect(await conversation.act('summary', 'area', '*')).toBe(unknown);
    expect(conversation.last().audits).toBeUndefined();
  });
});

describe('the province', () => {
  test('sees its districts as bars, those not done first, and goes into one by button, number or name', async () => {
    const staff = talk(province);
    const lines = (await staff.command('summary')).split('\n');
    expect(lines).toContain('ประเมินแล้ว: 2/3 ศูนย์');
    expect(lines).toContain('ระดับ 3: 1');
    expect(lines).toContain('ยังประเมินไม่ครบ: นาดี');
    expect(lines).toContain('1. นาดี 1/2');
    expect(lines).toContain('2. กบินทร์บุรี 1/1');
    expect(await staff.taps('นาดี')).toContain('สรุป อำเภอนาดี');
    await staff.command('summary');
    expect(await staff.types('๒')).toContain('สรุป อำเภอกบินทร์บุรี');
    await staff.command('summary');
    expect(await staff.types('อ.นาดี ครับ')).toContain('สรุป อำเภอนาดี');
    expect(await staff.command('summary', 'กบินทร์บุรี')).toContain('สรุป อำเภอกบินทร์บุรี');
  });

  test('keeps its list after words that name no district', async () => {
    const staff = talk(province);
    await staff.command('summary');
    const words = await staff.types('ขลุง');
    expect(words).toContain('ยังไม่พบรายการที่พิมพ์');
    expect(words).toContain('ประเมินแล้ว: 2/3 ศูนย์');
  });

  test('names nobody when all is done', async () => {
    const done = { centers: [rai], cases: office.cases };
    expect(await talk(province, done).command('summary')).not.toContain('ยังประเมินไม่ครบ');
  });
});

describe('the department', () => {
  test('sees the nation by province, and down to a district', async () => {
    const staff = talk(department);
    const lines = (await staff.command('summary')).split('\n');
    expect(lines).toContain('ประเมินแล้ว 2/4 · สรุป ทั้งประเทศ ปีงบประมาณ 2565');
    expect(lines).toContain('ประเมินแล้ว: 2/4 ศูนย์');
    expect(lines).toContain('1. จันทบุรี 0/1');
    expect(lines).toContain('2. ปราจีนบุรี 2/3');
    expect(await staff.types('ปราจีน')).toContain('สรุป จังหวัดปราจีนบุรี');
    expect(await staff.types('1')).toContain('สรุป อำเภอนาดี');
    expect(await staff.command('summary', 'จ.จันทบุรี')).toContain('สรุป จังหวัดจันทบุรี');
  });

  test('chooses among districts of the same name', async () => {
    const words = await talk(department).command('summary', 'เฉลิมพระเกียรติ');
    expect(words).toContain('ดูสรุปของพื้นที่ใด');
    expect(words).toContain('5. อำเภอเฉลิมพระเกียรติ');
  });

  test('reads thousands with separators and the names beyond twelve as a count', async () => {
    const centers = Array.from({ length: 1200 }, (_, at) => centerNamed(`ศจก.บ้านที่${at}`, 'นาดี'));
    const words = await talk(department, { centers, cases: [] }).command('summary', 'นาดี');
    expect(words).toContain('ประเมินแล้ว: 0/1,200 ศูนย์');
    expect(words).toContain('และอีก 1,188 แห่ง');
  });
});

test('a long list of provinces is paged, and each page has the figures', async () => {
  const provinces = ['กระบี่', 'กาญจนบุรี', 'กาฬสินธุ์', 'กำแพงเพชร', 'ขอนแก่น', 'จันทบุรี', 'ฉะเชิงเทรา'];
  const more = ['ชลบุรี', 'ชัยนาท', 'ชัยภูมิ', 'ชุมพร', 'ตรัง', 'ตราด', 'ตาก'];
  const centers = [...provinces, ...more].map((name) =>
    centerNamed('ศจก.หนึ่ง', `เมือง${name}`, { province: name }),
  );
  const staff = talk(department, { centers, cases: [] });
  expect(await staff.command('summary')).toContain('1–12 จาก 14');
  const second = await staff.taps('ดูต่อ');
  expect(second).toContain('ประเมินแล้ว: 0/14 ศูนย์');
  expect(second).toContain('14. ตาก 0/1');
  expect(await staff.types('14')).toContain('สรุป จังหวัดตาก');
});

test('who acts in several capacities is asked once in which', async () => {
  const both = talk(
    personAs({ role: 'districtHead', scope: inDistrict('นาดี') }, { role: 'province', scope: inProvince }),
  );
  expect(await both.command('summary')).toContain('1. พัฒนาการอำเภอนาดี');
  expect(await both.types('2')).toContain('สรุป จังหวัดปราจีนบุรี');
  const same = personAs({ role: 'province', scope: inProvince }, { role: 'director', scope: inProvince });
  expect(await talk(same).command('summary')).toContain('สรุป จังหวัดปราจีนบุรี');
});

test('from a district the way back leads to its province and the nation', async () => {
  const staff = talk(personAs({ role: 'department', scope: { kind: 'nation' } }));
  const back = () => staff.command('form', '', 'back');
  const nation = await staff.command('summary');
  const shown = await staff.types('ปราจีนบุรี');
  expect(await staff.types('นาดี')).toContain('สรุป อำเภอนาดี');
  expect(await back()).toBe(shown);
  expect(await back()).toBe(nation);
  expect(await back()).toContain('คำถามนี้ย้อนกลับไม่ได้');
});

test('the way back stays within one’s own areas', async () => {
  const one = talk(head);
  await one.command('summary');
  expect(await one.command('form', '', 'back')).toContain('คำถามนี้ย้อนกลับไม่ได้');
  const several = talk(
    personAs(
      { role: 'districtHead', scope: inDistrict('นาดี') },
      { role: 'districtHead', scope: inDistrict('ศรีมหาโพธิ') },
    ),
  );
  const own = await several.command('summary');
  await several.types('1');
  expect(await several.command('form', '', 'back')).toBe(own);
});

test('a forecast gives a range only where there is one', () => {
  const words = (low: number, high: number) => {
    const due = '2022-08-09' as IsoDate;
    const likely = { expected: 3, low, high };
    const forecast = { area: nation, due, total: 8, done: 2, likely, vacant: [], remind: [] };
    return wordsOf({
      messages: [{ kind: 'card', card: { heading: { said: '' }, blocks: forecastBlocks(forecast) } }],
    });
  };
  expect(words(2, 5)).toContain('ประมาณ 3 จาก 8 ศูนย์ (ระหว่าง 2–5 ศูนย์)');
  expect(words(3, 3)).toMatch(/ประมาณ 3 จาก 8 ศูนย์$/);
});

describe('a forecast', () => {
  const due = {
    ...{ kind: 'assessment' as const, year, area: { kind: 'nation' as const } },
    ...{ due: '2022-08-09' as IsoDate, plan: usualPlan, setAt: new Date('2021-12-01T00:00:00Z') },
  };
  const five = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า'].map((name) => centerNamed(`ศจก.บ้าน${name}`, 'นาดี'));
  const doneOn = (days: readonly string[]) =>
    five.flatMap((center, no) => {
      const day = days[no];
      const sent = submitted(center, { points: pointsOf(26), plan });
      const at = new Date(`${day}T10:00:00+07:00`);
      return day ? [{ ...sent, revisions: sent.revisions.map((one) => ({ ...one, at })) }] : [];
    });
  const told = async (centers: Office['centers'], days: readonly string[], people: readonly Person[]) =>
    await talk(province, { centers, cases: doneOn(days), rules: [due], people }).command('summary');
  const officer = colleague(officerOf('นาดี'), 'P7', 'อรทัย');

  test('needs five centers, and work done on two days that are over', async () => {
    const twoDays = ['2022-07-25', '2022-07-27'];
    expect(await told(five, twoDays, [officer])).toContain('คาดว่าภายใน 9 ส.ค. 2565');
    expect(await told(five, ['2022-07-25', '2022-07-25'], [officer])).not.toContain('คาดว่า');
    expect(await told(five.slice(0, 4), twoDays, [officer])).not.toContain('คาดว่า');
    expect(await told(five.slice(0, 4), twoDays, [officer])).toContain('ควรแจ้งเตือน: อรทัย (2 ศูนย์)');
  });

  test('counts on nobody who is not registered, and says where, with a button that invites', async () => {
    const words = await told(
      [...five, rai],
      ['2022-07-25', '2022-07-26', '2022-07-27', '2022-07-28', '2022-07-29'],
      [officer],
    );
    expect(words).toContain('ประมาณ 5 จาก 6 ศูนย์');
    expect(words).toContain('ยังไม่มีพัฒนากรในระบบ: กบินทร์บุรี');
    expect(words).toContain('ออกรหัสเชิญ');
  });

  test('names the first of many districts', () => {
    const vacant = Array.from({ length: 10 }, (_, no) => inDistrict(`อำเภอที่ ${no}`));
    const blocks = forecastBlocks({ area: inProvince, due: due.due, total: 10, done: 0, vacant, remind: [] });
    const words = wordsOf({ messages: [{ kind: 'card', card: { heading: { said: '' }, blocks } }] });
    expect(words).toContain('อำเภอที่ 7 และอีก 2 อำเภอ');
  });
});

test('the summary reads in English for who chose English', async () => {
  const staff = talk({ ...head, language: 'en' });
  const words = (await staff.command('summary')).split('\n');
  expect(words).toContain('Assessed: 1/2 centers');
  expect(words).toContain('Level 2: 1');
  const { reply } = staff.last();
  expect(reply && wordsOf(reply, 'th')).toContain('ระดับ 2: 1');
});

test.each([
  ['an officer', officerOf('นาดี')],
  ['a chair', chairOf(nong)],
])('%s is told kindly who has the summary', async (_who, person) => {
  expect(await talk(person).command('summary')).toBe('คำสั่งนี้ใช้ได้เฉพาะพัฒนาการอำเภอ เจ้าหน้าที่จังหวัด และกรมฯ');
});

test('whoever looks at a summary is noted, with the area', async () => {
  const staff = talk(province);
  await staff.command('summary', 'นาดี');
  expect(staff.last().audits).toEqual([
    { did: 'sawSummary', record: 'summary:ปราจีนบุรี/นาดี:2565', scope: inDistrict('นาดี') },
  ]);
});

describe('a summary of an older year', () => {
  const last = year - 1;
  const seen = (of: ReturnType<typeof talk>) =>
    of.last().audits?.map(({ record }) => record.split(':').at(-1));

  test('is named behind the command, and shows the figures of that year', async () => {
    const person = talk(head);
    const words = await person.command('summary', String(last));
    expect(words).toContain('ปีงบประมาณ 2564');
    expect(words).toContain('0/2 ศูนย์');
    expect(seen(person)).toEqual(['2564']);
    expect(await person.command('summary', `นาดี ปี ${last}`)).toContain('ปีงบประมาณ 2564');
    expect(await person.command('summary', 'นาดี')).toContain('ปีงบประมาณ 2565');
  });

  test('leads to the areas below and to the centers of that year, tapped or typed', async () => {
    const person = talk(province);
    await person.command('summary', `${last}`);
    expect(await person.types('นาดี')).toContain('ปีงบประมาณ 2564');
    expect(await person.types('หนอง')).not.toContain('26/42');
    await person.command('summary', `${last}`);
    expect(await person.taps('นาดี')).toContain('ปีงบประมาณ 2564');
    expect(await person.taps('หนอง')).not.toContain('26/42');
    await person.command('summary');
    await person.taps('นาดี');
    expect(await person.taps('หนอง')).toContain('26/42');
  });
});

describe('what waits for a signature', () => {
  const chairs = [nong, rai].map((center, no) => colleague(chairOf(center), `P-chair${no}`, 'ประเสริฐ'));
  const waits = (lines: readonly string[]) =>
    lines.filter((line) => line.startsWith('รอ') || line.startsWith('ตำแหน่ง'));
  const lines = async (person: Person, of: Office) =>
    waits((await talk(person, of).command('summary')).split('\n'));
  const since = (report: (typeof office.cases)[number], at: string) => ({
    ...report,
    revisions: report.revisions.map((one) => ({ ...one, since: new Date(`${at}T09:00:00+07:00`) })),
  });
  const ofNong = submitted(nong, { points: pointsOf(26), plan });
  const ofRai = submitted(rai, { points: pointsOf(40), plan });

  test('is one line for each step, with how many reports and since when, by area', async () => {
    const fresh = {
      ...office,
      people: chairs,
      cases: [since(ofNong, '2022-07-27'), since(ofRai, '2022-08-01')],
    };
    const step = 'รอประธานศูนย์จัดการกองทุนชุมชนรับทราบ';
    expect(await lines(province, fresh)).toEqual([`${step}: 2 ฉบับ นานสุด 5 วัน`]);
    expect(await lines(head, fresh)).toEqual([`${step}: 1 ฉบับ นานสุด 5 วัน`]);
    const inRai = personAs({ role: 'districtHead', scope: inDistrict('กบินทร์บุรี') });
    expect(await lines(inRai, fresh)).toEqual([`${step}: 1 ฉบับ มาถึงวันนี้`]);
  });

  test('says how many are overdue, and which seats are vacant', async () => {
    const late = { ...office, people: chairs.slice(1), cases: [ofNong, since(ofRai, '2022-07-22')] };
    expect(await lines(department, late)).toEqual([
      'รอประธานศูนย์จัดการกองทุนชุมชนรับทราบ: 1 ฉบับ นานสุด 10 วัน · เกินกำหนดลงนาม 1 ฉบับ',
      'ตำแหน่งประธานศูนย์จัดการกองทุนชุมชนว่าง: 1 ฉบับ นานสุด 12 วัน · เกินกำหนดลงนาม 1 ฉบับ',
    ]);
  });
});

test('the lines of the plans are counted by how they are carried out', async () => {
  const report = submitted(nong, { points: pointsOf(26), plan: [...plan, ...plan, ...plan] });
  const carried = {
    ...report,
    planStates: {
      1: { state: 'done' as const, on: '2022-07-25' as IsoDate, evidence: [] },
      3: { state: 'underWay' as const, on: '2022-07-25' as IsoDate, evidence: [] },
    },
  };
  expect(await talk(head, { ...office, cases: [carried] }).command('summary')).toContain(
    'แนวทางการพัฒนา: 3 แนวทาง · เสร็จแล้ว 1 · กำลังดำเนินการ 1 · ยังไม่เริ่ม 1',
  );
});
