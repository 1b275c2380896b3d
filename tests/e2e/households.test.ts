import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/programme/ids.ts';
import { makeReceipt } from '../../src/programme/report/receipt.ts';
import { type Bot, openBot } from './bot.ts';
import {
  allTold,
  centerStep,
  codeIn,
  contract,
  debtIn,
  introduced,
  keeping,
  managing,
  planning,
  receiptIn,
  savings,
  submitting,
  toCenter,
  types,
  villageFund,
} from './debtWork.ts';
import { expectLostAccess, expectNoNames, tapsButtonsOf } from './leaks.ts';
import type { Someone } from './someone.ts';

const year = 2565 as FiscalYear;
const district = ['--role', 'officer', '--province', 'ปราจีนบุรี', '--district', 'กบินทร์บุรี'];

let bot: Bot;
let officer: Someone;
let second: Someone;
let third: Someone;
let department: Someone;
let otherHead: Someone;
let others: readonly Someone[];
let firstReceipt: string;
let secondReceipt: string;

beforeAll(async () => {
  bot = await openBot('households', {}, year);
  officer = bot.officer;
  const [officerCode = '', chairCode = '', headCode = '', departmentCode = ''] = bot.codes;
  otherHead = await bot.newcomer('วิทยา นาดี', headCode);
  const otherOfficer = await bot.newcomer('ไกล ห่างไกล', officerCode);
  others = [otherHead, otherOfficer, await bot.newcomer('ประเสริฐ มั่นคง', chairCode)];
  department = await bot.newcomer('กรม พัฒนา', departmentCode);
});
afterAll(() => bot?.close());

const opened = (who: Someone, center = 'บ้านโคก') => types(who, ...toCenter(center));

describe('five households of a center go through round 1', () => {
  test('one after the other joins, with money typed in every way', async () => {
    await opened(officer);
    await types(officer, 'เพิ่มครัวเรือน', 'ไม่ยินยอม', 'ยืนยัน');
    await types(officer, ...introduced('นายสมชาย ใจดี', '12/3'), ...contract(savings, '25,000'));
    expect(await types(officer, ...contract(villageFund, '๒๕,๐๐๐ บาท'), 'ครบแล้ว')).toContain('50,000 บาท');
    await types(officer, 'ยืนยัน', ...toCenter('บ้านโคก'), ...introduced('นางบุญมา แสนดี', '7'));
    expect(await officer.says('ธ.ก.ส.')).toContain('กองทุนหรือกลุ่มในหมู่บ้าน/ชุมชน');
    await officer.taps('จดไว้โดยไม่นับ');
    const two = await types(officer, ...contract(savings, 'สองหมื่นห้า'), 'ครบแล้ว');
    expect(two).toContain('1 สัญญา 25,000 บาท');
    expect(two).toContain('ธ.ก.ส.');
    await types(officer, 'ยืนยัน', ...toCenter('บ้านโคก'), ...introduced('นายดำ คงทน', '45'));
    expect(await types(officer, ...contract(savings, '1.2 แสน'), 'ครบแล้ว')).toContain('120,000 บาท');
    await officer.says('ยืนยัน');
    expect(await opened(officer)).toContain('เข้าร่วม: 3/5 ครัวเรือน');
  });

  test('one that is there already is asked about, not silently doubled', async () => {
    const again = [...introduced('สมชาย ใจดี', '๑๒/๓'), ...contract(savings, '25000'), ...keeping];
    const asked = await types(officer, ...again);
    expect(asked).toContain('นายสมชาย ใจดี');
    expect(asked).toContain('ใช่ไหม');
    await officer.says('ใช่');
    const card = await opened(officer);
    expect(card).toContain('เข้าร่วม: 3/5 ครัวเรือน');
    expect(card).toContain('ไม่ยินยอม (นับแยก): 1 ครัวเรือน');
  });

  test('the officer leaves in the middle, and the district head gives the area to another one', async () => {
    await types(officer, ...planning(1, '1'), ...toCenter('บ้านโคก'), '2', 'ทำแผน', 'ปลดหนี้');
    await types(officer, ...toCenter('บ้านโคก'), ...introduced('นางสาวมาลี ใจงาม', '9/1'), savings);

    const asked = await types(bot.head, 'ออกรหัสเชิญ', 'พัฒนากร');
    expect(asked).toContain('อรทัย ตัวอย่าง');
    const code = codeIn(await bot.head.says('อรทัย ตัวอย่าง'));
    expect(await officer.says('เมนู')).toContain('หนี้ครัวเรือน');
    second = await bot.newcomer('ธิดา มาใหม่', code);
    await officer.isTold('ธิดา มาใหม่');
    await expectLostAccess(bot, officer);

    expect(await second.says('ทำต่อ')).toContain('ยอดหนี้คงเหลือ');
    expect(await types(second, '20k', '6', 'ไม่เกิน', 'ครบแล้ว')).toContain('20,000 บาท');
    await types(second, 'ยืนยัน', ...toCenter('บ้านโคก'));
    expect(await types(second, '2', 'ทำแผน')).toContain('จะใช้วิธีใดบ้าง');
    await types(second, '3', 'ข้าม', 'ข้าม', 'คณะกรรมการ', `31 ธ.ค. ${new Date().getFullYear() + 544}`, 'ยืนยัน');
  });

  test('the fifth joins, the first steps are logged, and round 1 is submitted', async () => {
    await types(second, ...toCenter('บ้านโคก'), ...introduced('นายทองคำ มีสุข', '88'));
    await types(second, ...contract(savings, '3 หมื่น'), ...contract(villageFund, 'พันห้า'), ...keeping);
    expect(await opened(second)).toContain('เข้าร่วม: 5/5 ครัวเรือน');
    await types(second, ...centerStep(1), ...toCenter('บ้านโคก'), ...centerStep(2), ...toCenter('บ้านโคก'));
    await types(second, '1-5 ขั้น 3', 'ยืนยัน');
    expect(await opened(second)).toContain('5. นายทองคำ มีสุข ●●●○○○');

    const preview = await second.says('ส่งรอบ 1');
    expect(preview).toContain('หนี้ก่อน: 246,500 บาท');
    const sent = await types(second, 'ส่ง', 'ใช่');
    firstReceipt = receiptIn(sent);
    expect(sent).toContain(`เลขที่รับ ${firstReceipt}`);
    for (const told of [bot.head, bot.province])
      expect(await told.isTold(firstReceipt)).toContain('5 ครัวเรือน');
    const summary = await bot.province.says('สรุป');
    expect(summary).toContain('เข้าร่วม: 5/35 ครัวเรือน');
    expect(summary).toContain('มีผลแล้ว: 0/35 ครัวเรือน');
  });

  test('one that comes late makes a supplementary report', async () => {
    await types(second, ...toCenter('บ้านโคก'), ...introduced('นายแดง มาช้า', '101'));
    await types(second, ...contract(villageFund, 'ห้าหมื่น'), ...keeping, ...toCenter('บ้านโคก'));
    await types(second, '6 ขั้น 3', 'ยืนยัน', ...toCenter('บ้านโคก'));
    const sent = await types(second, ...submitting(1));
    secondReceipt = receiptIn(sent);
    expect(secondReceipt).not.toBe(firstReceipt);
    expect(sent).toContain('ฉบับที่ 2');
    expect(await bot.province.isTold(secondReceipt)).toContain('6 ครัวเรือน');
    expect(await bot.province.says('สรุป')).toContain('เข้าร่วม: 6/35 ครัวเรือน');
    expect(await types(second, ...toCenter('บ้านโคก'), 'ส่งรอบ 1')).toContain(secondReceipt);
  });

  test('a receipt shows later what was received, to those in scope only', async () => {
    for (const who of [second, bot.chair, bot.head, bot.province]) {
      const [one, two] = [await who.says(firstReceipt), await who.says(secondReceipt)];
      expect(one).toContain('5 ครัวเรือน');
      expect(two).toContain('6 ครัวเรือน');
      expect(one).toContain('ธิดา มาใหม่');
    }
    for (const who of [...others, officer]) {
      const unknown = await who.says(makeReceipt(year, Buffer.alloc(8), 0));
      for (const receipt of [firstReceipt, secondReceipt]) expect(await who.says(receipt)).toBe(unknown);
      expect(unknown).not.toContain('โคก');
    }
  });
});

describe('the households of the center go through round 2', () => {
  test('the command line replaces the officer too, with a result half told', async () => {
    await types(second, ...toCenter('บ้านโคก'), ...planning(3, '2'), ...toCenter('บ้านโคก'));
    await types(second, ...managing(3, '2', '31 มี.ค. 2570', '31 มี.ค. 2580'), 'บันทึกผล', 'แสนสาม');
    const code = await bot.fundlineHere('invite', ...district, '--takes-over-from', 'ธิดา มาใหม่');
    third = await bot.newcomer('กมล รับช่วง', code);
    await second.isTold('กมล รับช่วง');
    await expectLostAccess(bot, second);
    expect(await third.says('ทำต่อ')).toContain('กรุณาระบุเหตุผล');
  });

  test('a debt that grew needs a reason', async () => {
    expect(await third.says('กู้เพิ่มซื้อปุ๋ย')).toContain('120,000 → 130,000 บาท');
    await third.says('ยืนยัน');
  });

  test('one contract remains of a consolidation, and one debt is paid off', async () => {
    await types(third, ...toCenter('บ้านโคก'), ...managing(1, '1', '2', villageFund));
    const paid = 'ชำระหมดแล้ว';
    const one = await types(third, 'บันทึกผล', paid, paid, ...contract(villageFund, '๔ หมื่น'), 'ครบแล้ว');
    expect(one).toContain('หนี้ลดลง: 10,000 บาท');
    await types(third, 'ยืนยัน', ...toCenter('บ้านโคก'), ...managing(2, '3', '6', '3'));
    expect(await types(third, 'บันทึกผล', paid)).toContain('ปลดหนี้');
    await third.says('ยืนยัน');
  });

  test('a refinance with a new contract is no clearing', async () => {
    await types(third, ...toCenter('บ้านโคก'), ...planning(4, '7'), ...toCenter('บ้านโคก'));
    await types(third, ...managing(4, '7', 'กองทุนในชุมชน', savings, villageFund, 'ข้าม'));
    expect(await types(third, 'บันทึกผล', 'ชำระหมดแล้ว', 'ครบแล้ว')).toContain('กรุณาระบุเหตุผล');
    await types(third, 'ย้อนกลับ');
    const review = await types(third, ...contract(villageFund, '20,000'), 'ครบแล้ว');
    expect(review).toContain('ปรับโครงสร้างหนี้');
    expect(review).not.toContain('ปลดหนี้');
    await third.says('ยืนยัน');
  });

  test('the late one pays part of it, by no method at all', async () => {
    await types(third, ...toCenter('บ้านโคก'), ...planning(6, '5'), ...toCenter('บ้านโคก'), ...managing(6));
    await types(third, ...toCenter('บ้านโคก'), '6', 'บันทึกผล');
    const review = await third.says('๔.๕ หมื่น');
    expect(review).toContain('หนี้ลดลง: 5,000 บาท');
    expect(review).not.toContain('ปรับโครงสร้างหนี้');
    await third.says('ยืนยัน');
  });

  test('one goes to another center with its history, and counts once', async () => {
    await types(third, ...toCenter('บ้านโคก'), ...planning(5, '6'), ...toCenter('บ้านโคก'));
    expect(await third.says('ส่งรอบ 2')).toContain('ครัวเรือนที่ 5');
    await types(third, ...toCenter('บ้านโคก'), '5', 'ย้ายศูนย์', 'บ้านไร่', 'ใช่');
    expect(await opened(third)).not.toContain('ทองคำ');
    expect(await opened(third, 'บ้านไร่')).toContain('1. นายทองคำ มีสุข ●●●○○○');
    const card = await types(third, '1', 'ดูทั้งหมด');
    for (const past of ['ธิดา มาใหม่', 'กมล รับช่วง']) expect(card).toContain(past);
    expect(card).toContain('31,500 บาท');
    expect(await bot.province.says('สรุป')).toContain('เข้าร่วม: 6/35 ครัวเรือน');

    await types(third, ...toCenter('บ้านไร่'), ...managing(1, '6', '1,000'), 'บันทึกผล');
    await types(third, 'สองหมื่น', 'พันห้า', 'ยืนยัน');
    expect(await types(third, ...toCenter('บ้านไร่'), 'ส่งรอบ 2')).not.toContain('FL65');
    await types(third, ...toCenter('บ้านไร่'), ...submitting(1));
    for (const center of ['บ้านไร่', 'บ้านโคก'])
      receiptIn(await types(third, ...toCenter(center), ...submitting(2)));
  });
});

describe('afterwards', () => {
  /** Added up by hand: households 1–4 and 6 of the one center, and the one that went to the other. */
  const figures = [
    'เข้าร่วม: 6/35 ครัวเรือน',
    'มีผลแล้ว: 6/35 ครัวเรือน',
    'ปรับโครงสร้างหนี้: 5/35 ครัวเรือน',
    'ลดหนี้: 3/35 ครัวเรือน',
    'ปลดหนี้: 1/35 ครัวเรือน',
    // 50,000 + 25,000 + 120,000 + 20,000 + 31,500 + 50,000
    'หนี้ก่อน: 296,500 บาท',
    // 40,000 + 0 + 130,000 + 20,000 + 21,500 + 45,000
    'หนี้หลัง: 256,500 บาท',
    // 10,000 + 25,000 + 0 + 0 + 10,000 + 5,000; what grew by 10,000 is never set against it
    'หนี้ลดลง: 50,000 บาท',
    'หนี้เพิ่มขึ้น: 10,000 บาท',
  ];
  const linesOf = (card: string) => card.split('\n');

  test('the province sees exactly the sums, and by district', async () => {
    const summary = await bot.province.says('สรุป');
    expect(linesOf(summary)).toEqual(expect.arrayContaining(figures));
    expect(summary).toContain('8 → 6 สัญญา');
    // Step 3 was told of five households at once, and one debt grew.
    expect(summary).toMatch(/ข้อสังเกต.* 6 /);
    const own = await bot.province.says('กบินทร์บุรี');
    expect(linesOf(own)).toEqual(expect.arrayContaining(figures.map((line) => line.replace('/35 ', '/5 '))));
    await bot.province.says('สรุป');
    const other = linesOf(await bot.province.says('นาดี'));
    expect(other).toEqual(expect.arrayContaining(['เข้าร่วม: 0/5 ครัวเรือน', 'หนี้ก่อน: 0 บาท']));
  });

  test('the household that went counts in its new center', async () => {
    const [khok, rai] = [await debtIn(bot, 'ศจก.บ้านโคกตัวอย่าง'), await debtIn(bot, 'ศจก.บ้านไร่ตัวอย่าง')];
    expect(khok).toMatchObject({ joined: 5, withResult: 5, round1: 1, round2: 1, debtReduced: 4_000_000 });
    expect(rai).toMatchObject({ joined: 1, withResult: 1, round1: 1, round2: 1, debtReduced: 1_000_000 });
  });

  test('the nation sees the same sums beside its announced target, and no name ever', async () => {
    const nation = await department.says('สรุป');
    expect(linesOf(nation)).toEqual(expect.arrayContaining(figures));
    for (const figure of ['14,250', '4,620', '9,530', '14,150', '100']) expect(nation).toContain(figure);
    const province = await department.says('ปราจีนบุรี');
    expect(linesOf(province)).toEqual(expect.arrayContaining(figures));
    await types(department, 'กบินทร์บุรี', 'บ้านโคก', ...toCenter('บ้านโคก'), '1', '5', '1-4 ขั้น 5');
    await types(department, 'เพิ่มครัวเรือน', 'ส่งรอบ 1', 'ย้ายศูนย์ 1', 'ระดับ บ้านโคก', 'งานค้าง');
    expect(await department.says(secondReceipt)).toContain('6 ครัวเรือน');
    await tapsButtonsOf(bot, third, department);
    expectNoNames(allTold(bot.line, department));
  });

  test('another district sees none of it, not even that it exists', async () => {
    for (const who of others) {
      const nowhere = await types(who, ...toCenter('บ้านไหนก็ไม่รู้'));
      expect(await types(who, ...toCenter('บ้านโคก'))).toBe(nowhere);
      await types(who, 'ครัวเรือน 1', '1-4 ขั้น 5', 'ส่งรอบ 2', 'เมนู', 'งานค้าง', 'ระดับ บ้านโคก');
      await tapsButtonsOf(bot, third, who);
      const told = allTold(bot.line, who);
      expectNoNames(told);
      expect(told).not.toMatch(/โคก|296,500/);
    }
    expect(await otherHead.says('สรุป')).toContain('เข้าร่วม: 0/5 ครัวเรือน');
    expect(await otherHead.says('สรุป กบินทร์บุรี')).not.toContain('296,500');
  });

  test('the chair reads the households of the own center', async () => {
    const card = await bot.chair.says('หนี้ครัวเรือน');
    expect(card).toContain('1. นายสมชาย ใจดี');
    expect(card).toContain('หนี้ลดลง: 40,000 บาท');
    expect(card).not.toContain('ทองคำ');
    expect(await bot.chair.says('เพิ่มครัวเรือน')).not.toContain('ยินยอมให้เก็บข้อมูล');
  });

  test('the standings are what the reports say, and making them anew changes nothing', async () => {
    const all = () => bot.database.store.standings.of([{ kind: 'nation' }], year);
    const before = await all();
    expect(JSON.parse(await bot.fundlineHere('standings', 'check', '--json'))).toEqual({ differences: [] });
    expect(JSON.parse(await bot.fundlineHere('standings', 'rebuild', '--json'))).toEqual({ units: 2 });
    expect(await all()).toEqual(before);
    expect(JSON.parse(await bot.fundlineHere('standings', 'check', '--json'))).toEqual({ differences: [] });
  });

  test('no log line holds a name or an amount', () => {
    expectNoNames(bot.logged());
    expect(bot.logged()).not.toContain('25,000');
  });
});
