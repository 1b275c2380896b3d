import { beforeEach, describe, expect, test } from 'vitest';
import { type Chat, chat } from '../../support/chat.ts';
import { type DebtOffice, debtOffice } from '../../support/debtOffice.ts';
import { centerNamed, chairOf, inProvince, nation, officerOf, personAs } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const heads = ['สมชาย', 'มาลี', 'ประเสริฐ', 'วันดี', 'กมล'];

let office: DebtOffice;
let officer: Chat;
beforeEach(async () => {
  office = debtOffice([nong, rai]);
  officer = chat(office, officerOf('นาดี'));
  await officer.says('หนี้ครัวเรือน');
  for (const [place, head] of heads.entries()) {
    await officer.says('เพิ่มครัวเรือน', 'ยินยอม', head, `${place + 1}`, '4', 'ข้าม');
    await officer.says('กทบ.', `${(place + 2) * 10_000}`, '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน');
  }
  await officer.says('หนี้ครัวเรือน');
});

const stepsOf = (no: number) =>
  office
    .of(nong)
    .find(({ place }) => place.no === no)
    ?.work[2565]?.steps.map(({ step }) => step);

describe('several households in one message', () => {
  test('are shown as they were understood, and the good lines are kept on a yes', async () => {
    const preview = await officer.says('1-4 ขั้น 1, 5 ไม่พบ');
    expect(preview).toContain('อ่านได้ 5 ครัวเรือน');
    expect(preview).toContain('1. สมชาย · ขั้น 1');
    expect(preview).toContain('4 ครัวเรือนระบุเหมือนกัน (1, 2, 3, 4: ขั้น 1)');
    expect(stepsOf(1)).toEqual([]);
    await officer.says('ยืนยัน');
    expect([1, 2, 3, 4].map(stepsOf)).toEqual([[1], [1], [1], [1]]);
    expect(office.of(nong)[4]?.history.at(-1)).toMatchObject({ did: 'notFound' });
    expect(office.of(nong)[0]?.work[2565]?.steps[0]).toMatchObject({ sameFor: 4 });
  });

  test('are told of all at once with the step in front', async () => {
    expect(await officer.says('ขั้น 1 ทุกครัวเรือน')).toContain('อ่านได้ 5 ครัวเรือน');
  });

  test('are answered with the reason of a new line that cannot be kept, and the preview stays', async () => {
    await officer.says('1 ขั้น 1');
    const again = await officer.says('1 ขั้น 9');
    expect(again).toContain('“1 ขั้น 9”');
    expect(again).not.toContain('ใช่ หรือ');
    expect(again).toContain('1. สมชาย · ขั้น 1');
    expect(await officer.says('8 ขั้น 1')).toContain('ไม่มีครัวเรือนหมายเลข 8');
    await officer.says('ยืนยัน');
    expect(stepsOf(1)).toEqual([1]);
  });

  test('take the place of those that were shown where they can be kept', async () => {
    await officer.says('1 ขั้น 1');
    expect(await officer.says('2 ขั้น 4')).toContain('ต้องมีแผนก่อน');
    const jump = await officer.says('2 ขั้น 3');
    expect(jump).toContain('ครัวเรือนที่ 2 ข้ามขั้น');
    expect(jump).not.toContain('สมชาย');
  });

  test('say in one line for each household what was kept of it, and lead on to what comes next', async () => {
    await officer.says('1-2 ขั้น 1, 1-2 ขั้น 2');
    const kept = await officer.says('ยืนยัน');
    for (const no of [1, 2]) expect(kept).toContain(`ครัวเรือนที่ ${no} บันทึกแล้ว: ขั้น 1, ขั้น 2`);
    expect(kept.match(/บันทึกแล้ว/g)).toHaveLength(2);
    expect(await officer.taps('แผน ครัวเรือนที่ 1')).toContain('แผนของครัวเรือนที่ 1 สมชาย');
  });

  test('are asked about one by one where unclear, and a bad line never touches a good one', async () => {
    const preview = await officer.says('1 ขั้น 1, 9 ขั้น 2, 2 อะไรนะ, 3 ขั้น 3');
    expect(preview).toContain('ไม่มีครัวเรือนหมายเลข 9');
    expect(preview).toContain('ครัวเรือนที่ 3 ข้ามขั้น');
    const asked = await officer.says('ยืนยัน');
    expect(stepsOf(1)).toEqual([1]);
    expect(asked).toContain('กรุณาระบุเหตุผล');
    expect(await officer.says('ทำในวันเดียวกัน')).toContain('“9 ขั้น 2” ไม่มี');
    expect(office.of(nong)[2]?.work[2565]?.steps).toMatchObject([
      { step: 3, turn: 'jump', reason: 'ทำในวันเดียวกัน' },
    ]);
    expect(await officer.taps('ไม่บันทึก')).toContain('“2 อะไรนะ” ยังไม่เข้าใจ');
    expect(await officer.says('2 ขั้น 1')).toContain('อ่านได้ 1 ครัวเรือน');
    expect(stepsOf(2)).toEqual([]);
    expect(await officer.says('ยืนยัน')).toContain('ครัวเรือน 5/5');
    expect(stepsOf(2)).toEqual([1]);
  });

  test('take a day and a company, and several steps of one household in order', async () => {
    office = debtOffice([nong, rai]);
    officer = chat(office, officerOf('นาดี'));
    await officer.says('หนี้ครัวเรือน', 'เพิ่มครัวเรือน', 'ยินยอม', 'สมชาย', '1', '4', 'ข้าม');
    await officer.says('กทบ.', '20000', '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน', 'หนี้ครัวเรือน');
    const preview = await officer.says('1-1 ขั้น 1 ร่วมกับ ผู้ใหญ่บ้าน\n1-1 ขั้น 2 วันนี้\n1-1 ขั้น 3 วันที่ 45 ก.ค.');
    expect(preview).toContain('ขั้น 1 · ร่วมกับ ผู้ใหญ่บ้าน');
    expect(preview).toContain('ขั้น 2 · 1 ส.ค. 2565');
    expect(await officer.says('ยืนยัน')).toContain('ไม่มีวันที่นี้ เดือนกรกฎาคมมี 31 วัน');
    await officer.says('1-1 ขั้น 3 วันที่ 1 ส.ค. ร่วมกับ กำนัน', 'ยืนยัน');
    expect(office.of(nong)[0]?.work[2565]?.steps).toMatchObject([
      { step: 1, turn: 'next', on: '2022-08-01', together: 'ผู้ใหญ่บ้าน' },
      { step: 2, turn: 'next', on: '2022-08-01' },
      { step: 3, turn: 'next', on: '2022-08-01', together: 'กำนัน' },
    ]);
  });

  test('keep a line typed anew at once only when it is one step of the household that was asked about', async () => {
    expect(await officer.says('1 ขั้น 2, 1 ขั้น 1, 2-3 ขั้น 4', 'ยืนยัน')).toContain(
      '“1 ขั้น 2, 1 ขั้น 1” ระบุครัวเรือนที่ 1 ไว้สองแบบ',
    );
    expect(await officer.says('ขั้น 1')).toContain('“2-3 ขั้น 4” ครัวเรือนที่ 2, 3 ต้องมีแผน');
    expect(stepsOf(1)).toEqual([1]);
    await officer.says('ข้าม', '1 ขั้น 3, 1 ขั้น 2', 'ยืนยัน');
    expect(await officer.says('ขั้น 3')).toContain('กรุณาระบุเหตุผล');
    await officer.says('ทำพร้อมกัน');
    expect(stepsOf(1)).toEqual([1, 3]);
  });

  test.each([
    ['4 ขั้น 1', ['4. วันดี · ขั้น 1', '“1, 2 ขั้น 4” ครัวเรือนที่ 1, 2 ต้องมีแผนก่อนขั้น 4']],
    ['1 ไม่พบ', ['1. สมชาย · ไม่พบ', '“2 ขั้น 4” ครัวเรือนที่ 2 ต้องมีแผนก่อนขั้น 4']],
    ['1 ขั้น 1, 4 ขั้น 1', ['1. สมชาย · ขั้น 1', '4. วันดี · ขั้น 1', '“2 ขั้น 4” ครัวเรือนที่ 2']],
    ['1 ขั้น 1, 4 อะไรนะ', ['1. สมชาย · ขั้น 1', '“4 อะไรนะ” ยังไม่เข้าใจ', '“2 ขั้น 4” ครัวเรือนที่ 2']],
  ])('are shown with the lines that wait when “%s” is typed instead of a line', async (typed, shown) => {
    await officer.says('1-2 ขั้น 4, 5 ขั้น 1', 'ยืนยัน');
    const before = office.of(nong);
    const preview = await officer.says(typed);
    for (const words of shown) expect(preview).toContain(words);
    expect(preview).not.toContain('5. กมล');
    expect(office.of(nong)).toEqual(before);
    expect(await officer.says('ยืนยัน')).toContain('พิมพ์ใหม่');
    expect(office.of(nong)).not.toEqual(before);
  });

  test('take a bare state for all that were asked about together, and show it first', async () => {
    await officer.says('1-2 ขั้น 4, 5 ขั้น 1', 'ยืนยัน');
    const preview = await officer.says('เสียชีวิต');
    expect(preview).toContain('1. สมชาย · เสียชีวิต');
    expect(preview).toContain('2. มาลี · เสียชีวิต');
    expect(office.of(nong)[0]?.closed).toBeUndefined();
  });

  test('name the way out of the questions at the third miss, and a skip leaves only the one line out', async () => {
    await officer.says('9 ขั้น 1, 4 อะไร, 8 ขั้น 1, 4 ขั้น 1', 'ยืนยัน');
    expect(await officer.says('อะไร', 'อะไรหรือ')).not.toContain('ยกเลิก');
    const third = await officer.says('อะไรกันนะ');
    expect(third).toContain('“อะไรกัน');
    expect(third).toContain('พิมพ์ ยกเลิก เพื่อเลิกรายการที่เหลือ');
    expect(third).toContain('“9 ขั้น 1” ไม่มีครัวเรือนหมายเลข 9');
    expect(await officer.says('ข้าม')).toContain('“4 อะไร” ยังไม่เข้าใจ');
    expect(await officer.says('ยกเลิก')).not.toContain('“8 ขั้น 1”');
    expect(stepsOf(4)).toEqual([1]);
  });

  test('lose only the steps that want a reason when that is skipped', async () => {
    await officer.says('1 ขั้น 1, 3 ขั้น 3', 'ยืนยัน', 'ข้าม');
    expect([1, 3].map(stepsOf)).toEqual([[1], []]);
  });

  test('are not kept on a no', async () => {
    await officer.says('1-4 ขั้น 1');
    expect(await officer.says('ไม่')).toContain('ยังไม่ได้บันทึก');
    expect(stepsOf(1)).toEqual([]);
  });

  test.each(['ครัวเรือน 3', 'ครัวเรือนที่ 3', 'หนี้ครัวเรือน ๓', '3'])('or one by its number: %s', async (text) => {
    expect(await officer.says(text)).toContain('ครัวเรือนที่ 3 · ประเสริฐ');
  });

  test('say so where there is no such number', async () => {
    expect(await officer.says('ครัวเรือน 9')).toContain('ไม่มีครัวเรือนหมายเลข 9');
  });

  test('may begin with a word that is also a command', async () => {
    expect(await officer.says('ครัวเรือนที่ 1-2 ขั้น 1')).toContain('อ่านได้ 2 ครัวเรือน');
  });

  test('are read in English', async () => {
    const english = chat(office, officerOf('นาดี'), 'en');
    await english.says('debt');
    expect(await english.says('1-2 step 1, 5 moved')).toContain('Households understood: 3');
    expect(await english.says('confirm')).toContain('Household 5 is saved: moved');
  });
});

describe('a round', () => {
  test('is shown before it is sent, asks once and gives a receipt', async () => {
    const preview = await officer.says('ส่งรอบ 1');
    expect(preview).toContain('เข้าร่วม: 5/5 ครัวเรือน');
    expect(preview).toContain('หนี้ก่อน: 200,000 บาท');
    expect(await officer.says('ใช่')).toContain('แตะหรือพิมพ์ ส่ง');
    expect(await officer.says('ส่ง')).toContain('ส่งรายงานครั้งที่ 1 ของ ศจก.บ้านหนอง ใช่ไหม');
    expect(office.reportsOf(nong)).toEqual([]);
    const receipt = await officer.says('ใช่');
    expect(receipt).toMatch(/เลขที่รับ FL65-[0-9A-Z]{8}-./);
    expect(office.reportsOf(nong)).toHaveLength(1);
    const number = /FL65-\S+/.exec(receipt)?.[0] ?? '';
    expect(await officer.says(number)).toContain('รายงานหนี้ครัวเรือน ครั้งที่ 1');
  });

  test('is not sent when somebody changed a figure after it was shown', async () => {
    await officer.says('ส่งรอบ 1', 'ส่ง');
    const [household] = office.of(nong);
    if (!household) throw new Error('nobody joined');
    const changes = [{ field: 'members' as const, value: 9 }];
    await office.works('other', nong, household.id, { kind: 'change', based: household.rev, changes });
    expect(await officer.says('ใช่')).toContain('ยังไม่ได้ส่ง กรุณาตรวจอีกครั้ง');
    await officer.says('ส่ง');
    expect(await officer.says('ใช่')).toContain('เลขที่รับ FL65-');
  });

  test('is not sent twice when nothing changed; a household that joins later makes a supplementary one', async () => {
    await officer.says('ส่งรอบ 1', 'ส่ง', 'ใช่', 'หนี้ครัวเรือน');
    expect(await officer.says('ส่งรอบ 1')).toContain('ยังตรงกับข้อมูลตอนนี้');
    await officer.says('เพิ่มครัวเรือน', 'ยินยอม', 'บุญมา', '99', '2', 'ข้าม');
    await officer.says('กทบ.', '15000', '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน');
    expect(await officer.says('ส่งรอบ 1', 'ส่ง', 'ใช่')).toContain('รายงานเพิ่มเติม ฉบับที่ 2');
  });

  test('2 waits for results', async () => {
    await officer.says('ส่งรอบ 1', 'ส่ง', 'ใช่', 'หนี้ครัวเรือน');
    expect(await officer.says('ส่งรอบ 2')).toContain('ครัวเรือนที่ 1, 2, 3, 4, 5 ยังไม่มีผล');
  });
});

describe('who sees households', () => {
  test('the chair sees those of the own center and changes nothing', async () => {
    const chair = chat(office, chairOf(nong));
    expect(await chair.says('หนี้ครัวเรือน')).toContain('1. สมชาย ○○○○○○');
    expect(chair.buttons()).not.toContain('เพิ่มครัวเรือน');
    expect(await chair.says('เพิ่มครัวเรือน')).toContain('พัฒนากร');
    expect(await chair.says('หนี้ครัวเรือน', '1 ขั้น 3')).toContain('พัฒนากร');
    expect(chair.intent()).toBeUndefined();
  });

  test('an officer of another district sees none', async () => {
    const other = chat(office, officerOf('กบินทร์บุรี'));
    expect(await other.says('หนี้ครัวเรือน หนอง')).not.toContain('สมชาย');
    expect(await other.says('หนี้ครัวเรือน')).toContain('ครัวเรือน 0/5');
  });

  test('the province reads names, the department is told to look at the counts', async () => {
    const province = chat(office, personAs({ role: 'province', scope: inProvince }));
    expect(await province.says('หนี้ครัวเรือน หนอง')).toContain('1. สมชาย');
    const department = chat(office, personAs({ role: 'department', scope: nation }));
    const words = await department.says('หนี้ครัวเรือน');
    expect(words).toContain('เฉพาะจำนวนครัวเรือน');
    expect(words).not.toContain('สมชาย');
  });
});
