import { describe, expect, test } from 'vitest';
import {
  announcedTargets,
  isComplete,
  partsOf,
  targetOf,
} from '../../../../src/features/household/rules/target.ts';
import type { Scope } from '../../../../src/programme/area/areas.ts';

describe('the targets of households', () => {
  test('of the nation are kept as announced, with the difference that their parts leave', () => {
    const announced = announcedTargets[2565];
    expect(announced).toMatchObject({
      announced: 14_250,
      parts: [{ households: 4620 }, { households: 9530 }],
    });
    expect(announced && partsOf(announced)).toEqual({ sum: 14_150, difference: 100 });
  });

  test('of an area are the sum of those of its centers: 35 in the trial province', () => {
    const eight = [5, 5, 5, 5, 5, 5, 5, 0].map((target) => ({ target, reached: 4 }));
    expect(targetOf(eight)).toEqual({
      householdTarget: 35,
      reachedInTarget: 28,
      reachedOutside: 4,
      centersBelowTarget: 7,
      centersUnknown: 0,
    });
  });

  test('of an area are not reached as long as one of them is not known, which is no 0', () => {
    const some = targetOf([{ target: 5, reached: 9 }, { reached: 2 }]);
    expect(some).toEqual({
      householdTarget: 5,
      reachedInTarget: 9,
      reachedOutside: 2,
      centersBelowTarget: 0,
      centersUnknown: 1,
    });
    expect(isComplete({ kind: 'nation' }, some)).toBe(false);
  });

  test('are reached center by center in the trial province, and elsewhere in the sum', () => {
    const targets = targetOf([
      { target: 5, reached: 3 },
      { target: 5, reached: 7 },
    ]);
    const trial: Scope = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' };
    expect(isComplete(trial, targets)).toBe(false);
    expect(isComplete({ kind: 'province', province: 'น่าน' }, targets)).toBe(true);
    expect(isComplete(trial, targetOf([{ target: 5, reached: 5 }]))).toBe(true);
  });

  test('are not reached by households of centers that have none', () => {
    const targets = targetOf([
      { target: 5, reached: 3 },
      { target: 0, reached: 7 },
    ]);
    expect(targets).toMatchObject({ reachedInTarget: 3, reachedOutside: 7 });
    expect(isComplete({ kind: 'nation' }, targets)).toBe(false);
  });
});
