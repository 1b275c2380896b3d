import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent } from '../extent.ts';
import { seed } from '../seed.ts';
import { faultyParts } from './faultyParts.ts';
import { expectAllRight } from './oracle.ts';
import { play, points, type Run, schedules } from './schedule.ts';
import type { WorldOptions } from './world.ts';

const numRuns = extent(200, 2_000);

/** When the processes have shared the partitions among them. */
const later = ([first = 0, ...rest]: readonly number[]) => [first + 10_000, ...rest];
const nothingBefalls = { fates: [], faults: [], outage: undefined, bothHoldAll: false };

/** The property, for sound and for faulty parts. */
const holds = (parts: Pick<WorldOptions, 'store' | 'turn'>, learn: (run: Run) => void = () => {}) =>
  fc.asyncProperty(schedules, async (schedule) => {
    const run = await play(schedule, parts);
    learn(run);
    expectAllRight(run.world);
  });

describe('two processes on one database', () => {
  const reached = new Map<string, number>();
  const reach = (what: string, times = 1) => reached.set(what, (reached.get(what) ?? 0) + times);

  function learn({ world, struck }: Run): void {
    for (const point of struck) reach(point);
    for (const { code } of world.logged) reach(code);
    for (const [what, times] of Object.entries(world.counted)) reach(what, times);
    const handlers = world.people.map(
      (person) => new Set(world.memory.history.filter((one) => one.person === person).map(({ by }) => by)),
    );
    reach('person handled by several processes', handlers.filter(({ size }) => size > 1).length);
  }

  it('lose nothing and do nothing twice, whatever befalls them', async () => {
    await fc.assert(holds({}, learn), { seed, numRuns });
  }, 600_000);

  it('lose no word while nothing befalls them', async () => {
    const calm = schedules.map((schedule) => ({
      ...schedule,
      ...nothingBefalls,
      pauses: schedule.pauses.map(later),
    }));
    const runs = fc.asyncProperty(calm, async (schedule) => {
      const { world } = await play(schedule);
      expectAllRight(world);
      expect(world.logged.filter(({ code }) => code !== 'partitionsGained')).toEqual([]);
    });
    await fc.assert(runs, { seed, numRuns: numRuns / 5 });
  }, 600_000);

  const strikes = ['kill', 'freeze'].flatMap((kind) =>
    points.flatMap((point) => [`${kind} before ${point}`, `${kind} after ${point}`]),
  );
  const states = [
    'person handled by several processes',
    'lostRaces',
    'ambiguousSend',
    'unheardSend',
    'lostSend',
    'keptSend',
    'refusedSend',
    'pushes',
    'databaseAway',
    'lineRateLimited',
    'lineAccessTokenRefused',
  ];
  it.each([...strikes, ...states])('and these runs reached: %s', (what) => {
    expect(reached.get(what) ?? 0).toBeGreaterThan(0);
  });
});

describe('the same runs catch it when', () => {
  it.each(Object.entries(faultyParts))('%s', async (_rule, parts) => {
    const { failed } = await fc.check(holds(parts), { seed, numRuns, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
