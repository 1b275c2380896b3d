import { describe, expect, test } from 'vitest';
import { announcedTargets, isComplete, partsOf, targetOf } from '../../../src/domain/household/target.ts';

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
    const eight = [5, 5, 5, 5, 5, 5, 5, 0].map((householdTarget) => ({ householdTarget }));
    expect(targetOf(eight)).toBe(35);
  });

  test('are reached center by center or in the sum, as the area is set', () => {
    const centers = [
      { target: 5, reached: 3 },
      { target: 5, reached: 7 },
    ];
    expect([isComplete(centers, 'eachCenter'), isComplete(centers, 'sum')]).toEqual([false, true]);
    expect(isComplete([{ target: 5, reached: 5 }], 'eachCenter')).toBe(true);
    expect(isComplete([{ target: 5, reached: 4 }], 'sum')).toBe(false);
  });
});
