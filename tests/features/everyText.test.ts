import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/engine/draft.ts';
import type { LeafStep } from '../../src/engine/form.ts';
import type { DraftId, EventId } from '../../src/engine/ids.ts';
import { problemWith } from '../../src/engine/readAnswer.ts';
import { features } from '../../src/features/index.ts';
import type { FormTalk } from '../../src/kernel/form/talk.ts';
import type { Person } from '../../src/kernel/person.ts';
import { type Route, route } from '../../src/kernel/route/index.ts';
import { now, officerOf, today } from '../support/flowWorld.ts';
import { context } from '../support/turn.ts';

/** Wherever words are asked for, what can hardly be meant as them is asked about or refused, and never stored. */

type Question = readonly [name: string, talk: FormTalk, step: Extract<LeafStep, { kind: 'text' }>];

/** Every question of every form that takes words. */
const questions: readonly Question[] = features
  .flatMap(({ forms = [] }) => forms)
  .flatMap((talk) =>
    talk.form.steps
      .flatMap((step): readonly LeafStep[] => (step.kind === 'repeat' ? step.steps : [step]))
      .flatMap((step): readonly Question[] =>
        step.kind === 'text' ? [[`${talk.form.id} ${step.id}`, talk, step]] : [],
      ),
  );

/** Where figures are an answer: a house number, the numbers of a list that is shown. */
const takeFigures = [
  'household-join houseNo',
  'household-edit houseNo',
  'announcement areas',
  ...['household-join fund', 'household-result fund', 'household-edit fund', 'household-edit outsideName'],
  ...['joinedFund', 'oldLenderName', 'newFund'].map((id) => `household-methods ${id}`),
];

const at = new Date(now.getTime() + 10_000);
const officer: Person = { ...officerOf('นาดี'), shown: { options: [], asks: true, heardAt: now } };

function routed(person: Person, text: string, features = context.features): Route {
  const event = { id: 'e1' as EventId, who: person.id, lineUser: 'U1', at, receivedAt: at } as const;
  return route(person, { ...event, redelivered: false, kind: 'text', text }, { ...context, features });
}

/** Where a text goes that is typed to a question of a form, which is asked alone. */
function typedTo([, talk, step]: Question, text: string): Route {
  const { when: _when, beside: _beside, ...alone } = step;
  const draft: Draft = {
    ...{ id: 'd1' as DraftId, form: talk.form.id, version: talk.form.version, subject: {}, facts: {} },
    ...{ misses: 0, startedAt: now, touchedAt: now, log: [] },
  };
  const person: Person = {
    ...officer,
    drafts: { [draft.id]: draft },
    lastDraft: draft.id,
    open: { kind: 'draft', draft: draft.id },
  };
  const talkOf = () => ({ ...talk, form: { ...talk.form, steps: [alone] } });
  return routed(person, text, { ...context.features, talkOf });
}

/** Whether a text becomes the answer as it stands. */
const isStored = (question: Question, text: string): boolean =>
  typedTo(question, text).call.kind === 'event' && !problemWith(question[2], text, today);

const figures = ['1', '๒', '2565', '1 2 3', '12/3', 'สาม', 'ข้อ 3', '1.', '๑,๒'];

const labels = [
  ...['ดูตัวอย่าง', 'ประกาศใหม่', 'ยืนยัน', 'ส่ง', 'ถูกต้อง', 'ถูกต้องทั้งหมด', 'ไม่ถูกต้อง', 'แก้ไข', 'ครบแล้ว'],
  ...['ใช้คำแนะนำ', 'ใช้คำแนะนำทั้งหมด', 'ดูคำอธิบาย', 'ถ่ายรูป', 'เลือกวันที่', 'เท่าเดิม', 'ชำระหมดแล้ว', 'ถอนผล'],
  ...['ยินยอม', 'ไม่ยินยอม', 'ลบทั้งหมด', 'ใช้เป็นคำตอบ', 'ยืนยันแล้วไปต่อ', 'รับช่วงต่อ', 'คงรหัสไว้', 'ไม่ออกรหัส'],
  ...['ครัวเรือนเดียวกัน', 'คนละครัวเรือน', 'ใช้ค่าของฉัน', 'คงค่าปัจจุบัน', 'บันทึกเฉพาะขั้น', 'แก้ข้อมูลทั่วไป'],
  ...['กลับไปที่รายงาน', 'ดูรายงาน', 'ระงับพื้นที่อื่น', 'รหัสที่ยังไม่ได้ใช้', 'เกินกำหนด', 'ไม่เกิน'],
  ...['preview', 'submit', 'confirm', 'use suggestion', 'explain', 'all correct', 'same', 'paid off'],
];

const commands = [
  ...['สรุป', 'ลบข้อมูล', 'ประเมิน', 'แผน', 'หนี้ครัวเรือน', 'ทะเบียน', 'รับทราบผล', 'รับรอง', 'ระดับ', 'ประกาศ'],
  ...['แจ้งเตือน', 'กำหนดส่ง', 'ดาวน์โหลด', 'ออกรหัสเชิญ', 'ข้อมูลของฉัน', 'ภาษา', 'มอบหมาย', 'ระงับ', 'เรียกคืน'],
  ...['ส่งรอบ 1', 'หยุดส่ง', 'summary', 'tasks', 'level', 'export', 'my data'],
];

const yesOrNo = ['ใช่', 'ไม่', 'ไม่ใช่', 'ตกลง', 'yes', 'no', 'ok', 'ใช่ค่ะ', 'ไม่ครับ'];

describe('of all questions that take words', () => {
  test('there are some in every form that asks for words', () => {
    expect(new Set(questions.map(([, { form }]) => form.id)).size).toBeGreaterThanOrEqual(8);
    const names = questions.map(([name]) => name);
    expect(takeFigures.filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(questions)('%s stores no label, no command, and no yes or no', (...question) => {
    expect([...labels, ...commands, ...yesOrNo].filter((text) => isStored(question, text))).toEqual([]);
  });

  test.each(questions.filter(([name]) => !takeFigures.includes(name)))(
    '%s stores no figures',
    (...question) => expect(figures.filter((text) => isStored(question, text))).toEqual([]),
  );

  test.each(questions)('%s takes words', (...question) => {
    expect(typedTo(question, 'สมชาย ใจดี')).toMatchObject({ flow: 'form', call: { kind: 'event' } });
  });
});
