import { expect, test } from 'vitest';
import { rememberLast } from '../../src/kernel/rememberLast.ts';

test('is worked out again only for other arguments, of which the last ones are known', () => {
  let worked = 0;
  const sum = rememberLast((numbers: readonly number[], more: number) => {
    worked += 1;
    return numbers.reduce((all, one) => all + one, more);
  });
  expect([sum([1, 2], 3), sum([1, 2], 3)]).toEqual([6, 6]);
  expect(worked).toBe(1);
  expect([sum([1, 2], 4), sum([1, 2, 3], 4), sum([1, 2], 3)]).toEqual([7, 10, 6]);
  expect(worked).toBe(4);
});
