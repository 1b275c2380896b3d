import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/engine/draft.ts';
import type { LeafStep, Test } from '../../src/engine/form.ts';
import type { Json } from '../../src/engine/ids.ts';
import { evidenceOn, numberedSlots } from '../../src/engine/review.ts';
import { type Values, valuesOf, walk } from '../../src/engine/walk.ts';
import { extent } from '../extent.ts';
import { seed } from '../seed.ts';
import { anyForm, freshDraft, specOf } from './anyForm.ts';
import { anyWishes, engine, play } from './anyMoves.ts';
import { tally } from './parse/properties.ts';
import { draftOf, end, formOf, key, members, points, skip, step } from './smallForms.ts';

const asked = (form: ReturnType<typeof formOf>, draft: Draft) =>
  walk(form, draft).slots.map(({ key }) => key);
const openKey = (form: ReturnType<typeof formOf>, draft: Draft) => walk(form, draft).open?.key;
const values = (form: ReturnType<typeof formOf>, draft: Draft) => valuesOf(walk(form, draft).slots);

describe('a filled-in form', () => {
  const form = formOf(points(1), points(2), step({ id: 'why', kind: 'text', max: 40, optional: true }));

  it('opens at its first question and goes on to the first without an answer', () => {
    expect(openKey(form, freshDraft(form))).toBe('i1');
    expect(openKey(form, draftOf(form, ['i1', '3']))).toBe('i2');
    expect(openKey(form, draftOf(form, ['i2', '3']))).toBe('i1');
  });

  it('is complete when every question is answered or skipped', () => {
    expect(openKey(form, draftOf(form, ['i1', '3'], ['i2', '1'], ['why', skip]))).toBeUndefined();
    expect(values(form, draftOf(form, ['i1', '3'], ['i2', '1'], ['why', skip]))).toEqual({
      i1: '3',
      i2: '1',
    });
  });

  it('takes the latest answer to a question', () => {
    expect(values(form, draftOf(form, ['i1', '3'], ['i2', '1'], ['i1', '2']))).toEqual({ i1: '2', i2: '1' });
    expect(values(form, draftOf(form, ['why', 'x'], ['why', skip]))).toEqual({});
    expect(values(form, draftOf(form, ['why', skip], ['why', 'x']))).toEqual({ why: 'x' });
  });
});

describe('a question beside another', () => {
  const form = formOf(points(1), step({ id: 'proof', kind: 'text', max: 40, beside: 'i1' }), points(2));

  it('is passed over until somebody asks for it, and then stands with its answer', () => {
    expect(asked(form, draftOf(form, ['i1', '3']))).toEqual(['i1', 'i2']);
    const wanted = { ...draftOf(form, ['i1', '3']), focus: key('proof') };
    expect(asked(form, wanted)).toEqual(['i1', 'proof', 'i2']);
    expect(values(form, draftOf(form, ['i1', '3'], ['proof', 'x']))).toEqual({ i1: '3', proof: 'x' });
    expect(asked(form, draftOf(form, ['i1', '3'], ['proof', skip]))).toEqual(['i1', 'i2']);
  });
});

describe('a condition', () => {
  const shown = (when: Test, ...answers: Parameters<typeof draftOf>[1][]) => {
    const form = formOf(
      points(1),
      step({ id: 'sure', kind: 'yesNo' }),
      step({ id: 'last', kind: 'text', max: 9, when }),
    );
    const draft = draftOf(form, ...answers);
    return walk(
      form,
      { ...draft, facts: { old: true, none: false } },
      { two: (all) => all.i1 === '2' },
    ).slots.some((slot) => slot.key === 'last');
  };

  it('compares an answer, of a scale also by its number', () => {
    expect(shown({ is: ['i1', '3'] }, ['i1', '3'])).toBe(true);
    expect(shown({ is: ['i1', '3'] }, ['i1', '2'])).toBe(false);
    expect(shown({ is: ['sure', false] }, ['sure', false])).toBe(true);
    expect(shown({ atLeast: ['i1', 2] }, ['i1', '2'])).toBe(true);
    expect(shown({ atLeast: ['i1', 2] }, ['i1', '1'])).toBe(false);
  });

  it('about a question without an answer does not hold', () => {
    expect(shown({ is: ['i1', '3'] })).toBe(false);
    expect(shown({ atLeast: ['i1', 0] })).toBe(false);
    expect(shown({ is: ['sure', false] }, ['sure', skip])).toBe(false);
  });

  it('knows facts of the draft, facts that are computed, all, any and not', () => {
    expect(shown({ fact: 'old' })).toBe(true);
    expect(shown({ fact: 'none' })).toBe(false);
    expect(shown({ fact: 'unheard' })).toBe(false);
    expect(shown({ fact: 'two' }, ['i1', '2'])).toBe(true);
    expect(shown({ all: [{ fact: 'old' }, { is: ['i1', '1'] }] }, ['i1', '2'])).toBe(false);
    expect(shown({ any: [{ fact: 'none' }, { is: ['i1', '1'] }] }, ['i1', '1'])).toBe(true);
    expect(shown({ not: { is: ['i1', '1'] } }, ['i1', '1'])).toBe(false);
  });

  it('hides a question with its answer, which comes back intact', () => {
    const form = formOf(
      step({ id: 'debts', kind: 'yesNo' }),
      step({ id: 'baht', kind: 'money', min: 0, max: 1000, when: { is: ['debts', true] } }),
    );
    const answers = [
      ['debts', true],
      ['baht', 500],
    ] as const;
    expect(values(form, draftOf(form, ...answers))).toEqual({ debts: true, baht: 500 });
    expect(values(form, draftOf(form, ...answers, ['debts', false]))).toEqual({ debts: false });
    expect(values(form, draftOf(form, ...answers, ['debts', false], ['debts', true]))).toEqual({
      debts: true,
      baht: 500,
    });
  });
});

describe('a list', () => {
  const form = formOf(members, step({ id: 'last', kind: 'text', max: 9 }));

  it('asks item after item until it is ended', () => {
    expect(asked(form, freshDraft(form))).toEqual(['members.1.name', 'members.1.works', 'last']);
    const one = [
      ['members.1.name', 'ก'],
      ['members.1.works', false],
    ] as const;
    expect(openKey(form, draftOf(form, ...one))).toBe('members.2.name');
    expect(openKey(form, draftOf(form, ...one, ['members.2', end]))).toBe('last');
  });

  it('looks at the answers of its own item first', () => {
    const draft = draftOf(
      form,
      ['members.1.name', 'ก'],
      ['members.1.works', true],
      ['members.1.job', 'ทอผ้า'],
    );
    expect(asked(form, draft)).toEqual([
      'members.1.name',
      'members.1.works',
      'members.1.job',
      'members.2.name',
      'members.2.works',
      'last',
    ]);
  });

  it('may end only before an item, and not below its least', () => {
    const atLeastOne = formOf({ ...members, min: 1 });
    const mayEnd = (draft: Draft) =>
      walk(atLeastOne, draft).slots.map(({ item }) => `${item?.no}${item?.mayEnd ? ' may end' : ''}`);
    expect(mayEnd(freshDraft(atLeastOne))).toEqual(['1', '1']);
    const one = draftOf(atLeastOne, ['members.1.name', 'ก'], ['members.1.works', false]);
    expect(mayEnd(one)).toEqual(['1', '1', '2 may end', '2']);
    expect(openKey(atLeastOne, draftOf(atLeastOne, ['members.1', end]))).toBe('members.1.name');
  });

  it('may also end before an item whose first question is hidden', () => {
    const first = step({ id: 'code', kind: 'text', max: 9, when: { fact: 'never' } }) satisfies LeafStep;
    const hidden = formOf({ ...members, steps: [first, step({ id: 'name', kind: 'text', max: 9 })] });
    expect(walk(hidden, freshDraft(hidden)).open).toMatchObject({
      key: 'members.1.name',
      item: { mayEnd: true },
    });
  });

  it('is full at its most items', () => {
    const full = [1, 2, 3].flatMap(
      (no) =>
        [
          [`members.${no}.name`, 'ก'],
          [`members.${no}.works`, false],
        ] as const,
    );
    expect(openKey(form, draftOf(form, ...full))).toBe('last');
  });

  it('that was ended goes on with an answer to its next item', () => {
    const ended = [['members.1', end] as const];
    expect(openKey(form, draftOf(form, ...ended))).toBe('last');
    expect(openKey(form, draftOf(form, ...ended, ['members.1.name', 'ก']))).toBe('members.1.works');
  });

  it('that was ended is open again while the focus is on its next item', () => {
    const ended = draftOf(form, ['members.1', end]);
    expect(openKey(form, { ...ended, focus: key('members.1.name') })).toBe('members.1.name');
    expect(openKey(form, { ...ended, focus: key('members.2.name') })).toBe('last');
  });
});

describe('the numbers of the review', () => {
  it('are those of the headings, then the others in their order', () => {
    const form = {
      ...formOf(members, points(1), points(2), step({ id: 'why', kind: 'text', max: 9 })),
      numbered: 2,
    };
    const draft = draftOf(form, ['members.1', end]);
    expect(
      numberedSlots(form, walk(form, draft).slots).map(({ number, slot }) => [number, slot.key]),
    ).toEqual([
      [1, 'i1'],
      [2, 'i2'],
      [3, 'why'],
    ]);
  });

  it('show what was kept as evidence beside its question', () => {
    const draft = freshDraft(formOf(points(1)));
    const keep = (name: string, file: string) => ({
      ...{ do: 'keep' as const, key: key(name), at: draft.startedAt, event: 'e' as never },
      evidence: { kind: 'photo' as const, file },
    });
    const kept = { log: [keep('i1', 'a'), keep('i2', 'b'), keep('i1', 'c')] };
    expect(evidenceOn(kept, key('i1')).map((one) => one.kind === 'photo' && one.file)).toEqual(['a', 'c']);
  });
});

/** A condition, judged once more and in another way: over what is asked before the question. */
function judge(
  test: Test,
  prefix: string,
  values: Values,
  facts: { readonly [name: string]: Json },
): boolean {
  const of = (name: string) => values[`${prefix}${name}`] ?? values[name];
  if ('is' in test) return of(test.is[0]) === test.is[1];
  if ('atLeast' in test) return Number(of(test.atLeast[0])) >= test.atLeast[1];
  if ('fact' in test)
    return test.fact === 'several' ? Object.keys(values).length > 2 : facts[test.fact] === true;
  if ('not' in test) return !judge(test.not, prefix, values, facts);
  const all = ('all' in test ? test.all : test.any).map((one) => judge(one, prefix, values, facts));
  return 'all' in test ? !all.includes(false) : all.includes(true);
}

const numRuns = extent(400, 1_000);

describe('whatever was answered', () => {
  const onlyAsked = (count: typeof valuesOf | ((draft: Draft) => Values), seen = tally<string>()) =>
    fc.property(anyForm, fc.boolean(), anyWishes, (form, known, wished) => {
      const spec = specOf(form);
      const draft = play(engine, spec, freshDraft(form, known), wished);
      const { slots } = walk(form, draft, spec.derived);
      const counted = count === valuesOf ? valuesOf(slots) : count(draft as never);
      const shown = slots.map(({ key }) => String(key));
      for (const name of Object.keys(counted)) expect(shown).toContain(name);
      for (const { key, do: what } of draft.log) {
        if (what === 'answer' && !shown.includes(key)) seen.count('hidden answer');
      }
      let before: Values = {};
      for (const slot of slots) {
        const prefix = slot.item ? `${slot.item.of.id}.${slot.item.no}.` : '';
        if (slot.step.when) seen.count('asked on a condition');
        if (slot.item) seen.count('of a list');
        expect(slot.step.when ? judge(slot.step.when, prefix, before, draft.facts) : true).toBe(true);
        before = { ...before, ...valuesOf([slot]) };
      }
    });

  it('a question is asked only where its condition holds, and only what is asked counts', () => {
    const seen = tally<string>();
    fc.assert(onlyAsked(valuesOf, seen), { seed, numRuns });
    expect(seen.fewest('hidden answer', 'asked on a condition', 'of a list')).toBeGreaterThan(numRuns / 25);
    const everyAnswer = ({ log }: Draft): Values =>
      Object.fromEntries(log.flatMap((entry) => (entry.do === 'answer' ? [[entry.key, entry.value]] : [])));
    expect(fc.check(onlyAsked(everyAnswer), { seed, numRuns, endOnFailure: true }).failed).toBe(true);
  });

  it('a question that is not asked has a condition that does not hold', () => {
    fc.assert(
      fc.property(anyForm, fc.boolean(), anyWishes, (form, known, wished) => {
        const spec = specOf(form);
        const draft = play(engine, spec, freshDraft(form, known), wished);
        const { slots } = walk(form, draft, spec.derived);
        let before: Values = {};
        for (const one of form.steps) {
          if (one.kind === 'repeat') {
            before = { ...before, ...valuesOf(slots.filter(({ item }) => item?.of.id === one.id)) };
            continue;
          }
          const slot = slots.find(({ key }) => key === one.id);
          expect(slot !== undefined).toBe(one.when ? judge(one.when, '', before, draft.facts) : true);
          if (slot) before = { ...before, ...valuesOf([slot]) };
        }
      }),
      { seed, numRuns },
    );
  });
});
