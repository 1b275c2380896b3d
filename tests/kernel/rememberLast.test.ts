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

test('compares the lists of last time, not equal ones of before, so that it is quick', () => {
  let looked = 0;
  const list = () => ({
    get numbers() {
      looked += 1;
      return [1, 2];
    },
  });
  const sum = rememberLast(
    ({ numbers: [one = 0, two = 0] }: { readonly numbers: readonly number[] }) => one + two,
  );
  sum(list());
  const lasting = list();
  expect([sum(lasting), sum(lasting)]).toEqual([3, 3]);
  looked = 0;
  expect([sum(lasting), sum(lasting), looked]).toEqual([3, 3, 0]);
});
