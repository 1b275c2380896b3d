import { describe, expect, test } from 'vitest';
import { centerAssessment2565 } from '../../../../src/features/assessment/forms/centerAssessment2565.ts';
import { levelCard } from '../../../../src/features/assessment/level/card.ts';
import { scoreOf } from '../../../../src/features/assessment/rules/assessment.ts';
import type { AssessmentCase } from '../../../../src/features/assessment/rules/assessmentCase.ts';
import type { Person } from '../../../../src/kernel/person.ts';
import { conversation, wordsOf } from '../../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  heldBy,
  inProvince,
  nation,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนองตัวอย่าง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคกตัวอย่าง', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่ตัวอย่าง', 'กบินทร์บุรี');
const office = {
  centers: [nong, khok, rai],
  cases: [submitted(nong, { points: pointsOf(26) }), submitted(rai, { points: pointsOf(40) })],
};
const talk = (person: Person) => conversation(() => office, person);
const notFound = await talk(officerOf('นาดี')).command('level', 'ไม่มีชื่อนี้');

describe('the level card', () => {
  const cardOf = (total: number, language: 'th' | 'en' = 'th') => {
    const points = pointsOf(total);
    const score = scoreOf(centerAssessment2565.scoring, points);
    if (!score) throw new Error('no score');
    const card = levelCard(centerAssessment2565, { centerName: 'ศจก.บ้านตัวอย่าง', year, score, points });
    return wordsOf({ messages: [{ kind: 'card', card }] }, language);
  };

  test.each([
    [14, 'ระดับ 1', '33.3 %'],
    [25, 'ระดับ 1', '59.5 %'],
    [26, 'ระดับ 2', '61.9 %'],
    [33, 'ระดับ 2', '78.6 %'],
    [34, 'ระดับ 3', '81.0 %'],
    [42, 'ระดับ 3', '100.0 %'],
  ])('a total of %i is %s, %s', (total, level, percent) => {
    const words = cardOf(total);
    expect(words).toMatch(new RegExp(`^${total}/42 · ${level}`));
    expect(words).toContain(percent);
    expect(words.match(/ระดับ [123]/g)).toEqual([level]);
  });

  test.each(['th', 'en'] as const)(
    'names every item of a long way up within an altText, in %s',
    (language) => {
      expect(cardOf(14, language)).toContain('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12');
    },
  );

  test('says the sum of each aspect out of its points', () => {
    const words = cardOf(26);
    expect(words).toContain('ด้านการบริหารงาน 18/18');
    expect(words).toContain('ด้านกระบวนการบริหารจัดการหนี้ 5/15');
    expect(words).toContain('ด้านผลสัมฤทธิ์ 3/9');
  });

  test('one point below a level shows the one indicator to raise and what its next point asks for', () => {
    const words = cardOf(33);
    expect(words).toContain('เพิ่มอีก 1 คะแนน');
    expect(words.match(/^ข้อ \d+ /gm)).toEqual(['ข้อ 11 ']);
    expect(words).toContain('ข้อ 11 การติดตามสนับสนุนการดำเนินงาน: ');
  });

  test('the highest level has no way up', () => {
    expect(cardOf(34)).toContain('อยู่ระดับสูงสุดแล้ว');
  });

  test('reads in English for who chose English', () => {
    const words = cardOf(26, 'en');
    expect(words).toMatch(/^26\/42 · Level 2/);
    expect(words).toContain('The way to the next level: 8 more points');
  });
});

describe('a chair', () => {
  test('sees the level of the own center, with when it was submitted and its receipt', async () => {
    const words = await talk(chairOf(nong)).command('level');
    expect(words).toMatch(/^26\/42 · ระดับ 2 · ศจก\.บ้านหนองตัวอย่าง/);
    expect(words).toMatch(/วิชัย ส่งเมื่อ 20 ก\.ค\. 2565 .*เลขที่รับ FL65-/);
  });

  test('is told that the own center is not assessed yet', async () => {
    expect(await talk(chairOf(khok)).command('level')).toMatch(
      /^ศจก.บ้านโคกตัวอย่าง ยังไม่ได้ประเมินในปีงบประมาณ 2565\n/,
    );
  });

  test('does not learn that another center of the same district exists', async () => {
    const chair = talk(chairOf(khok));
    const notFound = await chair.command('level', 'ไม่มีชื่อนี้');
    expect(await chair.command('level', 'หนองตัวอย่าง')).toBe(notFound);
    expect(await chair.act('level', 'show', nong.id)).toBe(notFound);
    expect(await chair.act('level', 'history', nong.id)).toBe(notFound);
    expect(chair.last().audits).toBeUndefined();
  });
});

describe('an officer', () => {
  test('chooses among the centers of the own district, assessed ones first', async () => {
    const officer = talk(officerOf('นาดี'));
    const words = await officer.command('level');
    expect(words).toContain(
      '1. ศจก.บ้านหนองตัวอย่าง · 26/42 · ระดับ 2 · อ.นาดี\n2. ศจก.บ้านโคกตัวอย่าง · ยังไม่ได้ประเมิน',
    );
    expect(words).not.toContain('ไร่');
    expect(await officer.types('๒ ค่ะ')).toContain('ศจก.บ้านโคกตัวอย่าง ยังไม่ได้ประเมิน');
  });

  test('names a center by a part of its name, with or without the title', async () => {
    for (const name of ['หนอง', 'บ้านหนองตัวอย่าง', 'ศจก. หนองตัวอย่าง', nong.id]) {
      expect(await talk(officerOf('นาดี')).command('level', name)).toMatch(/^26\/42/);
    }
  });

  test('chooses among several centers that have the same words in their names', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.command('level', 'ตัวอย่าง')).toContain('2. ศจก.บ้านโคกตัวอย่าง');
    expect(await officer.taps('หนอง')).toMatch(/^26\/42/);
  });

  test('reads the same words for a center of another district as for one that does not exist', async () => {
    expect(await talk(officerOf('นาดี')).command('level', 'บ้านไร่ตัวอย่าง')).toBe(notFound);
    expect(await talk(officerOf('นาดี')).act('level', 'show', rai.id)).toBe(notFound);
  });

  test('is asked again after a number that is not on the list, and offered help at the third', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('level');
    expect(await officer.types('7')).toContain('ยังไม่พบรายการที่พิมพ์');
    expect(await officer.types('เจ็ด')).not.toContain('ช่วยเหลือ');
    expect(await officer.types('xyz')).toContain('ช่วยเหลือ');
    expect(await officer.types('1')).toMatch(/^26\/42/);
  });

  test('is told that a center is being assessed, without its figures', async () => {
    const held = { ...office, cases: [heldBy(khok, personAs().id, 'วิชัย')] };
    expect(await conversation(() => held, officerOf('นาดี')).command('level', 'โคก')).toContain(
      'กำลังประเมินอยู่',
    );
  });
});

describe('a long list', () => {
  const centers = Array.from({ length: 30 }, (_, at) =>
    centerNamed(`ศจก.บ้านที่${String(at + 1).padStart(2, '0')}`, 'นาดี'),
  );
  const many = { centers, cases: [submitted(centers[29] ?? nong, { points: pointsOf(34) })] };

  test('comes in pages of twelve whose numbers run on', async () => {
    const staff = conversation(() => many, personAs({ role: 'province', scope: inProvince }));
    const first = await staff.command('level');
    expect(first).toContain('1. ศจก.บ้านที่30');
    expect(first).toContain('1–12 จาก 30');
    expect(first).not.toContain('13. ');
    expect(await staff.taps('ดูต่อ')).toContain('13. ศจก.บ้านที่12');
    expect(await staff.types('1')).toMatch(/^34\/42/);
  });

  test('keeps to the words that were asked for on its further pages', async () => {
    const hill = centerNamed('ศจก.เชิงเขา', 'นาดี');
    const mixed = { centers: [hill, ...centers.slice(0, 20)], cases: [] };
    const staff = conversation(() => mixed, personAs({ role: 'department', scope: nation }));
    expect(await staff.command('level')).toContain('1–12 จาก 21');
    expect(await staff.command('level', 'บ้านที่')).toContain('1–12 จาก 20');
    const rest = await staff.taps('ดูต่อ');
    expect(rest).toContain('13–20 จาก 20');
    expect(rest).not.toContain('เชิงเขา');
  });
});

describe('earlier years', () => {
  const years = {
    ...office,
    cases: [
      ...office.cases,
      submitted(nong, { points: pointsOf(20), year: 2564 }),
      submitted(nong, { points: pointsOf(15), year: 2560 }),
    ],
  };

  test('are all shown to the chair, newest first', async () => {
    expect(await conversation(() => years, chairOf(nong)).command('level', '', 'history')).toBe(
      [
        'ประวัติระดับ ศจก.บ้านหนองตัวอย่าง',
        'ปีงบประมาณ 2565: 26/42 · ระดับ 2 · 61.9 %',
        'ปีงบประมาณ 2564: 20/42 · ระดับ 1 · 47.6 %',
        'ปีงบประมาณ 2560: 15/42 · ระดับ 1 · 35.7 %',
      ].join('\n'),
    );
  });

  test('of a named center begin with the last two, and a button shows the rest', async () => {
    const staff = conversation(() => years, personAs({ role: 'province', scope: inProvince }));
    expect(await staff.command('level', 'หนอง', 'history')).not.toContain('2560');
    expect(await staff.taps('ดูต่อ')).toContain('ปีงบประมาณ 2560');
  });

  test('a center that was assessed only last year says both', async () => {
    const last = { ...office, cases: [submitted(khok, { points: pointsOf(30), year: 2564 })] };
    const words = await conversation(() => last, chairOf(khok)).command('level');
    expect(words).toContain('ยังไม่ได้ประเมินในปีงบประมาณ 2565');
    expect(words).toContain('ปีงบประมาณ 2564: 30/42 · ระดับ 2');
  });
});

describe('what changed since last year', () => {
  const last = submitted(nong, { points: { ...pointsOf(30), 14: 3 }, year: 2564 });
  const now = submitted(nong, { points: { ...pointsOf(30), 1: 2 } });
  const asked = (cases: readonly AssessmentCase[]) =>
    conversation(() => ({ ...office, cases }), chairOf(nong)).command('level', '', 'changes');

  test('is told by indicator, what went down first, and the rest by its number', async () => {
    const words = await asked([last, now]);
    expect(words).toMatch(/^29\/42 \(-3\) · ระดับ 2/);
    expect(words.match(/ข้อ \d+ .*คะแนน/g)).toEqual([
      'ข้อ 1 ที่มาของคณะกรรมการ: 3 → 2 คะแนน',
      'ข้อ 14 การดำเนินงานและการทบทวน: 3 → 1 คะแนน',
    ]);
    expect(words).toContain('คงเดิม 12 ข้อ');
  });

  test('says which year has no report', async () => {
    expect(await asked([now])).toContain('ปีงบประมาณ 2564 จึงยังเทียบไม่ได้');
    expect(await asked([last])).toContain('ปีงบประมาณ 2565 จึงยังเทียบไม่ได้');
  });
});

test('who has no part in it is told whose command it is', async () => {
  expect(await talk(personAs({ role: 'admin', scope: nation })).command('level')).toContain('ประธานศูนย์ฯ');
});

test('whoever looks at a level is noted, with the area', async () => {
  const officer = talk(officerOf('นาดี'));
  await officer.command('level', 'หนอง');
  expect(officer.last().audits).toEqual([
    {
      did: 'sawLevel',
      record: `${nong.id}:center-assessment:2565`,
      scope: { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center: nong.id },
    },
  ]);
});
