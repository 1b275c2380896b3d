import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, openBot } from './bot.ts';
import { codeIn, contract, introduced, keeping, planning, savings, toCenter, types } from './debtWork.ts';
import type { Someone } from './someone.ts';

let bot: Bot;
let first: Someone;
let second: Someone;

beforeAll(async () => {
  bot = await openBot('householdEdits');
  first = bot.officer;
  await types(bot.head, 'ออกรหัสเชิญ', 'พัฒนากร');
  second = await bot.newcomer('ธิดา คนที่สอง', codeIn(await bot.head.says('ไม่รับช่วงจากใคร')));
  await types(first, ...toCenter('บ้านโคก'), ...introduced('นายสมชาย ใจดี', '12/3'));
  await types(first, ...contract(savings, '25,000'), ...keeping);
});
afterAll(() => bot?.close());

const opened = (who: Someone, no = '1') => types(who, ...toCenter('บ้านโคก'), no, 'ดูทั้งหมด');
/** Up to the last word of a correction. */
const corrects = (who: Someone, field: string, value: string) =>
  types(who, ...toCenter('บ้านโคก'), '1', 'แก้ข้อมูล', field, value);
const bothSay = (text: string) => Promise.all([first.says(text), second.says(text)]);

describe('two officers who edit one household at once', () => {
  test('both have it their way in different fields', async () => {
    await corrects(first, 'จำนวนสมาชิก', '6');
    await corrects(second, 'เบอร์โทร', '081-234-5678');
    await bothSay('ยืนยัน');
    const card = await opened(first);
    expect(card).toContain('สมาชิก: 6 คน');
    expect(card).toMatch(/081-?234-?5678/);
  });

  test('of the same field the second sees both values, and the own one is taken when chosen', async () => {
    await corrects(first, 'จำนวนสมาชิก', '5');
    await corrects(second, 'จำนวนสมาชิก', '7');
    const answers = await bothSay('ยืนยัน');
    const asked = answers.map((answer) => answer.includes('ใช่ไหม'));
    expect([...asked].sort()).toEqual([false, true]);
    const later = asked[0] ? first : second;
    const question = answers.find((answer) => answer.includes('ใช่ไหม'));
    for (const value of ['5 คน', '7 คน']) expect(question).toContain(value);
    const earlier = later === first ? '7' : '5';
    expect(await opened(later === first ? second : first)).toContain(`สมาชิก: ${earlier} คน`);
    await later.taps('ใช้ค่าของฉัน');
    expect(await opened(first)).toContain(`สมาชิก: ${later === first ? '5' : '7'} คน`);
  });

  test('of the same field the value that stands stays when that is chosen', async () => {
    await corrects(first, 'หัวหน้าครัวเรือน', 'นายสมชาย ใจงาม');
    await corrects(second, 'หัวหน้าครัวเรือน', 'นายสมชาย ใจกว้าง');
    await first.says('ยืนยัน');
    const asked = await second.says('ยืนยัน');
    for (const value of ['ใจงาม', 'ใจกว้าง']) expect(asked).toContain(value);
    await second.says('ไม่');
    expect(await opened(second)).toContain('นายสมชาย ใจงาม');
  });

  test('of two results at the same moment one is kept, and the other hears that there is one', async () => {
    await types(first, ...toCenter('บ้านโคก'), ...planning(1, '3'), ...toCenter('บ้านโคก'));
    await types(first, '1', 'บันทึกขั้นตอน', '4', 'ทำวันเดียว', 'วันนี้', 'ข้าม', 'ข้าม', 'ข้าม', 'ยืนยัน');
    await types(first, '3', '6', '3', 'ยืนยัน');
    const results = [
      [first, '20,000'],
      [second, '15,000'],
    ] as const;
    for (const [who, left] of results) await types(who, ...toCenter('บ้านโคก'), '1', 'บันทึกผล', left);
    const answers = await bothSay('ยืนยัน');
    expect(answers.filter((answer) => answer.includes('มีผลแล้ว'))).toHaveLength(1);
    const kept = answers[0].includes('มีผลแล้ว') ? '15,000' : '20,000';
    expect(await opened(first)).toContain(`25,000 → ${kept} บาท`);
    expect(await first.taps('บันทึกผล')).toContain('มีผลแล้ว');
  });
});

describe('a household that is told badly', () => {
  test('keeps the question at amounts that can be read in two ways, or in none', {
    timeout: 60_000,
  }, async () => {
    await types(first, ...toCenter('บ้านโคก'), ...introduced('นายมาก สัญญา', '99'), savings);
    for (const amount of ['ร้อยห้า', '25.000', '1,5', '2-3 หมื่น', 'เยอะมาก', '-25000', '0', '200 ล้าน'])
      expect(await first.says(amount)).toContain('ยอดหนี้คงเหลือเท่าไร');
    await types(first, '1 พัน', '6', 'ไม่เกิน');
  });

  test('may have a hundred contracts and not one more, and its card fits', { timeout: 120_000 }, async () => {
    // Some at a time, each on its line: one by one they would be four hundred messages.
    const lines = (from: number, to: number): string =>
      Array.from({ length: to - from + 1 }, (_, place) => `${savings} ${from + place},000 6 ไม่เกิน`).join(
        '\n',
      );
    for (let no = 2; no <= 89; no += 11) await types(first, lines(no, no + 10), 'ยืนยัน');
    const card = await first.says(lines(90, 101));
    // Eleven of the twelve, four answers each.
    expect(card).toContain('44 คำตอบ');
    expect(card).toContain('100 สัญญา 5,050,000 บาท');
    await first.says('ยืนยัน');
    expect(await types(first, ...toCenter('บ้านโคก'), '2')).toContain('100 สัญญา 5,050,000 บาท');
  });
});
