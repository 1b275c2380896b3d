import { expect, test } from 'vitest';
import { rememberingRules } from '../../src/app/rules.ts';
import type { Deadlines } from '../../src/features/deadline/store.ts';
import { newDeadline } from '../../src/programme/deadline/deadline.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';

const year = 2565 as FiscalYear;

test('the dates of a year are read once a second, and at once after one was set here', async () => {
  const seen = { reads: 0, clock: 0 };
  const store: Deadlines = {
    read: async () => undefined,
    write: async () => 'committed',
    rules: async () => {
      seen.reads += 1;
      if (seen.reads === 1) throw new Error('away');
      return [];
    },
  };
  const { rules, write } = rememberingRules(store, { monotonic: () => seen.clock });
  const readsAfter = async () => {
    await rules(year);
    return seen.reads;
  };
  await expect(rules(year)).rejects.toThrow('away');
  expect([await readsAfter(), await readsAfter()]).toEqual([2, 2]);
  seen.clock = 1001;
  expect([await readsAfter(), await readsAfter()]).toEqual([3, 3]);
  await write(newDeadline('assessment', { year }, { kind: 'nation' }), 0);
  expect(await readsAfter()).toBe(4);
});
