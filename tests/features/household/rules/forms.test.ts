import { describe, expect, test } from 'vitest';
import { checkForm } from '../../../../src/engine/checkForm.ts';
import type { Facts } from '../../../../src/engine/draft.ts';
import type { Form } from '../../../../src/engine/form.ts';
import type { EventId, Json, StepKey } from '../../../../src/engine/ids.ts';
import { type Derived, walk } from '../../../../src/engine/walk.ts';
import {
  householdEdit,
  householdEditDerived,
  householdEditFacts,
} from '../../../../src/features/household/forms/householdEdit.ts';
import { contractDerived, householdJoin } from '../../../../src/features/household/forms/householdJoin.ts';
import {
  householdMethods,
  householdMethodsDerived,
} from '../../../../src/features/household/forms/householdMethods.ts';
import { householdPlan } from '../../../../src/features/household/forms/householdPlan.ts';
import {
  householdResult,
  householdResultDerived,
  householdResultFacts,
} from '../../../../src/features/household/forms/householdResult.ts';
import {
  householdStep,
  householdStepDerived,
  householdStepFacts,
} from '../../../../src/features/household/forms/householdStep.ts';
import { methodKinds } from '../../../../src/features/household/rules/method.ts';
import { createTexts } from '../../../../src/text/texts.ts';
import { at } from './world.ts';

type Answers = { readonly [key: string]: Json };

/** The questions of a form that was answered like this; lists are ended behind their answers. */
function asked(form: Form, answers: Answers, derived: Derived = {}, ends: readonly string[] = []) {
  const entry = { at, event: 'e' as EventId };
  const log = [
    ...Object.entries(answers).map(([key, value]) => ({
      ...entry,
      do: 'answer' as const,
      key: key as StepKey,
      value,
    })),
    ...ends.map((key) => ({ ...entry, do: 'end' as const, key: key as StepKey })),
  ];
  const { slots, open } = walk(form, { log, facts: {} }, derived);
  return { keys: slots.map(({ key }) => key as string), open: open?.key };
}

/** The derived facts with what was known at the start of a draft. */
const knowing = (
  derived: { readonly [name: string]: (values: Answers, facts: Facts, prefix: string) => Json },
  facts: Facts,
): Derived =>
  Object.fromEntries(
    Object.entries(derived).map(([name, derive]) => [
      name,
      (values: Answers, _facts: Facts, prefix: string) => derive(values, facts, prefix),
    ]),
  );

const texts = createTexts();

describe('the forms of the household work', () => {
  test.each<[Form, Derived, readonly string[]]>([
    [householdJoin, contractDerived, ['funds']],
    [householdPlan, {}, []],
    [householdStep, householdStepDerived, householdStepFacts],
    [householdMethods, householdMethodsDerived, []],
    [householdResult, householdResultDerived, householdResultFacts],
    [householdEdit, householdEditDerived, householdEditFacts],
  ])('are sound, with their texts in both languages', (form, derived, facts) => {
    expect(checkForm(form, derived, facts, texts.has)).toEqual([]);
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });
});

describe('joining', () => {
  test('asks for consent first, and nothing more without it', () => {
    expect(asked(householdJoin, {}).keys).toEqual(['consent']);
    expect(asked(householdJoin, { consent: 'decline' })).toEqual({ keys: ['consent'], open: undefined });
  });

  test('asks about contracts one by one until the list is ended, but for one at least', () => {
    const start = { consent: 'accept', head: 'ก', houseNo: '1', members: 1, phone: '0810000101' };
    expect(asked(householdJoin, start, {}, ['contracts.1']).open).toBe('contracts.1.fund');
    const one = {
      ...start,
      'contracts.1.fund': 'กทบ.',
      'contracts.1.outstanding': 100,
      'contracts.1.rate': 6,
      'contracts.1.overdue': 'onTime',
    };
    expect(asked(householdJoin, one).open).toBe('contracts.2.fund');
    expect(asked(householdJoin, one, {}, ['contracts.2']).open).toBeUndefined();
  });
});

describe('a step', () => {
  const questions = (answers: Answers, reached: number, done: readonly number[] = []) =>
    asked(householdStep, answers, knowing(householdStepDerived, { reached, done })).keys;

  test('is explained where it jumps or goes back, unless it is the whole center’s', () => {
    expect(questions({ step: '4' }, 3)).not.toContain('reason');
    expect(questions({ step: '5' }, 3)).toContain('reason');
    expect(questions({ step: '4' }, 1, [1, 2, 3])).not.toContain('reason');
    expect(questions({ step: '2', wholeCenter: false }, 3)).toContain('reason');
    expect(questions({ step: '2', wholeCenter: true }, 3)).not.toContain('reason');
    expect(questions({}, 3)).not.toContain('reason');
  });

  test('can be the whole center’s only where it is the first or second, and classes debtors at the second', () => {
    expect(questions({ step: '3' }, 2)).toEqual(['step', 'on', 'together', 'note', 'photo']);
    expect(questions({ step: '1' }, 0)).toContain('wholeCenter');
    expect(questions({ step: '2', wholeCenter: false }, 1)).toContain('classes');
    expect(questions({ step: '2', wholeCenter: true }, 1)).not.toContain('classes');
  });
});

describe('methods', () => {
  test('ask what each of those used changed, and nothing of the others', () => {
    const questions = (...methods: readonly string[]) =>
      asked(householdMethods, { methods }, householdMethodsDerived).keys.slice(1);
    expect(questions('pause', 'waiver')).toEqual(['pauseVariant', 'pauseUntil', 'waived']);
    expect(methodKinds.map((kind) => questions(kind).length)).toEqual([2, 2, 2, 2, 1, 1, 4]);
    expect(questions(...methodKinds)).toHaveLength(14);
  });
});

describe('the result', () => {
  const left = (satang: number) => ({
    'contracts.1.fund': 'กทบ.',
    'contracts.1.outstanding': satang,
    'contracts.1.rate': 6,
    'contracts.1.overdue': 'onTime',
  });
  const open = (answers: Answers, facts: Facts, ends: readonly string[]) =>
    asked(householdResult, answers, knowing(householdResultDerived, facts), ends).open;

  test('may be no contract at all, and asks nothing else where debts did not grow', () => {
    expect(open({}, { debtBefore: 500, newContract: false }, ['contracts.1'])).toBeUndefined();
    expect(open(left(500), { debtBefore: 500, newContract: true }, ['contracts.2'])).toBeUndefined();
  });

  test('of more debt than at joining asks why', () => {
    expect(open(left(501), { debtBefore: 500, newContract: false }, ['contracts.2'])).toBe('growthReason');
  });

  test('of no debt in spite of a new contract asks why', () => {
    expect(open({}, { debtBefore: 500, newContract: true }, ['contracts.1'])).toBe('clearedReason');
    expect(open(left(0), { debtBefore: 500, newContract: true }, ['contracts.2'])).toBe('clearedReason');
  });
});
