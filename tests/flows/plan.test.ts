import { beforeEach, describe, expect, test } from 'vitest';
import type { PlanLine } from '../../src/domain/assessment.ts';
import type { IntentId } from '../../src/domain/ids.ts';
import { decideCase, type ReportCase } from '../../src/domain/reportCase.ts';
import type { Person } from '../../src/flows/person.ts';
import { type Conversation, conversation } from '../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inProvince,
  now,
  officerOf,
  personAs,
  pointsOf,
  submitted,
} from '../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const plan: readonly PlanLine[] = [
  { indicator: 3, aim: 'ประชุมทุกเดือน', who: 'เลขานุการ', by: '2022-09-30' },
  { aim: 'รักษาระดับ', who: 'คณะกรรมการ', by: '2023-09-30' },
];

let report: ReportCase;
beforeEach(() => {
  report = submitted(nong, { points: pointsOf(33), plan });
});
const talk = (person: Person): Conversation =>
  conversation(
    () => ({ centers: [nong, khok, rai], cases: [report, submitted(rai, { points: pointsOf(33), plan })] }),
    person,
  );

/** Lets the case decide what the person wants, and tells them. */
function carriedOut(officer: Conversation): string {
  const { intent } = officer.last();
  if (intent?.kind !== 'carryPlan') throw new Error('nothing was to be carried out');
  const { line, state } = intent;
  const by = officer.last().person.id;
  const decided = decideCase(report, {
    kind: 'carryPlan',
    id: 'e1' as IntentId,
    by,
    name: 'อรทัย',
    at: now,
    line,
    state,
  });
  report = decided.case;
  return officer.isTold('plan', { of: 'carryPlan', center: intent.center, result: decided.outcome });
}

describe('the plan of a center', () => {
  test('shows each line with its indicator, state, who and by when', () => {
    const words = talk(officerOf('นาดี')).command('plan', 'หนอง');
    expect(words).toContain('แผนการพัฒนา ศจก.บ้านหนอง ปีงบประมาณ 2565');
    expect(words).toContain('1. ประชุมทุกเดือน (การประชุมคณะกรรมการ) · ยังไม่เริ่ม · เลขานุการ · ภายใน 30 ก.ย. 2565');
    expect(words).toContain('2. รักษาระดับ · ยังไม่เริ่ม · คณะกรรมการ · ภายใน 30 ก.ย. 2566');
  });

  test('is chosen among those of the district, with how much is done', () => {
    const officer = talk(officerOf('นาดี'));
    const words = officer.command('plan');
    expect(words).toContain('1. ศจก.บ้านหนอง · เสร็จแล้ว 0/2 แนวทาง');
    expect(words).toContain('2. ศจก.บ้านโคก · ยังไม่มีแผน');
    expect(words).not.toContain('ไร่');
    expect(officer.types('2')).toContain('ศจก.บ้านโคก ยังไม่มีแผนการพัฒนา');
  });

  test('is read by the chair of that center, who cannot change it', () => {
    const chair = talk(chairOf(nong));
    expect(chair.command('plan')).toContain('1. ประชุมทุกเดือน');
    expect(chair.last().reply?.asks).toBeUndefined();
    expect(chair.act('plan', 'state', `${nong.id}/1/notBegun`)).toContain('พัฒนากรของอำเภอ');
    expect(chair.last().intent).toBeUndefined();
  });

  test('does not exist for officers of other districts', () => {
    const other = talk(officerOf('นาดี'));
    expect(other.act('plan', 'line', `${rai.id}/1`)).toBe(other.act('plan', 'line', 'C000000/1'));
    expect(other.command('plan', 'ไร่')).toBe(other.act('plan', 'line', 'C000000/1'));
  });

  test('is not for the province yet', () => {
    expect(talk(personAs({ role: 'province', scope: inProvince })).command('plan')).toContain(
      'พัฒนากรและประธานศูนย์ฯ',
    );
  });
});

describe('carrying a line out', () => {
  test('asks for the state, the date and evidence one after another, then says it back with the plan', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('plan', 'หนอง');
    expect(officer.taps('1. ประชุม')).toContain('แนวทางที่ 1 ประชุมทุกเดือน');
    expect(officer.taps('เสร็จแล้ว')).toContain('เสร็จเมื่อวันที่เท่าไร');
    expect(officer.types('๒๐ ก.ค. ๖๕')).toContain('รูปถ่าย');
    expect(officer.sendsPhoto('photo1')).toContain('1 รายการ');
    expect(officer.sendsPhoto('photo2')).toContain('2 รายการ');
    officer.taps('บันทึก');
    expect(officer.last().intent).toMatchObject({
      line: 1,
      state: { state: 'done', on: '2022-07-20', evidence: ['photo1', 'photo2'] },
    });
    const words = carriedOut(officer);
    expect(words).toContain('บันทึกแล้ว แนวทางที่ 1 ประชุมทุกเดือน (การประชุมคณะกรรมการ): เสร็จแล้ว 20 ก.ค. 2565');
    expect(words).toContain('1. ประชุมทุกเดือน (การประชุมคณะกรรมการ) · เสร็จแล้ว 20 ก.ค. 2565 · หลักฐาน 2 รายการ');
    expect(officer.last().audits).toMatchObject([{ did: 'carriedPlan', record: nong.id }]);
    expect(officer.command('plan')).toContain('เสร็จแล้ว 1/2 แนวทาง');
  });

  test('goes by typed words as well, and the photo is optional', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('plan', 'หนอง');
    officer.types('ข้อ 2');
    officer.types('กำลังทำ');
    officer.types('เมื่อวาน');
    expect(officer.types('ไม่มีรูป')).toContain('พิมพ์ บันทึก');
    officer.taps('บันทึก');
    expect(officer.last().intent).toMatchObject({
      line: 2,
      state: { state: 'underWay', on: '2022-07-31', evidence: [] },
    });
  });

  test('of a line that is not begun needs nothing more', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('plan', 'หนอง');
    officer.types('1');
    officer.types('ยังไม่เริ่ม');
    expect(officer.last().intent).toMatchObject({ line: 1, state: { state: 'notBegun', on: '2022-08-01' } });
  });

  test('takes today by button', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('plan', 'หนอง');
    officer.types('1');
    officer.types('2');
    officer.taps('วันนี้');
    officer.taps('บันทึก');
    expect(officer.last().intent).toMatchObject({ state: { state: 'underWay', on: '2022-08-01' } });
  });

  test('keeps a photo that comes before the date', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('plan', 'หนอง');
    officer.types('1');
    expect(officer.sendsPhoto('early')).toContain('ตอนนี้เป็นอย่างไร');
    officer.types('เสร็จแล้ว');
    officer.taps('วันนี้');
    officer.taps('บันทึก');
    expect(officer.last().intent).toMatchObject({ state: { evidence: ['early'] } });
  });

  test('does not put the photos of one line to another', () => {
    const officer = talk(officerOf('นาดี'));
    officer.act('plan', 'line', `${nong.id}/1`);
    officer.sendsPhoto('photo1');
    officer.act('plan', 'save', `${nong.id}/2/done/2022-07-31`);
    expect(officer.last().intent).toMatchObject({ line: 2, state: { evidence: [] } });
  });

  test('asks again for a date to come or one that cannot be read, and which one was meant', () => {
    const officer = talk(officerOf('นาดี'));
    officer.act('plan', 'state', `${nong.id}/1/done`);
    expect(officer.types('2 ส.ค. 65')).toContain('วันที่ต้องไม่อยู่ในอนาคต');
    expect(officer.types('เร็ว ๆ นี้')).toContain('อ่านเป็นวันที่ไม่ได้');
    expect(officer.types('9/8/22')).toContain('หมายถึงคำตอบใด');
    officer.taps('9 ส.ค. 2522');
    officer.taps('บันทึก');
    expect(officer.last().intent).toMatchObject({ state: { state: 'done', on: '1979-08-09' } });
  });

  test('says so when the plan no longer has the line', () => {
    const officer = talk(officerOf('นาดี'));
    const words = officer.isTold('plan', {
      of: 'carryPlan',
      center: nong.id,
      result: { kind: 'noSuchLine' },
    });
    expect(words).toContain('จึงไม่ได้บันทึก');
  });
});
