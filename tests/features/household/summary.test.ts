import { describe, expect, test } from 'vitest';
import { type DebtReport, newDebtReport } from '../../../src/features/household/rules/round.ts';
import { debtBlocks } from '../../../src/features/household/summary.ts';
import { flagCounts, flagLines } from '../../../src/features/summary/flags.ts';
import type { Block } from '../../../src/kernel/reply.ts';
import type { AreaStanding } from '../../../src/programme/standing.ts';
import { wordsOf } from '../../support/conversation.ts';
import { centerNamed, inProvince, nation, year } from '../../support/flowWorld.ts';

const heading = { said: 'สรุป' };
const lines = (standing: AreaStanding, language?: 'en'): readonly string[] => {
  const card = { heading, blocks: debtBlocks(standing, year) };
  return wordsOf({ messages: [{ kind: 'card', card }] }, language).split('\n');
};

/** Eight centers of which the last one lacks a household of its target; in the first two all that was reached is cleared. */
const targets = [5, 5, 5, 5, 5, 4, 0, 6];
const reached = [5, 5, 5, 5, 5, 4, 1, 5];
const centers = targets.map((householdTarget, n) => ({
  center: { ...centerNamed(`ศจก.${n}`, 'นาดี', { householdTarget }), confirmations: [] },
  figures: { joined: 9, [n < 2 ? 'cleared' : 'reduced']: reached[n] ?? 0 },
}));
const none = centers.map(({ center }) => ({ center: { ...center, householdTarget: 0 }, figures: {} }));

const province: AreaStanding = {
  scope: inProvince,
  centers,
  figures: {
    ...{ joined: 35, withResult: 34, restructured: 20, reduced: 12, cleared: 3, declined: 2, flags: 4 },
    restructuredAndReduced: 11,
    ...{ contractsBefore: 70, contractsAfter: 40 },
    ...{ debtBefore: 123_456_700, debtAfter: 100_000_050, debtReduced: 30_000_000, debtGrown: 6_543_350 },
    ...{ inWork: 36, plansInWork: 30, resultsInWork: 34 },
  },
};

describe('households and debts in a summary', () => {
  test('are one line per figure, against the target', () => {
    expect(lines(province)).toEqual([
      'สรุป',
      'ลดหนี้หรือปลดหนี้ได้: 15/35 ครัวเรือน',
      'ในจำนวนนี้ 1 ครัวเรือนอยู่ในศูนย์ที่ไม่มีเป้าหมายหรือยังไม่ทราบเป้าหมาย',
      'ยังไม่ถึงเป้าหมาย 1 ศูนย์',
      'เข้าร่วม: 35/35 ครัวเรือน',
      'มีผลแล้ว: 34/35 ครัวเรือน',
      'ปรับโครงสร้างหนี้: 20/35 ครัวเรือน',
      'ลดหนี้: 12/35 ครัวเรือน',
      'ปลดหนี้: 3/35 ครัวเรือน',
      'หนี้ก่อน: 1,234,567 บาท',
      'หนี้หลัง: 1,000,000.50 บาท',
      'หนี้ลดลง: 300,000 บาท',
      'หนี้เพิ่มขึ้น: 65,433.50 บาท',
      'สัญญา: 70 → 40 สัญญา',
      'ไม่ยินยอม (นับแยก): 2 ครัวเรือน',
      'บันทึกไว้ทั้งหมด: 36 ครัวเรือน · มีแผน 30 · มีผล 34 · รวมที่ยังไม่ได้ส่งรายงาน',
    ]);
  });

  test('tell of targets that are not known, which are no 0', () => {
    const [dated, ...others] = centers;
    if (!dated) return expect.unreachable();
    const { householdTarget: _unknown, ...center } = dated.center;
    const undated = { ...dated, center };
    expect(lines({ ...province, centers: [undated, ...others] }).slice(1, 5)).toEqual([
      'ลดหนี้หรือปลดหนี้ได้: 15/30 ครัวเรือน',
      'ในจำนวนนี้ 6 ครัวเรือนอยู่ในศูนย์ที่ไม่มีเป้าหมายหรือยังไม่ทราบเป้าหมาย',
      'ยังไม่ถึงเป้าหมาย 1 ศูนย์',
      'ยังไม่ทราบเป้าหมาย 1 ศูนย์ ไม่รวมอยู่ในเป้าหมายข้างบน กรุณาเพิ่มวันที่จัดตั้งในทะเบียน หรือนำเข้าเป้าหมายด้วยไฟล์ทะเบียน',
    ]);
    expect(lines({ ...province, figures: {}, centers: [undated] })[1]).toBe(
      'ลดหนี้หรือปลดหนี้ได้: 0 ครัวเรือน · ยังไม่ทราบเป้าหมาย',
    );
  });

  test('are one line where there is neither a target nor a household', () => {
    const linesOf = (figures: AreaStanding['figures']) => lines({ ...province, centers: none, figures });
    expect(linesOf({})).toEqual(['สรุป', 'ไม่มีเป้าหมายครัวเรือน']);
    expect(lines({ ...province, figures: {} })).toContain('เข้าร่วม: 0/35 ครัวเรือน');
    expect(linesOf({ declined: 1 })).toContain('หนี้ลดลง: 0 บาท');
    expect(linesOf({ inWork: 1 })).toContain('เข้าร่วม: 0/0 ครัวเรือน');
  });

  test('name the centers and households of each remark, or the areas where they are', () => {
    const words = (blocks: readonly Block[]) =>
      wordsOf({ messages: [{ kind: 'card', card: { heading, blocks } }] })
        .split('\n')
        .slice(1);
    const areas = [
      { name: 'นาดี', flags: 3 },
      { name: 'บ้านสร้าง', flags: 0 },
      { name: 'กบินทร์บุรี', flags: 1 },
    ];
    expect(words(flagCounts(4, areas))).toEqual(['ข้อสังเกตจากรายงาน 4 รายการ: นาดี 3, กบินทร์บุรี 1']);
    const center = centerNamed('ศจก.บ้านหนอง', 'นาดี');
    const flags = [{ code: 'sameAfter' as const, nos: [1, 2, 3, 4] }];
    const empty = newDebtReport({ ...center, center: center.id }, 2, year);
    const report = { ...empty, revisions: [{ content: { flags } }] };
    expect(
      words(flagLines([report as unknown as DebtReport], [{ center: center.id, name: center.name }])),
    ).toEqual(['ข้อสังเกต ศจก.บ้านหนอง รายงานครั้งที่ 2: หนี้หลังเท่ากันหลายครัวเรือน (ครัวเรือนที่ 1, 2, 3, 4)']);
  });

  test('have the same labels in English', () => {
    const english = lines(province, 'en');
    expect(english).toContain('Reduced or cleared: 15/35 households');
    expect(english).toContain('Joined: 35/35 households');
    expect(english).toContain('With result: 34/35 households');
    expect(english).toContain('Debt reduced: 300,000 baht');
  });

  test("show how far the nation's announced target is from its parts", () => {
    const [whole] = centers;
    if (!whole) return expect.unreachable();
    const all = lines({
      ...province,
      scope: nation,
      centers: [{ ...whole, center: { ...whole.center, householdTarget: 14_150 } }],
    });
    expect(all.slice(1, 3)).toEqual([
      'ลดหนี้หรือปลดหนี้ได้: 15/14,150 ครัวเรือน',
      'ปรับโครงสร้างและลดหรือปลดหนี้ได้: 11/14,150 ครัวเรือน',
    ]);
    expect(all).toContain('เข้าร่วม: 35/14,150 ครัวเรือน');
    expect(all).toContain('เป้าหมายที่ประกาศ: 14,250 ครัวเรือน');
    expect(all).toContain('เป้าหมายย่อยที่ประกาศ 4,620 + 9,530 รวมได้ 14,150 น้อยกว่ายอดที่ประกาศ 100 ครัวเรือน');
  });
});
