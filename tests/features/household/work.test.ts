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
  await officer.says('หนี้ครัวเรือน', 'หนอง', 'เพิ่มครัวเรือน', 'ยินยอม', 'นายสมชาย ใจดี', '12/3', '4', 'ข้าม');
  await officer.says(
    'กลุ่มออมทรัพย์',
    '25000',
    '12',
    'เกินกำหนด',
    'กทบ.',
    '20000',
    '6',
    'ไม่เกิน',
    'ครบแล้ว',
    'ยืนยัน',
  );
  // The plan is asked next; it waits for its button.
  await officer.says('หนี้ครัวเรือน หนอง', '1');
});

/** Together with whom, who is responsible, and by when. */
const suggested = Array.from({ length: 3 }, () => 'ใช้คำแนะนำ');
const plan = ['ทำแผน', 'ลดหนี้', '1,3', 'ปลูกผัก', ...suggested, 'ยืนยัน'];
const stepFour = ['บันทึกขั้นตอน', '4', 'ทำพร้อมกันในวันประชุม', 'วันนี้', 'ข้าม', 'ข้าม', 'ข้าม', 'ยืนยัน'];
const methods = ['1,3', '2', 'กลุ่มออมทรัพย์', '12', '6', 'ยืนยัน'];
const workOf = () => office.of(nong)[0]?.work[2565];

describe('the work with a household', () => {
  test('asks the plan before step 4 and shows it beside the later steps', async () => {
    await officer.says('บันทึกขั้นตอน');
    expect(await officer.says('4')).toContain('ก่อนขั้น 4');
    await officer.says('หนี้ครัวเรือน', 'หนอง', '1');
    expect(await officer.says(...plan, 'ดูทั้งหมด')).toContain('ลดหนี้ · รวมหนี้, ลดอัตราดอกเบี้ย · อาชีพ: ปลูกผัก');
    expect(workOf()?.plan).toMatchObject({
      ...{ aim: 'reduce', methods: ['consolidation', 'lowerInterest'] },
      ...{ together: 'ทีมคู่หู คู่คิด', by: '2022-09-30' },
    });
    await officer.says('บันทึกขั้นตอน', '4', 'ทำพร้อมกัน');
    expect(await officer.says('วันนี้', 'ย้อนกลับ')).toContain('แผน: ลดหนี้');
  });

  test('shows the gap of a jump, asks its reason and refuses days to come or before joining', async () => {
    await officer.says(...plan, 'บันทึกขั้นตอน');
    expect(await officer.says('4')).toContain('ข้ามขั้น 1, 2, 3');
    await officer.says('ทำพร้อมกัน');
    expect(await officer.says('31 ธ.ค. 2565')).toContain('ทำเมื่อวันที่เท่าไร');
    expect(await officer.says('1 ม.ค. 2565')).toContain('ต้องไม่ก่อนวันเข้าร่วม');
    expect(await officer.says('วันนี้')).toContain('ขั้น 4 บริหารจัดการหนี้ · 1 ส.ค. 2565');
    await officer.says('ร่วมกับ ทีมคู่หู คู่คิด');
    await officer.sendsPhoto('photo1');
    await officer.says('ยืนยัน');
    expect(workOf()?.steps).toMatchObject([
      { step: 4, turn: 'jump', reason: 'ทำพร้อมกัน', together: 'ทีมคู่หู คู่คิด', photos: ['photo1'] },
    ]);
  });

  test('takes its next step today with the company of the last one by one yes, and what is told besides', async () => {
    await officer.says('บันทึกขั้นตอน', 'ยืนยัน', 'บันทึกขั้นตอน', 'ร่วมกับ ผู้ใหญ่บ้าน', 'ยืนยัน');
    const card = await officer.says('บันทึกขั้นตอน');
    expect(card).toContain('ขั้น 3 ประชุม/หารือ/เจรจา/หากองทุนรับผิดชอบภาระหนี้ · 1 ส.ค. 2565 · ร่วมกับ ผู้ใหญ่บ้าน');
    expect(await officer.says('ตกลงผ่อนเดือนละ 500 บาท')).toContain('ยังไม่ได้ใช้ข้อความนี้');
    for (const slip of ['ร่วมกับ 5', 'ร่วมกับ ส่ง', 'หมายเหตุ 25000', 'หมายเหตุ เมนู'])
      expect(await officer.says(slip), slip).toContain('ยังไม่ได้ใช้ข้อความนี้');
    expect(await officer.says('ขั้น 3, วันนี้, ร่วมกับ อบต. หมายเหตุ นัดที่วัด')).toContain(
      '1 ส.ค. 2565 · ร่วมกับ อบต. · นัดที่วัด',
    );
    await officer.says('หมายเหตุ ตกลงผ่อนเดือนละ 500 บาท', 'ร่วมกับ ทีมคู่หู คู่คิด');
    await officer.sendsPhoto('photo1');
    await officer.sendsPhoto('photo2');
    expect(await officer.says('หมายเหตุ: นัดที่ศาลา')).toContain('นัดที่ศาลา · รูป 2 ภาพ');
    await officer.says('ย้อนกลับ', 'ย้อนกลับ', 'ยืนยัน');
    expect(workOf()?.steps).toMatchObject([
      { step: 1, on: '2022-08-01', photos: [] },
      {
        step: 2,
        on: '2022-08-01',
        together: 'ผู้ใหญ่บ้าน',
        classes: ['severalSources', 'severalContracts', 'overdue'],
      },
      { step: 3, together: 'ทีมคู่หู คู่คิด', note: 'ตกลงผ่อนเดือนละ 500 บาท', photos: ['photo1', 'photo2'] },
    ]);
  });

  test('takes no step or message about households for the reason of a jump', async () => {
    await officer.says(...plan, 'บันทึกขั้นตอน', '4');
    for (const other of ['ร่วมกับ อบต.', '1-5 ขั้น 4, 7 ขั้น 5'])
      expect(await officer.says(other), other).toContain('ไม่ใช่เหตุผล');
    await officer.says('ทำพร้อมกัน', 'ยืนยัน');
    await officer.says('หนี้ครัวเรือน หนอง', '1 ขั้น 6', 'ยืนยัน');
    expect(await officer.says('1-5 ขั้น 4, 7 ขั้น 5')).toContain('ไม่ใช่เหตุผล');
    await officer.says('ลงพื้นที่ครั้งเดียว');
    expect(workOf()?.steps.map(({ reason }) => reason)).toEqual(['ทำพร้อมกัน', 'ลงพื้นที่ครั้งเดียว']);
  });

  test('offers to change the day of joining for a step before it', async () => {
    await officer.says('บันทึกขั้นตอน', '1', 'ไม่ใช่');
    const asked = await officer.says('20 พ.ค.');
    expect(asked).toContain('ต้องไม่ก่อนวันเข้าร่วม (1 ส.ค. 2565)');
    expect(asked).toContain('หากครัวเรือนเข้าร่วมตั้งแต่ 20 พ.ค. 2565');
    expect(officer.buttons()).toContain('เปลี่ยนวันเข้าร่วม');
    expect(await officer.says('เปลี่ยนวันเข้าร่วม')).toContain('วันเข้าร่วมจะเปลี่ยนเป็น 20 พ.ค. 2565');
    await officer.says('ยืนยัน');
    expect(workOf()).toMatchObject({ joinedOn: '2022-05-20', steps: [{ step: 1, on: '2022-05-20' }] });
  });

  test('keeps the day of joining where another day of the step is told instead', async () => {
    await officer.says('บันทึกขั้นตอน', '1', 'ไม่ใช่', '20 พ.ค.');
    expect(await officer.says('วันนี้')).not.toContain('วันเข้าร่วมจะเปลี่ยน');
    await officer.says('ยืนยัน');
    expect(workOf()).toMatchObject({ joinedOn: '2022-08-01', steps: [{ on: '2022-08-01' }] });
  });

  test('keeps the company and the note of a message whose day is asked about or refused', async () => {
    await officer.says('บันทึกขั้นตอน');
    const asked = await officer.says('ขั้น 1, 31 ก.ค., ร่วมกับ ผู้ใหญ่บ้าน, หมายเหตุ ประชุมที่ศาลา');
    expect(asked).toContain('รับแล้ว: ผู้ใหญ่บ้าน');
    expect(asked).toContain('รับแล้ว: ประชุมที่ศาลา');
    expect(asked).toContain('หากครัวเรือนเข้าร่วมตั้งแต่ 31 ก.ค. 2565');
    expect(await officer.says('วันนี้')).toContain('1 ส.ค. 2565 · ร่วมกับ ผู้ใหญ่บ้าน · ประชุมที่ศาลา');
    const refused = await officer.says('ขั้น 3, พรุ่งนี้, ร่วมกับ อบต.');
    expect(refused).toContain('แก้แล้ว: ขั้น 3');
    expect(refused).toContain('ต้องเป็นวันนี้หรือวันที่ผ่านมาแล้ว');
    await officer.says('วันนี้', 'นัดพร้อมกัน', 'ยืนยัน');
    expect(workOf()?.steps).toMatchObject([
      { step: 3, on: '2022-08-01', together: 'อบต.', note: 'ประชุมที่ศาลา' },
    ]);
  });

  test('changes the day of joining by one message that tells the rest of the step too', async () => {
    await officer.says('บันทึกขั้นตอน', 'ขั้น 1, 25 ก.ค., ร่วมกับ อบต., หมายเหตุ นัดที่วัด', 'เปลี่ยนวันเข้าร่วม', 'ยืนยัน');
    expect(workOf()).toMatchObject({
      joinedOn: '2022-07-25',
      steps: [{ step: 1, on: '2022-07-25', together: 'อบต.', note: 'นัดที่วัด' }],
    });
  });

  test('says what it did not take of a message where several things are refused', async () => {
    await officer.says('บันทึกขั้นตอน');
    const refused = await officer.says('ขั้น 4, พรุ่งนี้, ร่วมกับ อบต.');
    expect(refused).toContain('ยังไม่ชัดเจน จึงยังไม่ได้บันทึก: “พรุ่งนี้”');
    expect(refused).toContain('รับแล้ว: อบต.');
  });

  test('takes no step, joining or leaving before the programme year', async () => {
    await officer.says('บันทึกขั้นตอน', '1', 'ไม่ใช่');
    expect(await officer.says('30 ก.ย. 64')).toContain('ต้องเป็นวันที่ 1 ต.ค. 2564 เป็นต้นไป');
    await officer.says('หนี้ครัวเรือน หนอง', '1', 'แก้ข้อมูล', 'วันที่เข้าร่วม');
    expect(await officer.says('31/3/32')).toContain('ต้องเป็นวันนี้หรือวันที่ผ่านมาแล้ว');
    expect(await officer.says('30 ก.ย. 64')).toContain('ต้องเป็นวันที่ 1 ต.ค. 2564 เป็นต้นไป');
    expect(await officer.says('1 ต.ค. 64', 'ยืนยัน', 'ดูทั้งหมด')).toContain('1 ต.ค. 2564');
  });

  test('plans for a day ahead, the coming one where no year is said', async () => {
    await officer.says('ทำแผน', 'ลดหนี้', '1,3', 'ปลูกผัก', 'ข้าม', 'ใช้คำแนะนำ');
    expect(await officer.says('31 ก.ค. 65')).toContain('ต้องเป็นวันนี้หรือวันหลังจากนี้ เช่น 31 ส.ค. 2565');
    expect(await officer.says('30 ก.ย. 85')).toContain('ต้องไม่เกินวันที่ 1 ส.ค. 2575');
    expect(await officer.says('31/3/32')).toContain('หมายถึง 31 มี.ค. 2575 ใช่ไหม');
    expect(await officer.says('31 กรกฎาคม')).toContain('รับแล้ว: 31 ก.ค. 2566');
  });

  test('asks the methods at step 4, and checks what each changed', async () => {
    expect(await officer.says(...plan, ...stepFour)).toContain('ใช้วิธีใดบ้าง');
    expect(await officer.says('1,3', '3')).toContain('ครัวเรือนมี 2 สัญญา');
    await officer.says('2', 'กลุ่มออมทรัพย์', '12');
    expect(await officer.says('13')).toContain('ดอกเบี้ยใหม่ต้องต่ำกว่าเดิม');
    await officer.says('6', 'ยืนยัน');
    expect(workOf()?.methods).toEqual([
      { kind: 'consolidation', joined: 2, fund: 'กลุ่มออมทรัพย์' },
      { kind: 'lowerInterest', fromBasisPoints: 1200, toBasisPoints: 600 },
    ]);
  });

  test('holds a new interest to the law, and a lender outside apart from the funds', async () => {
    await officer.says(...plan, ...stepFour, '3,6,7');
    expect(await officer.says('24', '18')).toContain('ดอกเบี้ยที่ตกลงใหม่ต้องไม่เกินร้อยละ 15');
    expect(await officer.says('15', 'ข้าม')).toContain('เจ้าหนี้เดิมเป็นใคร');
    await officer.says('กองทุนในชุมชน');
    expect(await officer.says('ธ.ก.ส.')).toContain('ข้อนี้ต้องเป็นกองทุนหรือกลุ่ม');
    await officer.says('ย้อนกลับ', 'เจ้าหนี้ภายนอก');
    expect(await officer.says('กลุ่มออมทรัพย์')).toContain('ไม่ใช่เจ้าหนี้ภายนอก');
    expect(await officer.says('นายทุน')).toContain('เข้ากองทุนเท่าไร');
    expect(await officer.says('20,000')).toContain('สัญญาใหม่อยู่กับกองทุนใด');
    expect(await officer.says('SCB')).toContain('ข้อนี้ต้องเป็นกองทุนหรือกลุ่ม');
    await officer.says('กทบ.', 'ข้าม', 'ยืนยัน');
    expect(workOf()?.methods).toEqual([
      { kind: 'lowerInterest', fromBasisPoints: 2400, toBasisPoints: 1500 },
      { kind: 'waiver' },
      {
        kind: 'refinance',
        from: { kind: 'outside', name: 'นายทุน' },
        movedInSatang: 2_000_000,
        toFund: 'กทบ.',
      },
    ]);
    // 45,000 baht at joining and 20,000 moved in: 64,000 is less than before, and no growth.
    await officer.says('บันทึกผล', '64000', 'ชำระหมดแล้ว');
    const review = await officer.says('ครบแล้ว');
    expect(review).toContain('หนี้ลดลง: 1,000 บาท');
    expect(review).toContain('ย้ายเข้ากองทุน (ไม่นับเป็นหนี้เพิ่ม): 20,000 บาท');
  });

  test('asks what is left of an informal debt, whose closing is restructured and never cleared', async () => {
    await officer.says('หนี้ครัวเรือน หนอง', 'เพิ่มครัวเรือน', 'ยินยอม', 'นางมาลี ศรีสุข', '9', '3', 'ข้าม');
    await officer.says('นายทุน', 'ใช่', '20000', 'ครบแล้ว', 'ยืนยัน', 'หนี้ครัวเรือน หนอง', '2', ...plan);
    await officer.says('หนี้ครัวเรือน หนอง', '2-2 ขั้น 4', 'ยืนยัน', 'ทำพร้อมกัน', '2', 'บันทึกผล');
    expect(await officer.says('ครบแล้ว')).toContain('มีหนี้นอกระบบ นายทุน 20,000 บาท ตอนนี้เหลือเท่าไร');
    const review = await officer.says('0');
    expect(review).toContain('หนี้นอกระบบ (แยกจากกองทุน): 20,000 → 0 บาท');
    expect(await officer.says('ยืนยัน')).toContain('บันทึกผลแล้ว: ปรับโครงสร้างหนี้');
    expect(office.of(nong)[1]?.work[2565]?.result).toMatchObject({
      ...{ after: [], informalLeft: [{ no: 1, lender: 'นายทุน', satang: 0 }] },
    });
  });

  test('takes no result before step 4, and says the computed one back before it is kept', async () => {
    expect(await officer.says('บันทึกผล')).toContain('หลังทำขั้น 4');
    await officer.says(...plan, ...stepFour, ...methods, 'บันทึกผล');
    // A fund and a rate, as they were asked for before, are no amounts.
    expect(await officer.says('กลุ่มออมทรัพย์', '30000', '6')).toContain('เหลือเพียง 6 บาทใช่ไหม');
    const review = await officer.says('ไม่ใช่', 'ชำระหมดแล้ว', 'ครบแล้ว');
    expect(review).toContain('ลดหนี้, ปรับโครงสร้างหนี้');
    expect(review).toContain('45,000 → 30,000 บาท');
    expect(workOf()?.result).toBeUndefined();
    expect(await officer.says('ยืนยัน')).toContain('หนี้ลดลง 15,000 บาท');
    expect(await officer.says('ทุกครัวเรือน')).toContain('1. นายสมชาย ใจดี ○○○●○○');
  });

  test('asks why a debt grew, and why nothing is left although a new contract was made', async () => {
    await officer.says(...plan, ...stepFour, ...methods, 'บันทึกผล');
    expect(await officer.says('ครบแล้ว')).toContain('ยังไม่ทราบยอดของสัญญานี้');
    await officer.says('ชำระหมดแล้ว', 'ชำระหมดแล้ว');
    expect(await officer.says('ครบแล้ว')).toContain('แต่ไม่เหลือหนี้แล้ว กรุณาระบุเหตุผล');
    await officer.says('ยกเลิก');
    await officer.taps('ลบร่าง');
    await officer.says('หนี้ครัวเรือน', 'หนอง', '1', 'บันทึกผล', '60000', 'ชำระหมดแล้ว');
    expect(await officer.says('ครบแล้ว')).toContain('ยอดหนี้เพิ่มขึ้น');
    expect(await officer.says('กู้เพิ่มเพื่อลงทุน')).toContain('หนี้เพิ่มขึ้น 15,000 บาท');
    await officer.says('ยืนยัน');
    expect(workOf()?.result).toMatchObject({ reason: 'กู้เพิ่มเพื่อลงทุน' });
  });

  test('has the missing methods told before a result where step 4 came in a message about several', async () => {
    await officer.says(...plan, 'หนี้ครัวเรือน', 'หนอง', '1-1 ขั้น 4', 'ยืนยัน');
    expect(await officer.says('ทำพร้อมกัน')).toContain('ยังไม่บันทึกวิธี · ยังไม่มีผล');
    expect(await officer.says('1')).toContain('ยังไม่บันทึกวิธี · ยังไม่มีผล');
    const asked = await officer.says('บันทึกผล');
    expect(asked).toContain('ยังไม่ได้บันทึกวิธีการปรับโครงสร้างหนี้');
    expect(asked).toContain('สัญญาที่ 1');
    expect(officer.buttons()).toContain('วิธีจัดการหนี้');
    expect(await officer.taps('วิธีจัดการหนี้')).toContain('ใช้วิธีใดบ้าง');
    expect(await officer.says(...methods)).not.toContain('ยังไม่บันทึกวิธี');
    expect(await officer.says('บันทึกผล')).not.toContain('ยังไม่ได้บอกวิธี');
  });

  test('gives no reason for a step that follows on those done before a step back', async () => {
    await officer.says(
      ...plan,
      'หนี้ครัวเรือน',
      'หนอง',
      '1-1 ขั้น 1',
      'ยืนยัน',
      '1-1 ขั้น 2',
      'ยืนยัน',
      '1-1 ขั้น 3',
      'ยืนยัน',
    );
    await officer.says('1-1 ขั้น 1', 'ยืนยัน', 'สำรวจใหม่', '1', 'บันทึกขั้นตอน');
    expect(await officer.says('4')).not.toContain('เพราะอะไร');
    await officer.says('หนี้ครัวเรือน หนอง', '1-1 ขั้น 4', 'ยืนยัน');
    expect(workOf()?.steps.map(({ step, turn }) => [step, turn])).toEqual([
      [1, 'next'],
      [2, 'next'],
      [3, 'next'],
      [1, 'back'],
      [4, 'next'],
    ]);
  });

  test('takes a result back with a reason', async () => {
    await officer.says(...plan, ...stepFour, ...methods, 'บันทึกผล', '20000', 'เท่าเดิม', 'ครบแล้ว', 'ยืนยัน');
    expect(await officer.says('ถอนผล')).toContain('กรุณาระบุเหตุผล');
    expect(await officer.says('2')).toContain('ยังไม่ได้ใช้ “2”');
    expect(await officer.says('ใส่ยอดผิด')).toContain('ถอนผลของครัวเรือนที่ 1 นายสมชาย ใจดี เพราะ “ใส่ยอดผิด” ใช่ไหม');
    expect(workOf()?.result).toBeDefined();
    expect(await officer.says('ไม่ใช่')).toContain('ยังไม่ได้ถอนผล');
    await officer.says('ถอนผล', 'ใส่ยอดผิด');
    expect(await officer.says('ใช่')).toContain('ถอนผลแล้ว');
    expect(workOf()?.withdrawn).toHaveLength(1);
  });

  test('is corrected one field at a time; of a field that somebody changed meanwhile both values are shown', async () => {
    await officer.says('แก้ข้อมูล', 'จำนวนสมาชิก', '5');
    const [household] = office.of(nong);
    if (!household) throw new Error('nobody joined');
    const changes = [{ field: 'members' as const, value: 7 }];
    await office.works('other', nong, household.id, { kind: 'change', based: household.rev, changes });
    expect(await officer.says('ยืนยัน')).toContain('ค่าปัจจุบัน: 7 คน ค่าของคุณ: 5 คน');
    expect(office.of(nong)[0]?.members).toBe(7);
    await officer.taps('ใช้ค่าของฉัน');
    expect(office.of(nong)[0]?.members).toBe(5);
  });

  test('has informal debts and lenders outside added, corrected and taken off after it joined', async () => {
    await officer.says('แก้ข้อมูล', 'หนี้นอกระบบ/ภายนอก', 'ป้าแดง', 'หนี้นอกระบบ', '20000');
    expect(await officer.says('ยืนยัน')).toContain('หนี้นอกระบบ (แยกจากกองทุน): ป้าแดง 20,000 บาท');
    await officer.says('แก้ข้อมูล', 'หนี้นอกระบบ', 'เพิ่มเจ้าหนี้', 'ธ.ก.ส.', 'ยืนยัน');
    const asked = await officer.says('แก้ข้อมูล', 'หนี้นอกระบบ', 'แก้เจ้าหนี้');
    expect(asked).toContain('1. ป้าแดง 20,000 บาท\n2. ธ.ก.ส.');
    expect(await officer.says('1', 'นายทุน', '15000', 'ยืนยัน')).toContain('นายทุน 15,000 บาท');
    expect(await officer.says('แก้ข้อมูล', 'หนี้นอกระบบ', 'เพิ่มเจ้าหนี้', 'ธกส')).toContain('จด ธ.ก.ส. ไว้แล้ว');
    await officer.says('ยกเลิก', 'ลบร่าง');
    await officer.says('หนี้ครัวเรือน หนอง', '1', 'แก้ข้อมูล', 'หนี้นอกระบบ', 'ตัดเจ้าหนี้', '2', 'ยืนยัน');
    expect(workOf()?.outside).toEqual([
      { no: 1, lender: 'นายทุน', informal: true, outstandingSatang: 1_500_000 },
    ]);
  });

  test('has a person that stood as a fund noted as an informal debt, under the same name', async () => {
    const [household] = office.of(nong);
    if (!household) throw new Error('nobody joined');
    const value = { fund: 'ป้าแดง', outstandingSatang: 500_000, rateBasisPoints: 0, overdue: false };
    const changes = [{ field: 'newContract' as const, value }];
    await office.works('before', nong, household.id, { kind: 'change', based: household.rev, changes });
    await officer.says('แก้ข้อมูล', 'แก้สัญญา', '3');
    expect(await officer.says('ป้าแดง')).toContain('“ป้าแดง” เป็นกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชน หรือเป็นบุคคล');
    expect(await officer.says('จดเป็นหนี้นอกระบบ', '5000', 'ยืนยัน')).toContain('2 สัญญา 45,000 บาท');
    expect(workOf()?.outside).toEqual([
      { no: 1, lender: 'ป้าแดง', informal: true, outstandingSatang: 500_000 },
    ]);
  });

  test('leaves a lender outside out of what is owed afterwards, and asks of a fund that no word names', async () => {
    await officer.says(...plan, ...stepFour, '1', '2');
    expect(await officer.says('ทุ่งพัฒนา')).toContain('เป็นกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชนใช่ไหม');
    expect(await officer.says('ทุ่งพัฒนา')).toContain('เป็นกองทุนหรือกลุ่มในหมู่บ้าน/ชุมชนใช่ไหม');
    await officer.says('เป็นกองทุนในหมู่บ้าน', 'ยืนยัน', 'บันทึกผล', 'ชำระหมดแล้ว', 'ชำระหมดแล้ว');
    await officer.says('เจ๊หมวย', 'เป็นเจ้าหนี้ภายนอก');
    await officer.says('ทุ่งพัฒนา 40000 6 ไม่เกิน', 'ยืนยัน', 'ครบแล้ว', 'ยืนยัน');
    expect(workOf()?.result?.after).toMatchObject([
      { fund: 'กลุ่มออมทรัพย์', outstandingSatang: 0 },
      { fund: 'กทบ.', outstandingSatang: 0 },
      { fund: 'ทุ่งพัฒนา', outstandingSatang: 4_000_000 },
    ]);
  });

  test('is classed as owing several sources where an informal lender is noted beside a fund', async () => {
    await officer.says('แก้ข้อมูล', 'ตัดสัญญา', '1', 'ยืนยัน', 'บันทึกขั้นตอน', '2', 'ไม่ใช่', 'ทำพร้อมกัน');
    expect(await officer.says('วันนี้')).not.toContain('คำแนะนำ: มีหนี้หลายแหล่ง');
    await officer.says('หนี้ครัวเรือน หนอง', '1', 'แก้ข้อมูล', 'หนี้นอกระบบ', 'นายทุน', '20000', 'ยืนยัน');
    expect(await officer.says('บันทึกขั้นตอน')).toContain('คำแนะนำ: มีหนี้หลายแหล่ง');
  });

  test('is closed with a reason, keeps its history and is taken up again', async () => {
    expect(await officer.says('ปิดครัวเรือน', 'เสียชีวิต', 'วันนี้', 'ข้าม', 'ยืนยัน')).toContain('ปิดครัวเรือนแล้ว');
    expect(office.of(nong)[0]?.closed).toMatchObject({ why: 'died' });
    expect(await officer.taps('เปิดใหม่')).toContain('กรุณาระบุเหตุผล');
    expect(await officer.says('พิมพ์ผิดครัวเรือน')).toContain('เปิดครัวเรือนใหม่แล้ว');
    expect(office.of(nong)[0]?.closed).toBeUndefined();
  });

  test('goes to another center with its history and gets a number there', async () => {
    await officer.says('ย้ายศูนย์', '1');
    expect(office.of(nong)).toHaveLength(1);
    expect(await officer.says('ใช่')).toContain('ย้ายไป ศจก.บ้านโคก พร้อมประวัติแล้ว หมายเลขใหม่ 1');
    expect(office.of(nong)).toEqual([]);
    expect(office.of(khok)[0]?.history.map(({ did }) => did)).toEqual(['joined', 'moved']);
  });

  test('has steps 1 and 2 logged once for the whole center', async () => {
    await officer.says('ทุกครัวเรือน', 'ขั้น 1 ทั้งศูนย์', 'วันนี้', 'ข้าม', 'ข้าม', 'ข้าม');
    expect(await officer.says('ยืนยัน')).toContain('1. นายสมชาย ใจดี ●○○○○○');
  });
});
