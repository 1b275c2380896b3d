import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftId } from '../../../src/engine/ids.ts';
import { registryDuty } from '../../../src/features/registry/duty.ts';
import type { Intent } from '../../../src/kernel/intent.ts';
import type { Person } from '../../../src/kernel/person.ts';
import type { Center } from '../../../src/programme/center/center.ts';
import { withCorrection } from '../../../src/programme/center/correction.ts';
import { type Confirmer, markOfEntry } from '../../../src/programme/center/record.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { type Conversation, conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inDistrict,
  inProvince,
  officerOf,
  personAs,
  year,
} from '../../support/flowWorld.ts';

const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
let nong: Center;
beforeEach(() => {
  nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
});
const talk = (person: Person, confirmed: readonly Confirmer[] = []): Conversation =>
  conversation(() => ({ centers: [nong, khok], cases: [], confirmed }), person);

const unitOf = ({ id: center, province, district }: Center) =>
  ({ kind: 'center', province, district, center }) as const;
const headOf = (district: string): Person => personAs({ role: 'districtHead', scope: inDistrict(district) });

/** An officer who was asked for the value of a field of the first center. */
async function editing(field: string): Promise<Conversation> {
  const officer = talk(officerOf('นาดี'));
  await officer.command('registry', 'หนอง');
  await officer.taps('แก้ไข');
  await officer.taps(field);
  return officer;
}

function carriedOut(intent: Intent | undefined): Intent {
  if (intent?.kind === 'correctCenter') nong = withCorrection(nong, intent.correction);
  if (!intent) throw new Error('nothing was to be done');
  return intent;
}

describe('the card of a center', () => {
  test('shows every field, and what is not known as not known', async () => {
    const { committeeSize: _, ...without } = nong;
    nong = without;
    const words = await talk(officerOf('นาดี')).command('registry', 'หนอง');
    for (const line of [
      'ยืนยันแล้ว 0/3 · ทะเบียน ศจก.บ้านหนอง',
      'หมู่ที่ 1 บ้านตัวอย่าง ตำบลตัวอย่าง อำเภอนาดี จังหวัดปราจีนบุรี',
      'วันที่จัดตั้ง: 15 ก.พ. 2553',
      'ชื่อประธาน: สมหญิง ตัวอย่าง',
      'เบอร์โทรประธาน: 0810000101',
      'จำนวนกรรมการ: ไม่มีข้อมูล',
      'ฝ่ายของคณะกรรมการ: ฝ่ายบริหาร',
      'กองทุนสมาชิก: กลุ่มออมทรัพย์, กทบ.',
      'เป้าหมายครัวเรือน: 5 ครัวเรือน',
      'เป็นศูนย์ที่ใช้งบประมาณ: ไม่ใช่',
      `รหัสศูนย์ฯ: ${nong.id}`,
    ]) {
      expect(words.split('\n')).toContain(line);
    }
  });

  test('is chosen from a list where a district has several centers', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.command('registry')).toContain('1. ศจก.บ้านโคก · ม.1 ต.ตัวอย่าง อ.นาดี');
    expect(await officer.types('โคก')).toContain('ทะเบียน ศจก.บ้านโคก');
  });

  test('is not there for other districts, nor for the chair', async () => {
    const other = talk(officerOf('กบินทร์บุรี'));
    expect(await other.act('registry', 'edit', nong.id)).toBe(await other.act('registry', 'edit', 'C000000'));
    expect(other.last().audits).toBeUndefined();
    expect(await talk(chairOf(nong)).command('registry')).toContain('พัฒนากร พัฒนาการอำเภอ และเจ้าหน้าที่จังหวัด');
  });
});

describe('the yearly confirmation', () => {
  const both: readonly Confirmer[] = ['officer', 'districtHead'];

  test('shows who has given it, in the list and on the card', async () => {
    const head = talk(headOf('นาดี'), ['officer']);
    expect(await head.command('registry')).toContain('ม.1 ต.ตัวอย่าง อ.นาดี · ✓ พัฒนากร, รอพัฒนาการอำเภอ');
    const words = await head.types('หนอง');
    expect(words).toContain('พัฒนากร: ✓ 1 ส.ค. 2565');
    expect(words).toContain('พัฒนาการอำเภอ: ยังไม่ยืนยัน');
  });

  test.each([
    ['officer', officerOf('นาดี'), both, 'ขณะนี้รอจังหวัดยืนยัน'],
    ['district head', headOf('นาดี'), [], 'ขณะนี้รอพัฒนากรยืนยัน'],
    ['province', personAs({ role: 'province', scope: inProvince }), [], 'ขณะนี้รอพัฒนากรยืนยัน'],
    ['officer', officerOf('นาดี'), [...both, 'province'], 'ยืนยันครบทุกขั้นแล้ว'],
  ] as const)('is not asked of the %s whose turn it is not', async (_who, person, before, words) => {
    const staff = talk(person, before);
    expect(await staff.command('registry', 'หนอง')).toContain(words);
    await expect(staff.taps('ถูกต้อง')).rejects.toThrow('no button');
  });

  test.each([
    ['officer', [], officerOf('นาดี'), 'พัฒนากร'],
    ['districtHead', ['officer'], headOf('นาดี'), 'พัฒนาการอำเภอ'],
    ['province', both, personAs({ role: 'province', scope: inProvince }), 'นักวิชาการพัฒนาชุมชน'],
    ['province', both, personAs({ role: 'provinceHead', scope: inProvince }), 'นักวิชาการพัฒนาชุมชน'],
  ] as const)('is given as %s on the card, and said with the year', async (as, before, person, title) => {
    const staff = talk(person, before);
    await staff.command('registry', 'หนอง');
    await staff.taps('ถูกต้อง');
    const seen = markOfEntry(nong);
    expect(staff.last().intent).toEqual({ kind: 'confirmCenter', center: nong.id, year, as: [as], seen });
    const result = { kind: 'confirmed', year, as } as const;
    const words = await staff.isTold('registry', { of: 'confirmCenter', center: nong.id, year, result });
    expect(words).toContain(`ยืนยันทะเบียน ศจก.บ้านหนอง ปีงบประมาณ 2565 ในฐานะ${title}แล้ว`);
    expect(staff.last().audits).toMatchObject([{ did: 'confirmedRegistry', record: nong.id }]);
  });

  test('waits for the button: other words show the card again', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('registry', 'หนอง');
    expect(await officer.types('น่าจะถูก')).toContain('กรุณาแตะปุ่มบนการ์ด');
    expect(officer.last().intent).toBeUndefined();
  });

  test('is all that a district head may do: corrections are the officer’s', async () => {
    const head = talk(headOf('นาดี'), ['officer']);
    await head.command('registry', 'หนอง');
    await expect(head.taps('แก้ไข')).rejects.toThrow('no button');
    expect(await head.act('registry', 'edit', nong.id)).toContain('พัฒนากรของอำเภอ');
    expect(await head.act('registry', 'value', `${nong.id} committeeSize 3`)).toContain('พัฒนากรของอำเภอ');
    expect(head.last().intent).toBeUndefined();
  });
});

describe('all that a list shows', () => {
  const eight = Array.from({ length: 8 }, (_, n) => centerNamed(`ศจก.บ้านที่ ${n + 1}`, 'นาดี', { moo: n + 1 }));
  const talkOfEight = (confirmed: readonly Confirmer[] = []) =>
    conversation(() => ({ centers: eight, cases: [], confirmed }), officerOf('นาดี'));

  test('is confirmed with one button, each entry as it was shown', async () => {
    const officer = talkOfEight();
    const words = await officer.command('registry');
    expect(words).toContain('รอคุณยืนยัน 8/8 ศูนย์ฯ');
    await officer.taps('ถูกต้องทั้งหมด');
    expect(officer.last().intent).toEqual({
      kind: 'confirmCenters',
      year,
      entries: eight.map((center) => ({ center: center.id, as: ['officer'], seen: markOfEntry(center) })),
    });
    const results = eight.map(({ id: center }) => ({
      center,
      result: { kind: 'confirmed', year, as: 'officer' } as const,
    }));
    const done = await talkOfEight(['officer']).isTold('registry', { of: 'confirmCenters', year, results });
    expect(done).toContain('ยืนยันทะเบียนแล้ว 8 ศูนย์ฯ ปีงบประมาณ 2565 ในฐานะพัฒนากร: ศจก.บ้านที่ 1');
    expect(done).toContain('ขั้นต่อไป: รอพัฒนาการอำเภอยืนยัน');
  });

  test('has an audit for each entry, and leads on', async () => {
    const officer = talkOfEight(['officer']);
    const results = eight.map(({ id: center }) => ({
      center,
      result: { kind: 'confirmed', year, as: 'officer' } as const,
    }));
    await officer.isTold('registry', { of: 'confirmCenters', year, results });
    expect(officer.last().audits).toEqual(
      eight.map(({ id }) => expect.objectContaining({ did: 'confirmedRegistry', record: id })),
    );
    expect(officer.last().reply?.options?.map(({ label }) => label)).toEqual([
      { key: 'commands:registry' },
      { key: 'commands:tasks' },
      { key: 'commands:menu' },
    ]);
  });

  test('has what would be confirmed in it, and first what is not known', async () => {
    const { founded: _, householdTarget: __, ...without } = nong;
    nong = without;
    const words = await talk(officerOf('นาดี')).command('registry');
    expect(words).toContain('รอพัฒนากรยืนยัน · ยังไม่มีข้อมูล: วันที่จัดตั้ง · เป้าหมายครัวเรือน ยังไม่ทราบ กรุณาเพิ่มวันที่จัดตั้ง');
    for (const fact of [
      'ชื่อประธาน สมหญิง ตัวอย่าง',
      'เบอร์โทรประธาน 0810000101',
      'จำนวนกรรมการ 15',
      'ฝ่ายของคณะกรรมการ ฝ่ายบริหาร',
      'กองทุนสมาชิก กลุ่มออมทรัพย์, กทบ.',
    ])
      expect(words).toContain(fact);
  });

  test('names what was changed since it was shown, which is not confirmed', async () => {
    const officer = talk(officerOf('นาดี'));
    const results = [
      { center: nong.id, result: { kind: 'changed', year } as const },
      { center: khok.id, result: { kind: 'confirmed', year, as: 'officer' } as const },
    ];
    const words = await officer.isTold('registry', { of: 'confirmCenters', year, results });
    expect(words).toContain('ยืนยันทะเบียนแล้ว 1 ศูนย์ฯ');
    expect(words).toContain('จึงยังไม่ได้บันทึกการยืนยัน กรุณาตรวจอีกครั้ง: ศจก.บ้านหนอง');
    expect(officer.last().audits).toMatchObject([{ record: khok.id }]);
  });

  test('is not offered where nothing waits for this person, nor taken of other districts', async () => {
    const officer = talk(officerOf('นาดี'), ['officer']);
    await officer.command('registry');
    await expect(officer.taps('ถูกต้องทั้งหมด')).rejects.toThrow('no button');
    const other = talk(officerOf('กบินทร์บุรี'));
    await other.act('registry', 'all', `${year} ${nong.id}.${markOfEntry(nong)}`);
    expect(other.last().intent).toBeUndefined();
  });

  test('leaves out an entry that is too long for a line: it is confirmed on its card', async () => {
    nong = { ...nong, divisions: Array.from({ length: 40 }, (_, n) => `ฝ่ายที่ตั้งชื่อไว้ยาว ${n}`) };
    const officer = talk(officerOf('นาดี'));
    expect(await officer.command('registry')).toContain('ข้อมูลยาว กรุณาแตะเพื่อดูและยืนยันบนการ์ดของศูนย์ฯ');
    await officer.taps('ถูกต้องทั้งหมด');
    expect(officer.last().intent).toMatchObject({ entries: [{ center: khok.id }] });
  });
});

describe('what is not correct', () => {
  const reason = 'เบอร์โทรประธานเปลี่ยนแล้ว';

  test('is said by the district head with a reason, of what was shown', async () => {
    const head = talk(headOf('นาดี'), ['officer']);
    await head.command('registry', 'หนอง');
    expect(await head.taps('ไม่ถูกต้อง')).toContain('กรุณาพิมพ์เหตุผล');
    // Figures and words of buttons are asked about.
    expect(head.last().person.open).toMatchObject({ data: { free: 'yes' } });
    await head.types(reason);
    const seen = markOfEntry(nong);
    const judged = { center: nong.id, year, as: ['districtHead'], reason, seen };
    expect(head.last().intent).toEqual({ kind: 'doubtCenter', ...judged });
    const result = { kind: 'doubted', year, as: 'districtHead' } as const;
    const outcome = { of: 'doubtCenter', center: nong.id, year, result } as const;
    expect(await head.isTold('registry', { ...outcome, told: 2 })).toContain('แจ้งพัฒนากรแล้ว 2 คน');
    expect(head.last().audits).toMatchObject([{ did: 'doubtedRegistry', record: nong.id }]);
    expect(await head.isTold('registry', { ...outcome, told: 0 })).toContain('ยังไม่มีพัฒนากรในระบบ');
  });

  test.each([
    ['officer', officerOf('นาดี'), ['officer']],
    ['district head before the officer', headOf('นาดี'), []],
  ] as const)('is not for the %s to say', async (_who, person, confirmed) => {
    const staff = talk(person, confirmed);
    await staff.command('registry', 'หนอง');
    await expect(staff.taps('ไม่ถูกต้อง')).rejects.toThrow('no button');
    await staff.act('registry', 'doubt', `${nong.id}@${year} ${markOfEntry(nong)}`);
    expect(staff.last().person.open).not.toMatchObject({ act: 'reason' });
  });

  test('is told to nobody once it is answered', async () => {
    const officer = talk(officerOf('นาดี'));
    const about = { kind: 'registryDoubted', center: nong.id, year, as: 'districtHead', by: 'ธนา' } as const;
    expect(await officer.hears(about)).toBe('');
  });
});

describe('a correction', () => {
  test.each([
    ['วันที่จัดตั้ง', '15 ม.ค. 2552', { field: 'founded', value: '2009-01-15' }, '15 ม.ค. 2552'],
    ['ชื่อประธาน', 'สมชาย ใจดี', { field: 'chairName', value: 'สมชาย ใจดี' }, 'สมชาย ใจดี'],
    ['เบอร์โทรประธาน', '๐๘๑-๒๓๔-๕๖๗๘ ครับ', { field: 'chairPhone', value: '0812345678' }, '0812345678'],
    ['จำนวนกรรมการ', 'สิบห้าคน', { field: 'committeeSize', value: 15 }, '15'],
    ['กองทุนสมาชิก', 'กทบ., กข.คจ.', { field: 'memberFunds', value: ['กทบ.', 'กข.คจ.'] }, 'กทบ., กข.คจ.'],
  ])('of %s is typed, noted and said back with the card', async (field, typed, correction, back) => {
    const officer = await editing(field);
    await officer.types(typed);
    const intent = carriedOut(officer.last().intent);
    expect(intent).toEqual({ kind: 'correctCenter', center: nong.id, year, correction });
    const fields = intent.kind === 'correctCenter' ? [intent.correction.field] : [];
    const result = { kind: 'corrected', fields } as const;
    const words = await officer.isTold('registry', { of: 'correctCenter', center: nong.id, year, result });
    expect(words).toContain(`แก้ไข${field}เป็น ${back} แล้ว`);
    expect(words).toContain(`${field}: ${back}`);
    expect(officer.last().audits).toMatchObject([{ did: 'correctedRegistry', record: nong.id }]);
  });

  test('shows the present value, and the field can be typed as a name or number', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('registry', 'หนอง');
    expect(await officer.taps('แก้ไข')).toMatch(/^ต้องการแก้ไขข้อมูลใด\n/);
    expect(await officer.types('4')).toContain('คำตอบเดิม: 15');
    await officer.command('registry', 'หนอง');
    await officer.taps('แก้ไข');
    expect(await officer.types('ชื่อประธาน')).toContain('คำตอบเดิม: สมหญิง ตัวอย่าง');
  });

  test('that cannot be read keeps the question, says why, and offers help at the third', async () => {
    const officer = await editing('จำนวนกรรมการ');
    expect(await officer.types('มาก')).toContain('อ่านเป็นตัวเลขไม่ได้');
    expect(await officer.types('1000')).toContain('มากเกินไป');
    expect(await officer.types('ครึ่งคน')).toContain('ช่วยเหลือ');
    await officer.types('7');
    expect(officer.last().intent).toMatchObject({ correction: { value: 7 } });
  });

  test('of names that has nothing but commas is refused', async () => {
    const officer = await editing('กองทุนสมาชิก');
    expect(await officer.types(' , ,')).toContain('กรุณาพิมพ์คำตอบเป็นข้อความ');
    expect(officer.last().intent).toBeUndefined();
  });

  test('with a date to come is refused', async () => {
    expect(await (await editing('วันที่จัดตั้ง')).types('2 ส.ค. 2565')).toContain('ต้องเป็นวันนี้หรือวันที่ผ่านมาแล้ว');
  });

  test('that can be read in two ways is asked about', async () => {
    const officer = await editing('วันที่จัดตั้ง');
    expect(await officer.types('9/8/22')).toContain('หมายถึง 9 ส.ค. 2522 ใช่ไหม');
    await officer.taps('9 ส.ค. 2522');
    expect(officer.last().intent).toMatchObject({ correction: { field: 'founded', value: '1979-08-09' } });
  });

  test('of the chair’s name needs the name of a person', async () => {
    const officer = await editing('ชื่อประธาน');
    expect(await officer.types('๑๒')).toContain('ข้อความนี้ยังไม่ใช่ชื่อบุคคล กรุณาพิมพ์ชื่อ เช่น สมชาย ใจดี');
    expect(officer.last().intent).toBeUndefined();
    await officer.types('สมชาย ใจดี');
    expect(officer.last().intent).toMatchObject({ correction: { value: 'สมชาย ใจดี' } });
  });

  test('with a date is picked from a calendar as well', async () => {
    const officer = await editing('วันที่จัดตั้ง');
    const [picker] = officer.last().reply?.options ?? [];
    expect(picker).toMatchObject({
      pick: 'date',
      flow: 'registry',
      act: 'value',
      value: `${nong.id}@${year} founded`,
    });
    await officer.act('registry', 'value', `${nong.id}@${year} founded 2009-01-15`);
    expect(officer.last().intent).toMatchObject({ correction: { field: 'founded', value: '2009-01-15' } });
  });

  test('is left with ยกเลิก: what is typed next changes nothing', async () => {
    const officer = await editing('ชื่อประธาน');
    expect(await officer.command('form', '', 'cancel')).toContain('ยกเลิกแล้ว');
    expect(officer.last().person.open).toEqual({ kind: 'nothing' });
    expect(officer.last().reply?.options).toMatchObject([
      { label: { key: 'commands:registry' } },
      { label: { key: 'commands:menu' } },
    ]);
  });

  test('goes back to the card, and from there to the list', async () => {
    const officer = await editing('วันที่จัดตั้ง');
    expect(await officer.command('form', '', 'back')).toContain('ทะเบียน ศจก.บ้านหนอง');
    expect(await officer.command('form', '', 'back')).toContain('1. ศจก.บ้านโคก');
    expect(await officer.command('form', '', 'back')).toContain('คำถามนี้ย้อนกลับไม่ได้');
  });

  test('cannot be passed over: the question is asked again', async () => {
    const words = await (await editing('จำนวนกรรมการ')).command('form', '', 'skip');
    expect(words).toContain('ข้อนี้ข้ามไม่ได้');
    expect(words).toContain('คำตอบเดิม: 15');
  });

  test('leaves a draft of another report as it is when it is cancelled', async () => {
    const officer = await editing('ชื่อประธาน');
    const { person } = officer.last();
    const withDraft = { ...person, lastDraft: 'd1' as DraftId };
    const after = conversation(() => ({ centers: [nong], cases: [] }), withDraft);
    expect(await after.command('form', '', 'cancel')).toContain('ยกเลิกแล้ว');
  });

  test('takes words that are commands elsewhere only after asking', async () => {
    expect((await editing('ชื่อประธาน')).last().person.open).toMatchObject({ data: { free: 'yes' } });
    expect((await editing('จำนวนกรรมการ')).last().person.open).not.toMatchObject({ data: { free: 'yes' } });
  });
});

describe('an older year that is still open', () => {
  const last = (year - 1) as FiscalYear;

  test('is confirmed by the button of its duty, and said back with a list of that year', async () => {
    const officer = talk(officerOf('นาดี'));
    const start = registryDuty.start({ unit: unitOf(nong), year: last, step: { act: 'confirm' } } as Duty);
    expect(await officer.act('registry', 'choose', start?.value)).toContain('ปีงบประมาณ 2564');
    await officer.taps('ถูกต้อง');
    expect(officer.last().intent).toMatchObject({ kind: 'confirmCenter', center: nong.id, year: last });
    const result = { kind: 'confirmed', year: last, as: 'officer' } as const;
    await officer.isTold('registry', { of: 'confirmCenter', center: nong.id, year: last, result });
    expect(officer.last().reply?.options).toContainEqual(
      expect.objectContaining({
        label: expect.objectContaining({ params: expect.objectContaining({ year: last }) }),
      }),
    );
  });

  test('is named behind the command, and stays over the list and a correction', async () => {
    const officer = talk(officerOf('นาดี'));
    expect(await officer.command('registry', 'ปี 2564')).toContain('2564');
    expect(await officer.types('หนอง')).toContain('ปีงบประมาณ 2564');
    await officer.taps('แก้ไข');
    await officer.types('จำนวนกรรมการ');
    await officer.types('12');
    expect(officer.last().intent).toMatchObject({ kind: 'correctCenter', center: nong.id, year: last });
    expect(await officer.command('registry', 'หนอง 2564')).toContain('ปีงบประมาณ 2564');
    expect(await officer.command('registry', 'หนอง')).toContain('ปีงบประมาณ 2565');
  });
});
