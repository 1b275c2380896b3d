import { beforeEach, describe, expect, test } from 'vitest';
import { type Chat, chat } from '../../support/chat.ts';
import { type DebtOffice, debtOffice } from '../../support/debtOffice.ts';
import { centerNamed, officerOf } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');

let office: DebtOffice;
let officer: Chat;
beforeEach(async () => {
  office = debtOffice([nong, khok]);
  officer = chat(office, officerOf('นาดี'));
  await officer.says('หนี้ครัวเรือน', 'หนอง', 'เพิ่มครัวเรือน');
});

/** Up to the first contract. */
const introduced = (head: string, houseNo: string) => ['ยินยอม', head, houseNo, '4', 'ข้าม'];
/** One contract, typed as people type. */
const contract = (fund: string, amount: string) => [fund, amount, '6', 'ไม่เกิน'];

describe('a household that joins', () => {
  test('consents first; without consent only a count is kept', async () => {
    expect(await officer.says('ไม่ยินยอม')).toContain('จะนับเป็นจำนวนเท่านั้น');
    expect(await officer.says('ยืนยัน')).toContain('นับเป็นครัวเรือนที่ไม่ยินยอมแล้ว (รวม 1 ครัวเรือน)');
    expect(office.declinedIn(nong)).toBe(1);
    expect(office.of(nong)).toEqual([]);
    expect(JSON.stringify(officer.person().drafts)).toBe('{}');
  });

  test('names its contracts one by one, and hears the total and the ideal', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(officer.buttons()).toContain('กลุ่มออมทรัพย์');
    await officer.says(...contract('กลุ่มออมทรัพย์', '2.5 หมื่น'), ...contract('กทบ.', 'สองหมื่น'));
    const review = await officer.says('ครบแล้ว');
    expect(review).toContain('รวม 2 สัญญา 45,000 บาท');
    expect(review).toContain('1 ครัวเรือน 1 สัญญา');
    expect(office.of(nong)).toEqual([]);
    const kept = await officer.says('ใช่');
    expect(kept).toContain('หมายเลขครัวเรือน 1');
    expect(kept).toContain('ตั้งเป้าลดหนี้หรือปลดหนี้');
    const [household] = office.of(nong);
    expect(household).toMatchObject({ head: 'นายสมชาย ใจดี', houseNo: '12/3', members: 4 });
    expect(household?.work[2565]?.before).toMatchObject([
      { no: 1, fund: 'กลุ่มออมทรัพย์', outstandingSatang: 2_500_000, rateBasisPoints: 600, overdue: false },
      { no: 2, fund: 'กทบ.', outstandingSatang: 2_000_000 },
    ]);
  });

  test('ends its contracts with the card of the last one, and sees the whole before it is kept', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), '25000 6 ไม่เกิน');
    expect(officer.buttons()).not.toContain('ครบแล้ว');
    await officer.says('ไม่ใช่', 'กทบ. 25000 6 ไม่เกิน');
    expect(await officer.taps('ครบแล้ว')).toContain('รวม 1 สัญญา 25,000 บาท');
    expect(await officer.says('ย้อนกลับ')).toContain('สัญญาที่ 1');
    await officer.says('กทบ. 25000 6 ไม่เกิน', 'ครบแล้ว', 'ยืนยัน');
    expect(office.of(nong)[0]?.work[2565]?.before).toMatchObject([{ no: 1, fund: 'กทบ.' }]);
  });

  test('is told in several lines as in one', async () => {
    const card = await officer.says('ยินยอม', 'สมชาย ใจดี\n12/3\n4 คน');
    expect(card).toContain('หัวหน้าครัวเรือน: สมชาย ใจดี');
    expect(card).toContain('บ้านเลขที่: 12/3');
    expect(card).toContain('จำนวนสมาชิก: 4');
    expect(card).not.toContain('ยังไม่ชัดเจน');
  });

  test('is one household of a message that tells of two', async () => {
    const card = await officer.says('ยินยอม', 'สมชาย ใจดี 12/3 4 คน\nสมหญิง ดีงาม 14/2 3 คน');
    expect(card).toContain('“สมหญิง ดีงาม 14/2 3 คน” เป็นอีกครัวเรือนหนึ่ง');
    expect(card).toContain('หัวหน้าครัวเรือน: สมชาย ใจดี');
    expect(card).toContain('จำนวนสมาชิก: 4');
  });

  test('leaves no draft of a plan of which nothing was said yet', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), ...contract('กทบ.', '20000'), 'ครบแล้ว', 'ยืนยัน');
    expect(Object.keys(officer.person().drafts)).toHaveLength(1);
    expect(await officer.says('เพิ่มครัวเรือน')).not.toContain('ไว้ก่อน');
    expect(Object.values(officer.person().drafts).map(({ form }) => form)).toEqual(['household-join']);
  });

  test('has the loan of a bank refused as kindly in one line, and keeps no amount of it', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await officer.says('SCB 25000 6 เกินกำหนด')).toContain('นับเฉพาะกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชน');
    expect(await officer.taps('จดไว้โดยไม่นับ')).toContain('จด SCB ไว้แล้วโดยไม่นับ');
    expect(await officer.says('นายทุน 25000 6 เกินกำหนด')).toContain('นายทุน เป็นเจ้าหนี้นอกระบบ');
    expect(await officer.says('กทบ.')).toContain('มียอดหนี้คงเหลือเท่าไร');
  });

  test('is asked whether so little is owed, before it is taken', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), 'กทบ.');
    expect(await officer.says('2.5')).toContain('เหลือเพียง 2.50 บาทใช่ไหม');
    expect(await officer.says('2.5 หมื่น')).toContain('รับแล้ว: 25,000 บาท');
  });

  test('has a loan of a bank refused kindly, and noted without being counted when that is said', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await officer.says('ธ.ก.ส.')).toContain('นับเฉพาะกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชน');
    expect(officer.buttons()).toContain('จดไว้โดยไม่นับ');
    expect(await officer.taps('จดไว้โดยไม่นับ')).toContain('จด ธ.ก.ส. ไว้แล้วโดยไม่นับ');
    await officer.says(...contract('กทบ.', '20000'), 'ครบแล้ว', 'ยืนยัน');
    const work = office.of(nong)[0]?.work[2565];
    expect(work?.outside).toEqual([{ lender: 'ธ.ก.ส.' }]);
    expect(work?.before.map(({ fund }) => fund)).toEqual(['กทบ.']);
  });

  test('hears who counts as one household', async () => {
    expect(await officer.says('หนี้ครัวเรือน', 'โคก', 'เพิ่มครัวเรือน')).toContain('บ้านที่มี 3 ครอบครัวนับเป็น 3 ครัวเรือน');
  });

  test('takes a number as the button, no word as a fund, and a fund’s name as the center writes it', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    for (const text of ['ไม่มี', 'เหมือนเดิม', '-', 'ครับ', '25,000', '9'])
      expect(await officer.says(text), text).toContain('ไม่ใช่ชื่อกองทุน');
    expect(await officer.says('ข้อ 1')).toContain('รับแล้ว: กลุ่มออมทรัพย์');
    await officer.says('25000', '6', 'ไม่เกิน');
    expect(await officer.says('กลุ่ม ออมทรัพย์')).toContain('รับแล้ว: กลุ่มออมทรัพย์');
    await officer.says('30000', '6', 'ไม่เกิน');
    expect(await officer.says('ไม่มีค่ะ')).toContain('พิมพ์ ครบแล้ว');
  });

  test('is asked which fund is meant where a name is near a known one, or that of a bank as well', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await officer.says('กลุ่มออมทรัพ')).toContain('หมายถึงกองทุนใด');
    expect(await officer.says('กลุ่มออมทรัพ')).toContain('รับแล้ว: กลุ่มออมทรัพ\n');
    await officer.says('25000', '6', 'ไม่เกิน');
    expect(await officer.says('กทบ.กรุงศรี')).toContain('เป็นกองทุนในหมู่บ้านใช่ไหม');
    expect(officer.buttons()).toEqual(expect.arrayContaining(['เป็นกองทุนในหมู่บ้าน', 'จดไว้โดยไม่นับ']));
    expect(await officer.taps('เป็นกองทุนในหมู่บ้าน')).toContain('รับแล้ว: กทบ.กรุงศรี');
    await officer.says('ย้อนกลับ', 'กทบ.กรุงศรี');
    expect(await officer.says('ไม่ใช่')).toContain('นับเฉพาะกองทุนหรือกลุ่ม');
    await officer.says('กทบ.กรุงศรี');
    expect(await officer.says('ใช่ครับ')).toContain('รับแล้ว: กทบ.กรุงศรี');
  });

  test('is asked which of several village funds is meant by their kind, and keeps the one known without a question', async () => {
    const memberFunds = ['กทบ. หมู่ 3', 'กองทุนหมู่บ้านโคก', 'กข.คจ. บ้านโคก', 'กลุ่มออมทรัพย์เพื่อการผลิตบ้านโคก'];
    const center = centerNamed('ศจก.บ้านโคก', 'นาดี', { memberFunds });
    const several = chat(debtOffice([center]), officerOf('นาดี'));
    await several.says('หนี้ครัวเรือน', 'เพิ่มครัวเรือน', ...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await several.says('กทบ.')).toContain('หมายถึงกองทุนใด');
    expect(several.buttons()).toEqual(expect.arrayContaining(memberFunds.slice(0, 2)));
    expect(await several.taps('กองทุนหมู่บ้านโคก')).toContain('รับแล้ว: กองทุนหมู่บ้านโคก');
    await several.says('25000', '6', 'ไม่เกิน');
    expect(await several.says('กลุ่มออมทรัพย์บ้านโคก')).toContain(`รับแล้ว: ${memberFunds[3]}`);
    await several.says('ย้อนกลับ');
    expect(await several.says('กขคจ 12000 6 ไม่เกิน')).toContain('กองทุน: กข.คจ. บ้านโคก');
  });

  test('has more funds than fit on pages, each taken by its number', async () => {
    const memberFunds = Array.from({ length: 20 }, (_, n) => `กลุ่มที่ดิน ${n + 1}`);
    const center = centerNamed('ศจก.บ้านมาก', 'นาดี', { memberFunds });
    const many = chat(debtOffice([center]), officerOf('นาดี'));
    await many.says('หนี้ครัวเรือน', 'เพิ่มครัวเรือน');
    expect(await many.says(...introduced('นายสมชาย ใจดี', '12/3'))).toContain('8. กลุ่มที่ดิน 8');
    expect(many.buttons()).not.toContain('กลุ่มที่ดิน 9');
    expect(await many.taps('ดูต่อ')).toContain('9. กลุ่มที่ดิน 9');
    expect(many.buttons()).toContain('กลุ่มที่ดิน 16');
    await many.taps('ดูต่อ');
    expect(many.buttons()).not.toContain('ดูต่อ');
    expect(await many.says('12')).toContain('รับแล้ว: กลุ่มที่ดิน 12');
  });

  test('is given one of its center’s own funds as an example, or a kind of fund where none is known', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await officer.says('ไม่มี')).toContain('เช่น กลุ่มออมทรัพย์\n');
    const fundless = centerNamed('ศจก.บ้านน้อย', 'นาดี', { memberFunds: [] });
    const other = chat(debtOffice([fundless]), officerOf('นาดี'));
    await other.says('หนี้ครัวเรือน', 'เพิ่มครัวเรือน', ...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await other.says('ไม่มี')).toContain('เช่น กลุ่มออมทรัพย์เพื่อการผลิต');
  });

  test('may owe only outside the funds: an informal debt is noted with its amount, apart from the funds', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    expect(await officer.says('เงินกู้รายวัน')).toContain('จดยอดแยกจากหนี้กองทุนได้');
    expect(await officer.taps('จดเป็นหนี้นอกระบบ')).toContain('มียอดหนี้คงเหลือเท่าไร');
    expect(await officer.says('20,000')).toContain('สัญญาที่ 2 กู้จากกองทุน');
    const review = await officer.says('ครบแล้ว');
    expect(review).toContain('รวม 0 สัญญา 0 บาท');
    expect(review).toContain('หนี้นอกระบบ (แยกจากกองทุน): เงินกู้รายวัน 20,000 บาท');
    expect(await officer.says('ยืนยัน')).toContain('หมายเลขครัวเรือน 1');
    expect(office.of(nong)[0]?.work[2565]).toMatchObject({
      before: [],
      outside: [{ lender: 'เงินกู้รายวัน', informal: true, outstandingSatang: 2_000_000 }],
    });
  });

  test('is asked about a lender that may be a person or is called by no word of a fund, and never guessed', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'));
    for (const name of ['ป้าแดง', 'นายสมชาย', 'เจ๊หมวย', 'ร้านเจริญ']) {
      expect(await officer.says(name)).toContain(`“${name}” เป็นกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชน หรือเป็นบุคคล`);
      expect(officer.buttons()).toEqual(
        expect.arrayContaining(['เป็นกองทุนในหมู่บ้าน', 'จดเป็นหนี้นอกระบบ', 'จดไว้โดยไม่นับ']),
      );
      await officer.says('ย้อนกลับ');
    }
    await officer.says('ป้าแดง');
    expect(await officer.says('ป้าแดง')).toContain('เป็นบุคคลหรือเจ้าหนี้ภายนอก');
    await officer.says('จดเป็นหนี้นอกระบบ', '20000', 'ร้านเจริญ', 'จดไว้โดยไม่นับ');
    await officer.says('ทุ่งพัฒนา', 'เป็นกองทุนในหมู่บ้าน', '30000', '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน');
    expect(office.of(nong)[0]?.work[2565]).toMatchObject({
      before: [{ no: 1, fund: 'ทุ่งพัฒนา', outstandingSatang: 3_000_000 }],
      outside: [{ lender: 'ร้านเจริญ' }, { lender: 'ป้าแดง', informal: true, outstandingSatang: 2_000_000 }],
    });
  });

  test('is asked anew about another name, whatever was answered about the first', async () => {
    await officer.says(
      ...introduced('นายสมชาย ใจดี', '12/3'),
      'ทุ่งพัฒนา',
      'เป็นกองทุนในหมู่บ้าน',
      '30000',
      '6',
      'ไม่เกิน',
    );
    expect(await officer.says('แก้ไข 6', 'ป้าแดง')).toContain('“ป้าแดง” เป็นกองทุนหรือกลุ่ม');
    expect(await officer.says('จดเป็นหนี้นอกระบบ', 'ครบแล้ว')).toContain('ป้าแดง 30,000 บาท');
  });

  test('has a contract recorded as it is found, an interest above the law marked, and no debt of nothing or beyond reason', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), 'กทบ.');
    expect(await officer.says('0')).toContain('สัญญาที่ 1 มียอดหนี้คงเหลือเท่าไร');
    expect(await officer.says('-500')).toContain('สัญญาที่ 1 มียอดหนี้คงเหลือเท่าไร');
    expect(await officer.says('200 ล้าน')).toContain('สัญญาที่ 1 มียอดหนี้คงเหลือเท่าไร');
    const marked = await officer.says('20,000', '16');
    expect(marked).toContain('เกินเพดานกฎหมาย ควรปรับลด');
    expect(marked).toContain('เกินกำหนดชำระหรือไม่');
    await officer.says('ไม่เกิน', 'ครบแล้ว', 'ยืนยัน', 'หนี้ครัวเรือน', 'หนอง');
    expect(await officer.says('1', 'ดูทั้งหมด')).toContain(
      '20,000 บาท · 16 % (เกินเพดานกฎหมาย ควรปรับลด) · ไม่เกินกำหนด',
    );
  });

  test('asks what หมดแล้ว means while money is the topic', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), ...contract('กทบ.', '20000'));
    expect(await officer.says('หมดแล้ว')).toContain('พิมพ์ ครบแล้ว');
    expect(await officer.says('ครบแล้ว')).toContain('รวม 1 สัญญา 20,000 บาท');
  });

  test('is asked about when one like it is there: another one joins, the same one does not', async () => {
    const all = [...contract('กทบ.', '20000'), 'ครบแล้ว', 'ยืนยัน'];
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), ...all);
    const asked = await officer.says('เพิ่มครัวเรือน', ...introduced('สมชาย ใจดี', '12/3'), ...all);
    expect(asked).toContain('1. นายสมชาย ใจดี บ้านเลขที่ 12/3');
    expect(office.of(nong)).toHaveLength(1);
    expect(await officer.taps('คนละครัวเรือน')).toContain('หมายเลขครัวเรือน 2');
    await officer.says('เพิ่มครัวเรือน', ...introduced('น.ส.มาลี ใจงาม', '7'), ...all);
    await officer.says('เพิ่มครัวเรือน', ...introduced('มาลี ใจงาม', '7'), ...all);
    expect(await officer.says('ใช่')).toContain('จึงไม่ได้เพิ่มซ้ำ');
    expect(office.of(nong)).toHaveLength(3);
  });

  test('is found again where it was left, beside another draft', async () => {
    await officer.says(...introduced('นายสมชาย ใจดี', '12/3'), 'กทบ.');
    await officer.says('หนี้ครัวเรือน', 'โคก', 'เพิ่มครัวเรือน');
    expect(Object.keys(officer.person().drafts)).toHaveLength(2);
    await officer.says('หนี้ครัวเรือน', 'หนอง');
    const resumed = await officer.says('เพิ่มครัวเรือน');
    expect(resumed).toContain('การรับครัวเรือนเข้าร่วม นายสมชาย ใจดี · ศจก.บ้านหนอง');
    expect(resumed).toContain('สัญญาที่ 1 มียอดหนี้คงเหลือเท่าไร');
  });

  test('refuses a name of three hundred characters and keeps the question', async () => {
    await officer.says('ยินยอม');
    expect(await officer.says('ก'.repeat(300))).toContain('หัวหน้าครัวเรือนชื่ออะไร');
  });
});

test('a household joins in English', async () => {
  const english = chat(debtOffice([nong]), officerOf('นาดี'), 'en');
  expect(await english.says('debt')).toContain('Households 0/5');
  await english.says('add household', 'accept', 'Somchai Jaidee', '12/3', '4', 'skip');
  await english.says('กทบ.', '20k', '6', 'on time');
  expect(await english.says('done')).toContain('1 contract, 20,000 baht');
  expect(await english.says('confirm')).toContain('It joined as household number 1');
});
