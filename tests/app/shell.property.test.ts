import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '../seed.ts';
import { expectAllRight } from './oracle.ts';
import { play, schedules } from './schedule.ts';

const numRuns = Number(process.env.FUNDLINE_RUNS ?? 200);

describe('two processes on one database', () => {
  it('lose nothing and do nothing twice, whatever befalls them', async () => {
    const struck = new Map<string, number>();
    const counted: { [what: string]: number } = {};
    const add = (what: string, by = 1) => {
      counted[what] = (counted[what] ?? 0) + by;
    };
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const { world, struck: at } = await play(schedule);
        for (const point of at) struck.set(point, (struck.get(point) ?? 0) + 1);
        for (const [what, times] of Object.entries(world.counted)) add(what, times);
        for (const { code } of world.logged) add(code);
        expectAllRight(world);
      }),
      { seed, numRuns },
    );
    process.stderr.write(`${JSON.stringify(counted)}\n${JSON.stringify([...struck].sort())}\n`);
    expect(struck.size).toBeGreaterThan(10);
  }, 600_000);
});
