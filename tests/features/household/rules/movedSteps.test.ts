import { describe, expect, test } from 'vitest';
import type { Household } from '../../../../src/features/household/rules/household.ts';
import {
  type CenterStep,
  type CenterStepNo,
  dotsOf,
  reachedStep,
} from '../../../../src/features/household/rules/steps.ts';
import { after, at, centers, day, decide, joined, move, officer, step, year } from './world.ts';

const [here, there, far] = centers;

const logged = (...steps: readonly CenterStepNo[]): readonly CenterStep[] =>
  steps.map((each) => ({ step: each, on: day('2022-05-01'), photos: [], at, by: officer }));
/** Moves to a center, out of one that has logged these steps for all. */
const leaving = (to: (typeof centers)[number], ...steps: readonly CenterStepNo[]) => ({
  ...move(to),
  centerSteps: { [year]: logged(...steps) },
});
const stepsOf = (household: Household) => household.work[year]?.steps ?? [];
const shown = (household: Household, ...inBook: readonly CenterStepNo[]) =>
  dotsOf(stepsOf(household), logged(...inBook));

describe('the steps that a center logged for all its households', () => {
  const gone = after(joined(), step(3), leaving(there, 1, 2));

  test('go with a household that moves, and leave no gap', () => {
    expect(shown(gone)).toEqual(['centerwide', 'centerwide', 'done', 'open', 'open', 'open']);
    expect(reachedStep(stepsOf(gone), [])).toBe(3);
  });

  test('are nothing that the household reached later than its own', () => {
    const early = after(joined(), step(3, '2022-06-02'), {
      ...move(there),
      centerSteps: { [year]: logged(2).map((each) => ({ ...each, on: day('2022-07-20') })) },
    });
    expect(reachedStep(stepsOf(early), [])).toBe(3);
  });

  test('stand once where it comes back', () => {
    const back = after(gone, leaving(here, 1));
    expect(stepsOf(back).map((each) => [each.step, each.ofCenter])).toEqual([
      [1, there.center],
      [3, undefined],
    ]);
    const around = after(gone, leaving(far));
    expect(shown(around)).toEqual(shown(gone));
  });

  test('may be older than the household in the work', () => {
    const changes = [{ field: 'joinedOn' as const, value: day('2022-06-15') }];
    const { outcome } = decide(gone, { kind: 'change', based: 99, changes });
    expect(outcome.kind).toBe('changed');
  });
});
