import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partitions } from '../../src/app/ports.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import type { SentMessage } from '../../src/simulator/index.ts';
import { type Bot, openBot } from './bot.ts';
import {
  contract,
  introduced,
  keeping,
  receiptIn,
  savings,
  submitting,
  toCenter,
  types,
  villageFund,
} from './debtWork.ts';
import type { Someone } from './someone.ts';

const year = 2565 as FiscalYear;
const photo = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();

let bot: Bot;
/** Everybody who could hear something, by what they are called here. */
let people: ReadonlyMap<string, Someone>;

beforeAll(async () => {
  bot = await openBot('chain', {}, year, new Date('2022-08-01T02:00:00Z'));
  const [officerCode = '', chairCode = '', headCode = '', departmentCode = ''] = bot.codes;
  const code = await bot.fundlineHere('invite', '--role', 'provinceHead', '--province', 'ปราจีนบุรี');
  people = new Map([
    ['officer', bot.officer],
    ['chair', bot.chair],
    ['head', bot.head],
    ['academic', bot.province],
    ['provinceHead', await bot.newcomer('อุดม จังหวัด', code)],
    ['department', await bot.newcomer('กรม พัฒนา', departmentCode)],
    ['otherOfficer', await bot.newcomer('ไกล ห่างไกล', officerCode)],
    ['otherChair', await bot.newcomer('ประเสริฐ มั่นคง', chairCode)],
    ['otherHead', await bot.newcomer('วิทยา นาดี', headCode)],
  ]);
});
afterAll(() => bot?.close());

const who = (name: string): Someone => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is the ${name}`);
  return found;
};

/** What stands between two messages to one person. */
const between = '\n---\n';

const wordsOf = ({ message }: SentMessage) => String(message.altText ?? message.text ?? message.type);

/** Waits until nothing is on its way to anybody any more. */
const settled = () =>
  expect
    .poll(() =>
      bot.database.store.persons.unsettled(
        Array.from({ length: partitions }, (_, no) => no),
        new Date('2100-01-01'),
      ),
    )
    .toEqual([]);

/** What somebody does, and what each of all the others is told of it. */
async function step(actor: string, act: (actor: Someone) => Promise<string>) {
  await settled();
  const { messagesTo } = bot.line.platform;
  const before = new Map([...people].map(([name, { userId }]) => [name, messagesTo(userId).length]));
  const answer = await act(who(actor));
  await settled();
  const told: { [name: string]: string } = {};
  for (const [name, { userId }] of people) {
    const news = messagesTo(userId)
      .slice(before.get(name))
      .filter(({ via }) => via !== 'reply');
    if (news.length > 0) told[name] = news.map(wordsOf).join(between);
  }
  return { answer, told };
}

/** What is owed of a chain, by who owes it. */
async function owed() {
  const all: { [name: string]: string } = {};
  for (const name of ['officer', 'chair', 'head', 'academic', 'provinceHead']) {
    const lines = (await who(name).says('งานค้าง'))
      .split('\n')
      .filter((line) => /^\d+\. (รับ|แก้ไข|มอบ)/.test(line));
    if (lines.length > 0) all[name] = lines.join('\n');
  }
  return all;
}

type Expected = {
  /** Who is told of it beside who does it, and words that they read; nobody else is, and none twice. */
  readonly told: { readonly [name: string]: string };
  /** For whom it waits then. */
  readonly waits: { readonly [name: string]: string };
  readonly summary: readonly string[];
  readonly answer?: string;
};

/** One step of the chain, and all that follows from it. */
async function leads(actor: string, act: (actor: Someone) => Promise<string>, expected: Expected) {
  const { answer, told } = await step(actor, act);
  if (expected.answer) expect.soft(answer, `${actor} reads`).toContain(expected.answer);
  const contains = (words: Expected['told']) =>
    Object.fromEntries(Object.entries(words).map(([name, text]) => [name, expect.stringContaining(text)]));
  expect.soft(told, `${actor} did`).toEqual(contains(expected.told));
  expect
    .soft(
      Object.values(told).filter((text) => text.includes(between)),
      `${actor} did`,
    )
    .toEqual([]);
  const all = await owed();
  expect.soft(all, `${actor} did`).toEqual(contains(expected.waits));
  const summary = (await who('head').says('สรุป')).split('\n');
  expect.soft(summary, `${actor} did`).toEqual(expect.arrayContaining([...expected.summary]));
  return answer;
}

const assessed = (count: number, certified: number) => [
  `ประเมินแล้ว: ${count}/2 ศูนย์`,
  `รับรองแล้ว: ${certified}/2 ศูนย์`,
];

const says =
  (...texts: string[]) =>
  (actor: Someone) =>
    types(actor, ...texts);

/** Opens the card of the one report that waits, and taps its button. */
const taps = (command: string, button: string) => async (actor: Someone) => {
  await types(actor, command);
  return actor.taps(button);
};

const returns = (command: string, reason: string, picture?: Buffer) => async (actor: Someone) => {
  await types(actor, ...(command === 'รับรอง' ? ['รับรอง 1'] : [command]));
  await actor.taps('ส่งกลับ');
  if (picture) await actor.sends(picture, 'image/jpeg');
  return actor.says(reason);
};

describe('an assessment', () => {
  const submitted = { chair: '28/42', head: '28/42' };
  const again = ['ประเมิน', 'บ้านโคก'];
  const atChair = { chair: 'รับทราบผลประเมิน' };
  const atHead = { head: 'รับรองผลประเมิน' };
  const atDeputy = { ...atHead, academic: 'รักษาราชการแทนพัฒนาการอำเภอ' };
  const atProvince = { provinceHead: 'รับรองรายงานจังหวัด' };
  const atOfficer = { officer: 'แก้ไขผลประเมิน' };

  test('is returned at each level, and stands or begins again by what it says', async () => {
    const summary = assessed(1, 0);
    await leads(
      'officer',
      says(
        ...['ประเมิน', 'บ้านโคก', 'ถูกต้อง', '2 2 2 2 2 2 2 2 2 2 2 2 2 2', 'ยืนยัน', 'ทะเบียนยังไม่เป็นปัจจุบัน'],
        ...['ข้าม', 'ทีมคู่หู คู่คิด', 'ใช้คำแนะนำทั้งหมด', 'ใช้คำแนะนำ', 'ใช้คำแนะนำ', 'ยืนยัน', 'ส่ง', 'ใช่'],
      ),
      { told: submitted, waits: atChair, summary },
    );
    await leads('chair', returns('รับทราบผล', 'คะแนนข้อ 3 ไม่ตรง'), {
      ...{ told: { officer: 'ให้คุณแก้ไข เหตุผล: คะแนนข้อ 3 ไม่ตรง' }, waits: atOfficer, summary },
    });
    await leads('officer', says(...again, 'ส่ง', 'ใช่'), { told: submitted, waits: atChair, summary });
    await leads('chair', taps('รับทราบผล', 'รับทราบผล'), {
      told: { officer: 'รอพัฒนาการอำเภอรับรอง', head: 'ลงนามแล้ว' },
      ...{ waits: atHead, summary },
    });
    await leads('head', returns('รับรอง', 'ขอหลักฐานข้อ 5'), {
      told: { officer: 'ให้คุณแก้ไข เหตุผล: ขอหลักฐานข้อ 5', chair: 'ให้พัฒนากรแก้ไข' },
      ...{ waits: atOfficer, summary },
    });
    await leads('officer', says(...again, 'ส่ง', 'ใช่'), {
      ...{ told: submitted, waits: atHead, summary, answer: 'ลายมือชื่อที่ลงไว้แล้วจึงยังใช้ได้' },
    });
    await leads('head', taps('รับรอง 1', 'รับรอง'), {
      told: { officer: 'รอพัฒนาการจังหวัดรับรอง', chair: 'รอพัฒนาการจังหวัดรับรอง', provinceHead: 'ลงนามแล้ว' },
      ...{ waits: atProvince, summary },
    });
    await leads('provinceHead', returns('รับรอง', 'คะแนนข้อ 3 ต่ำไป', await photo()), {
      told: { officer: 'ให้คุณแก้ไข', chair: 'ให้พัฒนากรแก้ไข', head: 'ให้พัฒนากรแก้ไข' },
      ...{ waits: atOfficer, summary },
    });
    await leads('officer', says(...again, 'แก้ไข 3', '3', 'ส่ง', 'ใช่'), {
      ...{ told: { chair: '29/42', head: '29/42' }, waits: atChair, summary },
    });
  });

  test('is acknowledged on paper, signed by a deputy, frozen, taken back and locked', async () => {
    const summary = assessed(1, 0);
    const onPaper = async (officer: Someone) => {
      await officer.says('รับทราบบนกระดาษ');
      await officer.sends(await photo(), 'image/jpeg');
      return officer.says('ใช่');
    };
    await leads('officer', onPaper, {
      told: { head: 'สมหญิง รักถิ่น ลงนามแล้ว', chair: 'สมหญิง รักถิ่น รับทราบ' },
      ...{ waits: atHead, summary, answer: 'บันทึกการรับทราบบนกระดาษแล้ว' },
    });
    await leads('head', says('มอบหมาย', 'วิภา', '31 สิงหาคม 2565', 'ใช่'), {
      ...{ told: { academic: 'รักษาราชการแทน' }, waits: atDeputy, summary },
    });
    const signed = {
      officer: 'วิภา ตัวอย่าง รับรอง',
      head: 'วิภา ตัวอย่าง รับรอง',
      provinceHead: 'วิภา ตัวอย่าง ลงนามแล้ว',
    };
    await leads('academic', taps('รับรอง 1', 'รับรอง'), { told: signed, waits: atProvince, summary });

    expect(await who('provinceHead').says('รับรอง 1')).toContain('รักษาราชการแทนพัฒนาการอำเภอ');
    const inArea = (words: string) => ({ officer: words, chair: words, head: words, provinceHead: words });
    const freezing = ['ระงับ', 'กบินทร์บุรี', 'วันนี้', '5 สิงหาคม 2565', 'ตรวจสอบบัญชีประจำปี', 'ยืนยัน'];
    await leads('academic', says(...freezing), { told: inArea('5 ส.ค. 2565'), waits: atProvince, summary });
    await leads('provinceHead', (one) => one.taps('รับรอง'), {
      ...{ told: {}, waits: atProvince, summary, answer: 'ตรวจสอบบัญชีประจำปี' },
    });
    const lifts = async (one: Someone) => {
      await one.says('ระงับ');
      await one.taps('ยกเลิกการระงับ อำเภอกบินทร์บุรี จังหวัดปราจีนบุรี');
      return one.says('ใช่');
    };
    await leads('academic', lifts, { told: inArea('ยกเลิกการระงับ'), waits: atProvince, summary });

    await leads('academic', says('เรียกคืน', 'ใช่'), {
      told: { officer: 'เรียกคืนการลงนาม', provinceHead: 'เรียกคืนการลงนาม' },
      ...{ waits: atDeputy, summary },
    });
    await leads('academic', taps('รับรอง 1', 'รับรอง'), { told: signed, waits: atProvince, summary });
    const locked = 'รับรองครบทุกขั้นแล้ว';
    await leads('provinceHead', taps('รับรอง 1', 'รับรอง'), {
      ...{ told: { officer: locked, academic: locked }, waits: {}, summary: assessed(1, 1) },
    });
  });

  test('is revised, while what was certified stays and is read', async () => {
    const summary = assessed(1, 1);
    const receipt = receiptIn(await who('officer').says('ประเมิน บ้านโคก'));
    await leads('officer', says(...again, 'แก้ไขฉบับใหม่', 'แก้ไข 1', '3', 'ส่ง', 'ใช่'), {
      ...{ told: { chair: '30/42', head: '30/42' }, waits: atChair, summary },
    });
    expect(await bot.chair.says(receipt)).toContain('29/42');
    await leads('officer', says('เรียกคืน', 'ใช่'), {
      ...{ told: { chair: 'เรียกคืนผลประเมิน' }, waits: {}, summary },
    });
  });
});

describe('round 1 of the debts', () => {
  const atHead = { head: 'รับรองรายงานหนี้ครัวเรือน', academic: 'รักษาราชการแทน' };
  const atProvince = { provinceHead: 'รับรองรายงานจังหวัด' };
  const atOfficer = { officer: 'แก้ไขรายงานหนี้ครัวเรือน' };
  const waitsAtHead = (words: string) => ({ head: words, academic: words });
  const certified = { officer: 'รอพัฒนาการจังหวัด', academic: 'รอพัฒนาการจังหวัด', provinceHead: 'ลงนามแล้ว' };
  const locked = { officer: 'รับรองครบทุกขั้นแล้ว', head: 'รับรองครบทุกขั้นแล้ว' };
  const sends = (round: 1 | 2) => says(...toCenter('บ้านโคก'), ...submitting(round));

  test('names who joined, also who joins later', async () => {
    const joins = (head: string, no: string, fund: string, amount: string) =>
      types(
        bot.officer,
        ...toCenter('บ้านโคก'),
        ...introduced(head, no),
        ...contract(fund, amount),
        ...keeping,
      );
    await joins('นายสมชาย ใจดี', '12/3', savings, '25,000');
    const joined = (households: number, certified: number) => [
      `เข้าร่วม: ${households}/5 ครัวเรือน`,
      `รายงานครั้งที่ 1: ส่งแล้ว 1 ศูนย์ · รับรองแล้ว ${certified} ศูนย์`,
    ];
    const summary = joined(1, 0);
    await leads('officer', sends(1), { told: waitsAtHead('1 ครัวเรือน'), waits: atHead, summary });
    await leads('head', returns('รับรอง', 'ขอดูสัญญา'), {
      ...{ told: { officer: 'ขอดูสัญญา', academic: 'ขอดูสัญญา' }, waits: atOfficer, summary },
    });
    await leads('officer', sends(1), { told: waitsAtHead('1 ครัวเรือน'), waits: atHead, summary });
    await leads('head', taps('รับรอง 1', 'รับรอง'), { told: certified, waits: atProvince, summary });
    await leads('provinceHead', taps('รับรอง 1', 'รับรอง'), { told: locked, waits: {}, summary: joined(1, 1) });
    await joins('นางบุญมา แสนดี', '7', villageFund, '20,000');
    const two = joined(2, 1);
    const sent = await leads('officer', sends(1), {
      told: waitsAtHead('2 ครัวเรือน'),
      waits: atHead,
      summary: two,
    });
    expect(sent).toContain('ฉบับที่ 3');
    await leads('head', taps('รับรอง 1', 'รับรอง'), { told: certified, waits: atProvince, summary: two });
    await leads('provinceHead', taps('รับรอง 1', 'รับรอง'), { told: locked, waits: {}, summary: two });
  });
});
