import { describe, expect, test } from 'vitest';
import type { LeafStep } from '../../../src/engine/form.ts';
import { stepValues } from '../../../src/kernel/ask/stepValues.ts';
import { typedValue } from '../../../src/kernel/ask/typedValue.ts';
import { said } from '../../../src/kernel/reply.ts';
import type { FileId } from '../../../src/programme/ids.ts';
import { context } from '../../support/turn.ts';
import { asked } from './asked.ts';

const base = { id: 'it', part: 'all' } as const;
const people: LeafStep = { ...base, kind: 'number', min: 1, max: 200, whole: true };
const founded: LeafStep = { ...base, kind: 'date', only: 'past' };
const colour: LeafStep = { ...base, kind: 'choice', options: ['แดง', 'เขียว', 'ฟ้า'] };
const funds: LeafStep = { ...base, kind: 'many', options: ['ออมทรัพย์', 'หมู่บ้าน', 'สตรี'] };
const name: LeafStep = { ...base, kind: 'text', max: 20, letters: true };

const ask = (step: LeafStep) =>
  asked(
    typedValue({
      ...{ flow: 'registry', act: 'value', of: 'C1 it', text: [said('What?')] },
      values: stepValues(step, (value) => said(String(value)), context),
    }),
  );

describe('a value', () => {
  test.each([
    [people, 'สิบห้าคน', 15],
    [founded, '9 ส.ค. 2553', '2010-08-09'],
    [colour, '2', 'เขียว'],
    [colour, 'ฟ้า', 'ฟ้า'],
    [funds, '1 กับ 3', ['ออมทรัพย์', 'สตรี']],
    [name, 'สมชาย ใจดี', 'สมชาย ใจดี'],
  ])('of %o is read out of %s', (step, typed, value) => {
    expect(ask(step).types(typed)).toBe(`= ${JSON.stringify(value)}`);
  });

  test.each([
    [people, '15', 15],
    [founded, '2010-08-09', '2010-08-09'],
    [colour, 'เขียว', 'เขียว'],
    [funds, 'ออมทรัพย์,สตรี', ['ออมทรัพย์', 'สตรี']],
  ])('of %o is carried by the button %s', (step, carried, value) => {
    expect(ask(step).tapsOld(`C1 it ${carried}`)).toBe(`= ${JSON.stringify(value)}`);
  });

  test('of a few has a button for each', () => {
    const one = ask(colour);
    expect(one.labels()).toEqual(['แดง', 'เขียว', 'ฟ้า']);
    expect(one.taps('ฟ้า')).toBe('= "ฟ้า"');
  });

  test('that a button carries is looked at like one that was typed', () => {
    expect(ask(people).tapsOld('C1 it 1000')).toContain('มากเกินไป');
    expect(ask(colour).tapsOld('C1 it ดำ')).toContain('What?');
    expect(ask(founded).tapsOld('C1 it 2010-02-31')).toContain('อ่านเป็นวันที่ไม่ได้');
  });

  test('that cannot be read, or taken, has the question asked again with why; help from the third miss', () => {
    const one = ask(people);
    expect(one.types('มาก')).toContain('อ่านเป็นตัวเลขไม่ได้');
    expect(one.types('1000')).toContain('มากเกินไป');
    expect(one.types('ครึ่ง')).toContain('ช่วยเหลือ');
    expect(one.types('7')).toBe('= 7');
  });

  test('is no photo', () => {
    const photo = { kind: 'file', media: 'photo', file: 'F1' as FileId } as const;
    expect(ask(name).sends(photo)).toContain('กรุณาพิมพ์คำตอบเป็นข้อความ');
  });

  test('that can be read in several ways is asked about, among those that may be taken', () => {
    const one = ask(founded);
    expect(one.types('9/8/22')).toContain('หมายถึง 1979-08-09 ใช่ไหม');
    expect(one.labels()).toEqual(['1979-08-09', 'เลือกวันที่']);
    expect(one.taps('1979')).toBe('= "1979-08-09"');
  });

  test('that has one likely reading is taken on a yes, and on a yes alone', () => {
    const yes = ask(founded);
    yes.types('9/8/22');
    expect(yes.types('ใช่ค่ะ')).toBe('= "1979-08-09"');
    const no = ask(founded);
    no.types('9/8/22');
    expect(no.types('ไม่ใช่')).not.toContain('=');
    expect(no.types('ใช่')).not.toContain('=');
    const another = ask(founded);
    another.types('9/8/22');
    expect(another.types('9/8/2521')).toBe('= "1978-08-09"');
  });

  test('is picked from a calendar within its bounds', () => {
    expect(ask(founded).labels()).toEqual(['เลือกวันที่']);
    expect(ask(people).labels()).toEqual([]);
  });

  test('of any text says so: a command word could be its answer', () => {
    expect(ask(name).data()).toMatchObject({ free: 'yes' });
    expect(ask(people).data()).not.toHaveProperty('free');
  });
});
