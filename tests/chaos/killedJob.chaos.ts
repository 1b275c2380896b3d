import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openClockOffice } from '../jobs/clockOffice.ts';

const where = { province: 'ปราจีนบุรี', district: 'นาดี' };
/** More than are on their way at a time. */
const people = 240;
const words = ['run-job', 'reminders', '--at', '2565-08-08T08:30'];

test('after the process was killed in the middle of its sends nobody gets two and nobody none', async () => {
  const world = await openClockOffice('killed', false);
  try {
    await world.addCenter('ศจก.1', where.province, where.district);
    await world.due('assessment', { kind: 'province', province: where.province }, '2022-08-09');
    const officers = await Promise.all(
      Array.from({ length: people }, () => world.bind('officer', { kind: 'district', ...where })),
    );
    const told = () => officers.map((userId) => world.pushesTo(userId).length);
    const total = () => told().reduce((sum, count) => sum + count, 0);

    const first = world.command(...words);
    const ended = once(first, 'exit');
    await expect.poll(total, { interval: 20 }).toBeGreaterThan(20);
    first.kill('SIGKILL');
    await ended;
    expect(total()).toBeLessThan(people);

    const second = world.command(...words);
    const [printed] = await Promise.all([second.stdout ? text(second.stdout) : '', once(second, 'exit')]);
    expect(printed).toContain(`sent ${people}`);
    expect(new Set(told())).toEqual(new Set([1]));
    const third = world.command(...words);
    expect(third.stdout ? await text(third.stdout) : '').toContain('already run');
  } finally {
    await world.close();
  }
});
