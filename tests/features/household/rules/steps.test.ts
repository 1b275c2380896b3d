import { describe, expect, test } from 'vitest';
import {
  type DebtStep,
  doneSteps,
  dotsOf,
  leftOut,
  proposedClasses,
  reachedStep,
  turnOf,
} from '../../../../src/features/household/rules/steps.ts';
import { contract, day } from './world.ts';

const logged = (...steps: readonly (readonly [DebtStep, string])[]) =>
  steps.map(([step, on]) => ({ step, on: day(on) }));

describe('the step that a household reached', () => {
  test.each([
    ['none before the first', logged(), [], 0],
    ['the latest by date', logged([3, '2022-07-01'], [4, '2022-07-20']), [], 4],
    ['not one that was told of later but done before', logged([4, '2022-07-20'], [3, '2022-07-01']), [], 4],
    ['the one told of last on a day', logged([5, '2022-07-20'], [3, '2022-07-20']), [], 3],
    ['at least what was done for the whole center', logged([1, '2022-07-20']), [{ step: 2 as const }], 2],
    ['that of the center alone', logged(), [{ step: 1 as const }], 1],
  ])('is %s', (_what, own, center, expected) => expect(reachedStep(own, center)).toBe(expected));

  test('is followed, repeated, jumped from or gone back from', () => {
    const from = (reached: 0 | DebtStep, step: DebtStep, ...done: readonly DebtStep[]) =>
      turnOf({ reached, done }, step);
    expect([from(2, 3), from(3, 3), from(0, 3), from(5, 3)]).toEqual(['next', 'same', 'jump', 'back']);
    expect([from(0, 1), from(0, 2)]).toEqual(['next', 'jump']);
  });

  test('is no jump over steps that were done before a step back', () => {
    const own = logged([1, '2022-07-01'], [3, '2022-07-03'], [1, '2022-07-04']);
    const standing = { reached: reachedStep(own, []), done: doneSteps(own, [{ step: 2 }]) };
    expect(standing).toEqual({ reached: 1, done: [1, 2, 3] });
    expect(([2, 3, 4, 5] as const).map((step) => turnOf(standing, step))).toEqual([
      'next',
      'next',
      'next',
      'jump',
    ]);
    expect(leftOut(standing, 6)).toEqual([4, 5]);
  });
});

describe('the dots of a household', () => {
  test('show what was done, by whom for, and what was left out', () => {
    expect(dotsOf([{ step: 5 }, { step: 3 }], [{ step: 2 }])).toEqual([
      'gap',
      'centerwide',
      'done',
      'gap',
      'done',
      'open',
    ]);
    expect(dotsOf([], [])).toEqual(Array(6).fill('open'));
  });
});

describe('the classes of a debtor', () => {
  test('are proposed by the contracts', () => {
    expect(proposedClasses([contract(1), contract(1, { fund: 'กทบ.', overdue: true })], [])).toEqual([
      'severalSources',
      'severalContracts',
      'overdue',
    ]);
    expect(proposedClasses([contract(1)], [])).toEqual([]);
  });

  test('are several sources where lenders outside are owed besides, whose loans are no contracts', () => {
    const uncle = { lender: 'ลุงดำ', informal: true as const, outstandingSatang: 100 };
    expect(proposedClasses([contract(1)], [{ lender: 'ธ.ก.ส.' }])).toEqual(['severalSources']);
    expect(proposedClasses([contract(1)], [uncle])).toEqual(['severalSources']);
    expect(proposedClasses([], [uncle, { lender: 'ธ.ก.ส.' }])).toEqual(['severalSources']);
    expect(proposedClasses([], [uncle])).toEqual([]);
  });

  test('are one source where a fund is only written in two ways', () => {
    const twice = ['กทบ.', 'กทบ'].map((fund) => contract(1, { fund }));
    expect(proposedClasses(twice, [])).toEqual(['severalContracts']);
  });
});
