import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftId } from '../../../../src/engine/ids.ts';
import type { PlanLine } from '../../../../src/features/assessment/rules/assessment.ts';
import {
  type AssessmentCase,
  decideAssessment,
} from '../../../../src/features/assessment/rules/assessmentCase.ts';
import type { PlanState } from '../../../../src/features/assessment/rules/planState.ts';
import { startDraft } from '../../../../src/features/assessment/subject.ts';
import { isClosed } from '../../../../src/kernel/form/closedYear.ts';
import type { Person } from '../../../../src/kernel/person.ts';
import type { Reply } from '../../../../src/kernel/reply.ts';
import type { IntentId, IsoDate } from '../../../../src/programme/ids.ts';
import { nothingAround } from '../../../support/around.ts';
import { type Conversation, conversation } from '../../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inDistrict,
  inProvince,
  nation,
  now,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../../support/flowWorld.ts';
import { context } from '../../../support/turn.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const plan: readonly PlanLine[] = [
  { indicator: 3, aim: 'ประชุมทุกเดือน', who: 'เลขานุการ', by: '2022-09-30' },
  { aim: 'รักษาระดับ', who: 'คณะกรรมการ', by: '2023-09-30' },
];

let report: AssessmentCase;
beforeEach(() => {
  report = submitted(nong, { points: pointsOf(33), plan });
});
const talk = (person: Person): Conversation =>
  conversation(
    () => ({ centers: [nong, khok, rai], cases: [report, submitted(rai, { points: pointsOf(33), plan })] }),
    person,
  );

/** Lets the case decide what the person wants, and tells them. */
async function carriedOut(officer: Conversation): Promise<string> {
  const { intent } = officer.last();
  if (intent?.kind !== 'carryPlan') throw new Error('nothing was to be carried out');
  const { line, state } = intent;
  const by = officer.last().person.id;
  const decided = decideAssessment(
    report,
    {
      kind: 'carryPlan',
      id: 'e1' as IntentId,
      by,
      name: 'อรทัย',
      at: now,
      line,
      state,
    },
    nothingAround,
  );
  report = decided.record;
  return await officer.isTold('plan', {
    of: 'carryPlan',
    center: intent.center,
    year: intent.year,
    result: decided.outcome,
  });
}

describe('the plan of a center', () => {
  test('shows each line with its indicator, state, who and by when', async () => {
    const words = await talk(officerOf('นาดี')).command('plan', 'หนอง');
    expect(words).toContain('แผนการพัฒนา ศจก.บ้านหนอง ปีงบประมาณ 2565');
    expect(words).toContain('1. ประชุมทุกเดือน (การประชุมคณะกรรมการ) · ยังไม่เริ่ม · เลขานุการ · ภายใน 30 ก.ย. 2565');
    expect(words).toContain('2. รักษาระดับ · ยังไม่เริ่ม · คณะกรรมการ · ภายใน 30 ก.ย. 2566');
  });

  test('is chosen among those of the district, with how much is done', async () => {
    const officer = talk(officerOf('นาดี'));
    const words = await officer.command('plan');
    expect(words).toContain('1. ศจก.บ้านหนอง · เสร็จแล้ว 0/2 แนวทาง');
    expect(words).toContain('2. ศจก.บ้านโคก · ยังไม่มีแผน');
    expect(words).not.toContain('ไร่');
    expect(await officer.types('2')).toContain('ศจก.บ้านโคก ยังไม่มีแผนการพัฒนา');
  });

  test('leads back to the list of centers', async () => {
    const officer = talk(officerOf('นาดี'));
    const list = await officer.command('plan');
    await officer.types('หนอง');
    expect(await officer.command('form', '', 'back')).toBe(list);
  });

  test('is read by the chair of that center, who cannot change it', async () => {
    const chair = talk(chairOf(nong));
    expect(await chair.command('plan')).toContain('1. ประชุมทุกเดือน');
    expect(await chair.types('1')).toContain('1. ประชุมทุกเดือน');
    expect(chair.last().person.open).toEqual({ kind: 'nothing' });
    expect(await chair.taps('ดูทุกแนวทาง')).toContain('2. รักษาระดับ');
    expect(await chair.act('plan', 'tell', `${nong.id}/1`)).toContain('พัฒนากรของอำเภอ');
    expect(chair.last().person.drafts).toEqual({});
  });

  test('does not exist for officers of other districts', async () => {
    const other = talk(officerOf('นาดี'));
    expect(await other.act('plan', 'line', `${rai.id}/1`)).toBe(await other.act('plan', 'line', 'C000000/1'));
    expect(await other.command('plan', 'ไร่')).toBe(await other.act('plan', 'line', 'C000000/1'));
  });

  test.each([
    ['the district head', personAs({ role: 'districtHead', scope: inDistrict('นาดี') })],
    ['the head of the province office', personAs({ role: 'provinceHead', scope: inProvince })],
  ])('is read by %s, who cannot change it and finds the report again', async (_who, person) => {
    const certifier = talk(person);
    expect(await certifier.command('plan', 'หนอง')).toContain('1. ประชุมทุกเดือน');
    expect(await certifier.types('1')).toContain('1. ประชุมทุกเดือน');
    await certifier.taps('ดูทุกแนวทาง');
    expect(buttonsOf(certifier.last())).toContainEqual({ key: 'report:open' });
    expect(await certifier.act('plan', 'tell', `${nong.id}/1`)).toContain('พัฒนากรของอำเภอ');
    expect(certifier.last().person.drafts).toEqual({});
  });

  test('is not for the department', async () => {
    expect(await talk(personAs({ role: 'department', scope: nation })).command('plan')).toContain(
      'พัฒนากร ประธานศูนย์ฯ พัฒนาการอำเภอ และเจ้าหน้าที่จังหวัด',
    );
  });
});

/** The labels of the buttons on the cards of a reply. */
const buttonsOf = (decision: { readonly reply?: Reply }) =>
  (decision.reply?.messages ?? []).flatMap((message) =>
    message.kind === 'card' ? (message.card.buttons ?? []).map(({ label }) => label) : [],
  );

/** The pictures that a reply shows. */
const photos = (decision: { readonly reply?: Reply }) =>
  (decision.reply?.messages ?? []).flatMap((message) =>
    message.kind === 'card'
      ? message.card.blocks.flatMap((block) => (block.kind === 'photo' ? [block.file] : []))
      : [],
  );

describe('carrying a line out', () => {
  /** An officer who is asked how the first line is. */
  async function telling(): Promise<Conversation> {
    const officer = talk(officerOf('นาดี'));
    await officer.command('plan', 'หนอง');
    await officer.types('1');
    return officer;
  }

  test('asks for the state, the date and photos one after another, then says it back with the plan', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('plan', 'หนอง');
    expect(await officer.taps('1. ประชุม')).toContain('แนวทางที่ 1 ประชุมทุกเดือน');
    expect(await officer.taps('เสร็จแล้ว')).toContain('เสร็จเมื่อวันที่เท่าไร');
    expect(await officer.types('๒๐ ก.ค. ๖๕')).toContain('ส่งรูปถ่าย');
    await officer.sendsPhoto('photo1');
    await officer.sendsPhoto('photo2');
    expect(await officer.taps('ครบแล้ว')).toContain('พิมพ์ ยืนยัน');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({
      line: 1,
      state: { state: 'done', on: '2022-07-20', evidence: ['photo1', 'photo2'] },
    });
    const words = await carriedOut(officer);
    expect(words).toContain('บันทึกแล้ว แนวทางที่ 1 ประชุมทุกเดือน (การประชุมคณะกรรมการ): เสร็จแล้ว 20 ก.ค. 2565');
    expect(words).toContain('1. ประชุมทุกเดือน (การประชุมคณะกรรมการ) · เสร็จแล้ว 20 ก.ค. 2565 · หลักฐาน 2 รายการ');
    expect(officer.last().audits).toMatchObject([{ did: 'carriedPlan', record: nong.id }]);
    expect(officer.last().person.drafts).toEqual({});
    expect(await officer.command('plan')).toContain('เสร็จแล้ว 1/2 แนวทาง');
  });

  test('goes by typed words as well, and the photo is optional', async () => {
    const officer = talk(officerOf('นาดี'));
    await officer.command('plan', 'หนอง');
    await officer.types('ข้อ 2');
    await officer.types('กำลังทำ');
    await officer.types('เมื่อวาน');
    expect(await officer.types('ไม่มีรูป')).toContain('กรุณาส่งรูปถ่าย');
    await officer.taps('ครบแล้ว');
    await officer.types('ยืนยัน');
    expect(officer.last().intent).toMatchObject({
      line: 2,
      state: { state: 'underWay', on: '2022-07-31', evidence: [] },
    });
  });

  test('of a line that is not begun needs nothing more', async () => {
    const officer = await telling();
    await officer.types('ยังไม่เริ่ม');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({ line: 1, state: { state: 'notBegun', on: '2022-08-01' } });
  });

  test('takes today by button, or any day of a calendar', async () => {
    const officer = await telling();
    await officer.types('2');
    expect(officer.last().reply?.options).toMatchObject([{ pick: 'date', step: 'on' }, {}, {}]);
    await officer.taps('วันนี้');
    await officer.taps('ครบแล้ว');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({ state: { state: 'underWay', on: '2022-08-01' } });
  });

  test('keeps a photo that comes before the date', async () => {
    const officer = await telling();
    expect(await officer.sendsPhoto('early')).toContain('ตอนนี้เป็นอย่างไร');
    await officer.types('เสร็จแล้ว');
    await officer.taps('วันนี้');
    await officer.taps('ครบแล้ว');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({ state: { evidence: ['early'] } });
  });

  test('keeps a document apart from the photos and shows it by its name', async () => {
    const officer = await telling();
    await officer.types('เสร็จแล้ว');
    await officer.taps('วันนี้');
    await officer.sendsPhoto('photo1');
    expect(await officer.sendsDocument('file1', 'รายงานการประชุม.pdf')).toContain('เก็บเป็นหลักฐาน');
    await officer.taps('ครบแล้ว');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({
      state: { evidence: ['photo1'], documents: [{ file: 'file1', name: 'รายงานการประชุม.pdf' }] },
    });
    expect(await carriedOut(officer)).toContain('หลักฐาน 2 รายการ');
    const chair = talk(chairOf(nong));
    await chair.command('plan');
    expect(await chair.types('1')).toContain('ไฟล์ รายงานการประชุม.pdf');
    expect(photos(chair.last())).toEqual(['photo1']);
  });

  test('keeps what was told when somebody leaves before the end', async () => {
    const officer = await telling();
    await officer.types('เสร็จแล้ว');
    await officer.types('20 ก.ค. 65');
    await officer.sendsPhoto('photo1');
    await officer.command('menu');
    const words = await officer.command('form', '', 'continue');
    expect(words).toContain('กลับมาที่แนวทางที่ 1 ของ ศจก.บ้านหนอง');
    await officer.taps('ครบแล้ว');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({
      state: { state: 'done', on: '2022-07-20', evidence: ['photo1'] },
    });
  });

  test('goes on with what was told of that line before, and of another one apart', async () => {
    const officer = await telling();
    await officer.types('เสร็จแล้ว');
    await officer.command('plan', 'หนอง');
    expect(await officer.types('2')).toContain('แนวทางที่ 2');
    await officer.command('plan', 'หนอง');
    expect(await officer.types('1')).toContain('เสร็จเมื่อวันที่เท่าไร');
    expect(Object.keys(officer.last().person.drafts)).toHaveLength(2);
  });

  test('goes on after the year of its report was closed, which an assessment does not', async () => {
    const [draft] = Object.values((await telling()).last().person.drafts);
    if (!draft) throw new Error('nothing was begun');
    expect(isClosed(draft, { ...context, isOpen: () => false })).toBe(false);
    const assessment = startDraft('d1' as DraftId, nong, { year, version: 2565 }, undefined, now);
    expect(isClosed(assessment, { ...context, isOpen: () => false })).toBe(true);
  });

  test('goes back, is not passed over, and is cancelled like any form', async () => {
    const officer = await telling();
    await officer.types('เสร็จแล้ว');
    expect(await officer.command('form', '', 'skip')).toContain('ข้อนี้ข้ามไม่ได้');
    expect(await officer.command('form', '', 'back')).toContain('ตอนนี้เป็นอย่างไร');
    expect(await officer.command('form', '', 'cancel')).toContain(
      'ต้องการพักแนวทางที่ 1 ของ ศจก.บ้านหนอง ไว้ก่อนหรือไม่',
    );
  });

  test('asks again for a date to come or one that cannot be read, and which one was meant', async () => {
    const officer = await telling();
    await officer.types('เสร็จแล้ว');
    expect(await officer.types('2 ส.ค. 65')).toContain('ต้องเป็นวันนี้หรือวันที่ผ่านมาแล้ว');
    expect(await officer.types('เร็ว ๆ นี้')).toContain('อ่านเป็นวันที่ไม่ได้');
    expect(await officer.types('30 ก.ย. 64')).toContain('ต้องเป็นวันที่ 1 ต.ค. 2564 เป็นต้นไป');
    expect(await officer.types('9/7/22')).toContain('หมายถึง 9 ก.ค. 2565 ใช่ไหม');
    await officer.taps('9 ก.ค. 2565');
    await officer.taps('ครบแล้ว');
    await officer.taps('ยืนยัน');
    expect(officer.last().intent).toMatchObject({ state: { state: 'done', on: '2022-07-09' } });
  });

  test('says so when the plan no longer has the line', async () => {
    const officer = await telling();
    const words = await officer.isTold('plan', {
      of: 'carryPlan',
      center: nong.id,
      year,
      result: { kind: 'noSuchLine' },
    });
    expect(words).toContain('จึงไม่ได้บันทึก');
    expect(officer.last().person.drafts).toEqual({});
  });
});

describe('the photos of a line', () => {
  beforeEach(() => {
    const done: PlanState = { state: 'done', on: '2022-07-20' as IsoDate, evidence: ['photo1', 'photo2'] };
    report = { ...report, planStates: { 1: done } };
  });

  test.each([
    ['officer', officerOf('นาดี')],
    ['chair', chairOf(nong)],
  ])('are shown to the %s who opens it', async (_who, person) => {
    const reader = talk(person);
    await reader.command('plan', 'หนอง');
    expect(photos(reader.last())).toEqual([]);
    await reader.types('1');
    expect(photos(reader.last())).toEqual(['photo1', 'photo2']);
    expect(reader.last().person.open.kind).toBe(person.bindings[0]?.role === 'chair' ? 'nothing' : 'draft');
  });
});

test('the list names the years of the plans it lists, each where they differ', async () => {
  const last = submitted(khok, { points: pointsOf(33), plan, year: 2564 });
  const officer = (cases: readonly AssessmentCase[]) =>
    conversation(() => ({ centers: [nong, khok], cases }), officerOf('นาดี')).command('plan');
  expect(await officer([last])).toContain('แผนการพัฒนา ปีงบประมาณ 2564');
  const words = await officer([report, last]);
  expect(words).toContain('แผนการพัฒนา ปีงบประมาณ 2564, 2565');
  expect(words).toContain('ศจก.บ้านโคก · ปี 2564 · เสร็จแล้ว 0/2 แนวทาง');
});
