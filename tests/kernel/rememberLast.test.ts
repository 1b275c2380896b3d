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

test('takes long lists for other ones unless they are the very same', () => {
  let worked = 0;
  const count = rememberLast(({ list }: { readonly list: readonly number[]; readonly more: unknown }) => {
    worked += 1;
    return list.length;
  });
  const long = Array.from({ length: 1_001 }, (_, at) => at);
  const more = () => ({ day: new Date(0), of: new Map([['a', 1]]), short: [{ name: 'a' }] });
  expect([count({ list: long, more: more() }), count({ list: long, more: more() })]).toEqual([1_001, 1_001]);
  expect(worked).toBe(1);
  count({ list: [...long], more: more() });
  expect(worked).toBe(2);
  count({ list: [...long], more: { ...more(), short: [{ name: 'b' }] } });
  expect(worked).toBe(3);
});
