import { describe, expect, test } from 'vitest';
import { advance, type Move } from '../../src/engine/advance.ts';
import type { Draft } from '../../src/engine/draft.ts';
import { formSchema } from '../../src/engine/form.ts';
import type { DraftId, EventId } from '../../src/engine/ids.ts';
import { notesOn } from '../../src/kernel/form/notes.ts';
import { questionReply } from '../../src/kernel/form/question.ts';
import { type FormTalk, specOf } from '../../src/kernel/form/talk.ts';
import { said, t } from '../../src/kernel/reply.ts';
import { createTexts } from '../../src/text/texts.ts';
import { wordsOf } from '../support/conversation.ts';
import { now, today, year } from '../support/flowWorld.ts';
import { context } from '../support/turn.ts';

/** A form with every kind of question, also those that no live form asks; its titles are borrowed. */
const form = formSchema.parse({
  id: 'center-assessment',
  version: 2565,
  source: 'แบบทดลองทุกชนิดของคำถาม',
  steps: [
    { id: 'debt', text: 'committeeSize', part: 'general', kind: 'money', min: 100_00, max: 9_999_999_00 },
    {
      id: 'fields',
      text: 'field',
      part: 'general',
      kind: 'many',
      options: ['founded', 'chairName', 'divisions'],
    },
    { id: 'sure', text: 'improve', part: 'general', kind: 'yesNo' },
    { id: 'until', text: 'planBy', part: 'plan', kind: 'date', only: 'future' },
    { id: 'sign', text: 'opinion', part: 'general', kind: 'photo' },
    { id: 'place', text: 'together', part: 'general', kind: 'location' },
    {
      id: 'members',
      part: 'general',
      kind: 'repeat',
      min: 0,
      max: 9,
      steps: [{ id: 'member', text: 'chairName', part: 'general', kind: 'text', max: 40 }],
    },
  ],
});
const talk: FormTalk = {
  form,
  derived: {},
  about: () => t('assessment:about', { center: 'ทดลอง' }),
  short: () => said('ทดลอง'),
  year: () => year,
  titleParams: () => ({ n: 1, indicator: said('ทดลอง') }),
  submit: () => {
    throw new Error('it is never submitted');
  },
};
const texts = createTexts();
/** Somebody filling the form in, from one question on; each move gives what the bot says. */
function filling(from: string) {
  const skipped = form.steps.slice(
    0,
    form.steps.findIndex(({ id }) => id === from),
  );
  const base = { subject: {}, facts: {}, misses: 0, startedAt: now, touchedAt: now };
  const head = { at: now, event: 'e0' as EventId, do: 'skip' as const };
  const log = skipped.map(({ id }) => ({ ...head, key: id as never }));
  let draft: Draft = { id: 'd1' as DraftId, form: form.id, version: form.version, ...base, log };
  const makes = (move: Move): string => {
    const result = advance(specOf(talk, context), draft, move, { at: now, event: 'e1' as EventId, today });
    draft = result.draft;
    const reply = questionReply(talk, draft, notesOn(talk, draft, result.happened), context);
    const buttons = (reply.options ?? []).map(({ label }) => `[${texts.render(label, 'th')}]`);
    return [wordsOf(reply), ...buttons].join('\n');
  };
  return { makes, types: (text: string) => makes({ kind: 'text', text }), draft: () => draft };
}

describe('a question for', () => {
  test('money says what was read in baht, asks what it is not sure of, and knows its limits', () => {
    expect(filling('debt').types('2.5 หมื่น')).toContain('รับแล้ว: 25,000 บาท');
    expect(filling('debt').types('ร้อยห้า')).toMatch(/หมายถึงคำตอบใด[\s\S]*\[105 บาท\]\n\[150 บาท\]/);
    expect(filling('debt').types('ประมาณ 20k')).toContain('หมายถึง 20,000 บาท ใช่ไหม');
    expect(filling('debt').types('50')).toContain('น้อยเกินไป ต้องไม่น้อยกว่า 100 บาท');
    expect(filling('debt').types('สิบล้าน')).toContain('มากเกินไป ต้องไม่เกิน 9,999,999 บาท');
    expect(filling('debt').types('เยอะ')).toContain('อ่านเป็นจำนวนเงินไม่ได้');
  });

  test('several choices says them back', () => {
    expect(filling('fields').types('1,3')).toContain('รับแล้ว: วันที่จัดตั้ง, ฝ่ายของคณะกรรมการ');
    expect(filling('fields').types('9')).toContain('ตอบได้ตั้งแต่ 1 ถึง 3 หลายข้อคั่นด้วยเครื่องหมาย , เช่น 1,3');
  });

  test('yes or no has both as buttons', () => {
    expect(filling('fields').types('1')).toContain('[ใช่]\n[ไม่ใช่]');
    expect(filling('sure').types('ค่ะ')).toContain('กรุณาตอบ ใช่ หรือ ไม่ใช่');
    expect(filling('sure').types('ใช่ค่ะ')).toContain('รับแล้ว: ใช่');
  });

  test('a date to come refuses one that is past', () => {
    expect(filling('until').types('เมื่อวาน')).toContain('ต้องเป็นวันนี้หรือวันหลังจากนี้');
    expect(filling('until').types('30 ก.ย. 65')).toContain('รับแล้ว: 30 ก.ย. 2565');
  });

  test('a photo or a place takes that and no words', () => {
    expect(filling('until').types('30 ก.ย. 65')).toContain('[ถ่ายรูป]');
    expect(filling('sign').types('ไม่มี')).toContain('กรุณาส่งรูปถ่าย');
    const photo = { kind: 'evidence', evidence: { kind: 'photo', file: 'f1' } } as const;
    expect(filling('sign').makes(photo)).toMatch(/รับแล้ว: รูปถ่าย[\s\S]*\[ส่งตำแหน่ง\]/);
    expect(filling('place').types('หน้าศาลา')).toContain('กรุณาแตะ ส่งตำแหน่ง');
    const place = { kind: 'evidence', evidence: { kind: 'location', latitude: 14, longitude: 101 } } as const;
    expect(filling('place').makes(place)).toContain('รับแล้ว: ตำแหน่ง');
  });

  test('one more of a list can be ended', () => {
    const person = filling('members');
    expect(person.types('สมชาย')).toContain('[ครบแล้ว]');
    expect(person.makes({ kind: 'end', key: 'members.2.member' as never })).toContain('ครบทุกข้อแล้ว');
  });
});
