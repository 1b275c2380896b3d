import { describe, expect, it } from 'vitest';
import { checkForm } from '../../src/engine/checkForm.ts';
import { members, points, step } from './smallForms.ts';

const head = { id: 'small', version: 1, source: 'แบบทดลอง พ.ศ. 2565' };
const check = (...steps: readonly unknown[]) => checkForm({ ...head, steps }, {}, [], () => true);
const text = (id: string, more: object = {}) => step({ id, kind: 'text', max: 40, ...more });

describe('a form that may be used', () => {
  it('has no faults', () => {
    expect(check(points(1), members, text('why', { when: { not: { atLeast: ['i1', 3] } } }))).toEqual([]);
    const form = { ...head, numbered: 2, steps: [points(1), points(2)] };
    expect(checkForm(form, {}, [], () => true)).toEqual([]);
  });

  it('survives JSON', () => {
    const form = { ...head, steps: [points(1), members] };
    expect(checkForm(JSON.parse(JSON.stringify(form)), {}, [], () => true)).toEqual([]);
  });
});

describe('a form that may not be used', () => {
  it('is told where its shape is wrong', () => {
    expect(check({ ...text('why'), max: 'forty' })).not.toEqual([]);
    expect(check(text('Why'))).not.toEqual([]);
    expect(check({ ...text('why'), colour: 'red' })).not.toEqual([]);
    expect(check(step({ id: 'one', kind: 'choice', options: ['only'] }))).not.toEqual([]);
    expect(check()).not.toEqual([]);
    for (const none of [null, undefined, 3, 'form', []])
      expect(checkForm(none, {}, [], () => true)).not.toEqual([]);
  });

  it('uses an id twice, also within a list', () => {
    expect(check(text('why'), text('why'))).toEqual(['why: the id is used twice']);
    expect(check(text('name'), members)).toEqual(['name: the id is used twice']);
  });

  it('looks forward, at itself, or from outside into a list', () => {
    const isLater = (at: string) => `why: its condition looks at ${at}, which is not asked before it`;
    expect(check(text('why', { when: { atLeast: ['i1', 2] } }), points(1))).toEqual([isLater('i1')]);
    expect(check(text('why', { when: { is: ['why', 'x'] } }))).toEqual([isLater('why')]);
    expect(check(members, text('why', { when: { is: ['works', true] } }))).toEqual([isLater('works')]);
    expect(check(members, text('why', { when: { is: ['members', 1] } }))).toEqual([isLater('members')]);
  });

  it('waits for what a choice does not offer', () => {
    expect(check(points(1), text('why', { when: { any: [{ is: ['i1', '4'] }] } }))).toEqual([
      'why: its condition waits for 4, which i1 does not offer',
    ]);
    // A scale's options are words, although they are figures.
    expect(check(points(1), text('why', { when: { is: ['i1', 3] } }))).toEqual([
      'why: its condition waits for 3, which i1 does not offer',
    ]);
  });

  it('names a fact that nothing computes', () => {
    const form = { ...head, steps: [text('why', { when: { all: [{ fact: 'old' }, { fact: 'full' }] } })] };
    expect(checkForm(form, { full: () => true }, ['old'], () => true)).toEqual([]);
    expect(checkForm(form, {}, ['old'], () => true)).toEqual(['why: nothing computes the fact full']);
    expect(checkForm(form, { full: () => true }, [], () => true)).toEqual([
      'why: nothing computes the fact old',
    ]);
  });

  it('lacks a text in a language', () => {
    const form = { ...head, steps: [{ ...points(1), definitions: ['debt'] }] };
    const base = 'forms:small.1';
    const texts = [
      `${base}.definitions.debt`,
      `${base}.i1.title`,
      `${base}.parts.one`,
      ...[1, 2, 3].map((n) => `${base}.i1.options.${n}`),
    ];
    expect(checkForm(form, {}, [], (key) => texts.includes(key))).toEqual([]);
    for (const missing of texts) {
      const faults = checkForm(form, {}, [], (key) => key !== missing && texts.includes(key));
      expect(faults).toEqual([`i1: the text ${missing} is missing in a language`]);
    }
  });

  it('has ranges of times that are not as many as the options', () => {
    expect(check({ ...points(1), timesFrom: [1, 3] })).toEqual([
      'i1: timesFrom does not have one number for each option',
    ]);
  });

  it('asks beside a question that does not come before', () => {
    const beside = text('proof', { beside: 'i1' });
    expect(check(points(1), beside)).toEqual([]);
    expect(check(beside, points(1))).toEqual(['proof: it is beside i1, which is not asked before it']);
  });

  it('borrows texts that are not there', () => {
    const form = { ...head, steps: [text('why', { text: 'reason' })] };
    expect(checkForm(form, {}, [], (key) => !key.includes('reason'))).toEqual([
      'why: the text forms:small.1.reason.title is missing in a language',
    ]);
  });

  it('offers more than a message has buttons for', () => {
    const options = Array.from({ length: 11 }, (_, n) => `o${n}`);
    expect(check(step({ id: 'one', kind: 'choice', options }))).toEqual(['one: more than 10 options']);
    expect(check(step({ id: 'one', kind: 'choice', options: options.slice(1) }))).toEqual([]);
  });

  it('asks for more items than it takes', () => {
    expect(check({ ...members, min: 4 })).toEqual(['members: at least 4 and at most 3 items']);
  });

  it('has headings that do not count up to their number', () => {
    const numbered = (...steps: readonly unknown[]) =>
      checkForm({ ...head, numbered: 2, steps }, {}, [], () => true);
    const fault = ['numbered: the headings do not run from 1 to 2'];
    expect(numbered(points(1))).toEqual(fault);
    expect(numbered(points(2), points(1))).toEqual(fault);
    expect(numbered(points(1), points(2), points(3))).toEqual(fault);
  });
});
