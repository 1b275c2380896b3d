import { describe, expect, it } from 'vitest';
import { partitionOf } from '../../src/app/inbox/partition.ts';
import { createOwnership } from '../../src/app/ownership.ts';
import { type Leases, partitions } from '../../src/app/ports.ts';
import { defaultLimits } from '../../src/app/process/limits.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { createMemory } from '../support/memoryStore.ts';
import { createVirtualTime } from '../support/virtualTime.ts';
import { anna, linesTo, say, startWorld } from './chat.ts';
import { startsAt } from './world.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

function ownershipWith(leases: Partial<Leases>) {
  const time = createVirtualTime(startsAt);
  const memory = createMemory({ now: time.clock.now }).storeOf('one');
  const ownership = createOwnership({
    ...Object.create(null),
    store: { ...memory, leases: { ...memory.leases, ...leases } },
    clock: time.clock,
    process: 'one',
    shareOfWork: 'member',
    log: silent,
    limits: defaultLimits,
  });
  return { time, ownership };
}

describe('a lease', () => {
  it('is believed in from the moment before it was asked for', async () => {
    const { time, ownership } = ownershipWith({});
    await ownership.renew();
    await time.pass(7000);
    expect(ownership.leaseMs(0)).toBe(1000);
    await time.pass(1000);
    expect(ownership.held()).toEqual([]);
  });

  it('is not believed in for longer because its renewal was long under way', async () => {
    const answers: (() => void)[] = [];
    const renew = () => new Promise<readonly number[]>((resolve) => answers.push(() => resolve([3])));
    const { time, ownership } = ownershipWith({ renew });
    const renewal = ownership.renew();
    await time.pass(9000);
    answers[0]?.();
    await renewal;
    expect(ownership.leaseMs(3)).toBeLessThanOrEqual(0);
    expect(ownership.held()).toEqual([]);
  });

  it('that lapsed in between counts as a new one, since others may have worked meanwhile', async () => {
    const { time, ownership } = ownershipWith({});
    expect(await ownership.renew()).toHaveLength(partitions);
    expect(await ownership.renew()).toEqual([]);
    await time.pass(8000);
    expect(await ownership.renew()).toHaveLength(partitions);
  });

  it('is released only after a renewal that is still under way', async () => {
    const calls: string[] = [];
    let end = () => {};
    const { ownership } = ownershipWith({
      renew: () =>
        new Promise((resolve) => {
          end = () => {
            calls.push('renewed');
            resolve([1]);
          };
        }),
      release: async () => void calls.push('released'),
    });
    void ownership.renew();
    const released = ownership.release();
    end();
    await released;
    expect(calls).toEqual(['renewed', 'released']);
    expect(ownership.held()).toEqual([]);
  });
});

describe('several processes', () => {
  it('share the partitions, and none stays without', async () => {
    const world = await startWorld({ processes: 3 });
    await world.time.pass(10_000);
    const held = [0, 1, 2].map((place) => world.process(place)?.shell.health().held ?? 0);
    expect(held.reduce((sum, one) => sum + one)).toBe(partitions);
    expect(Math.min(...held)).toBeGreaterThan(15);
  });

  it('answer each person wherever the event came in, soon', async () => {
    const world = await startWorld({ processes: 3, people: 12 });
    await world.time.pass(10_000);
    const begun = world.time.clock.monotonic();
    for (const person of world.people) void world.type(person, 'agree');
    await world.time.until(() => world.line.shown.length === 12, 5000);
    expect(world.time.clock.monotonic() - begun).toBeLessThan(100);
    await world.rest();
  });

  it('take over within ten seconds from one that died, and from one that is held up', async () => {
    for (const kind of ['kill', 'freeze'] as const) {
      let strikes = 0;
      const world = await startWorld({
        processes: 2,
        fateAt: (_process, call) =>
          call === 'persons.commit' && strikes++ === 0 ? { kind, side: 'before', ms: 60_000 } : undefined,
      });
      await world.time.pass(10_000);
      const begun = world.time.clock.now().getTime();
      void world.type(anna, 'agree');
      await world.time.until(() => linesTo(world, anna).length === 1, 30_000);
      expect(Number(world.line.shown[0]?.at) - begun).toBeLessThanOrEqual(10_500);
      await world.rest();
    }
  });

  it('lose nothing when the watch breaks, since unfinished rows are looked for too', async () => {
    const world = await startWorld({
      processes: 2,
      store: (store) => ({
        ...store,
        inbox: { ...store.inbox, watch: () => Promise.reject(new Error('broken')) },
      }),
    });
    await say(world, anna, 'agree', 'one', 'two');
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2', 'e3 q3']);
  });
});

describe('partitions', () => {
  it('of a person never change', () => {
    expect(['P0', 'P1', 'Pxyz'].map((person) => partitionOf(person as PersonId))).toMatchInlineSnapshot(`
      [
        18,
        37,
        7,
      ]
    `);
  });

  it('are about equally full', () => {
    const full = Array<number>(partitions).fill(0);
    for (let person = 0; person < 64_000; person += 1) {
      const partition = partitionOf(`P${person.toString(36)}` as PersonId);
      full[partition] = (full[partition] ?? 0) + 1;
    }
    expect(Math.min(...full)).toBeGreaterThan(700);
    expect(Math.max(...full)).toBeLessThan(1300);
  });
});
