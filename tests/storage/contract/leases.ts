import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Leases, partitions } from '../../../src/app/ports.ts';
import { at } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const all = Array.from({ length: partitions }, (_, n) => n);
const long = 60_000;

export function leasesContract(open: OpenWorld): void {
  let world: World;
  let leases: Leases;
  beforeEach(async () => {
    world = await open();
    leases = world.store('any').leases;
  });
  afterEach(() => world.close());

  /** Renews all of them until each holds what it is to hold. */
  const settle = async (processes: readonly string[], lifeMs: number) => {
    const held = new Map<string, readonly number[]>();
    for (let round = 0; round < 3; round += 1) {
      for (const process of processes) held.set(process, await leases.renew(process, lifeMs, 'member'));
    }
    return processes.map((process) => held.get(process) ?? []);
  };
  /** Lets a process work while its clock shows another year. */
  const withClock = async <T>(year: string, work: () => Promise<T>): Promise<T> => {
    const now = new Date(`${year}-01-01T00:00:00Z`);
    world.setClock(now);
    vi.useFakeTimers({ toFake: ['Date'], now });
    try {
      return await work();
    } finally {
      vi.useRealTimers();
      world.setClock(at);
    }
  };
  const sorted = (held: readonly (readonly number[])[]) => held.flat().sort((a, b) => a - b);

  describe('the leases', () => {
    test('are all of the only process', async () => {
      expect(await leases.renew('a', long, 'member')).toEqual(all);
      expect(await leases.renew('a', long, 'member')).toEqual(all);
    });

    test('are spread over one, three and one processes again, none held twice and none idle', async () => {
      await leases.renew('a', long, 'member');
      const three = await settle(['a', 'b', 'c'], long);
      expect(sorted(three)).toEqual(all);
      expect(Math.max(...three.map(({ length }) => length))).toBe(Math.ceil(partitions / 3));
      await leases.release('a');
      await leases.release('c');
      expect(await leases.renew('b', long, 'member')).toEqual(all);
    });

    test('that processes which start together take are never the same', async () => {
      const names = ['a', 'b', 'c', 'd'];
      const first = await Promise.all(names.map((name) => leases.renew(name, long, 'member')));
      expect(new Set(first.flat()).size).toBe(first.flat().length);
      expect(sorted(await settle(names, long))).toEqual(all);
    });

    test('of a process that died are taken over when they are over, and not before', async () => {
      const [, ofB = []] = await settle(['a', 'b'], long);
      const short = 1000;
      const begun = performance.now();
      // Its clock was far ahead when it renewed for the last time.
      await withClock('2565', () => leases.renew('b', short, 'member'));
      const rest = all.filter((id) => !ofB.includes(id));
      expect(await leases.renew('a', long, 'member')).toEqual(rest);
      await expect.poll(() => leases.renew('a', long, 'member')).toEqual(all);
      expect(performance.now() - begun).toBeGreaterThan(short);
    });

    test('of a process that slept too long are gone when it wakes up', async () => {
      await leases.renew('a', 1, 'member');
      await expect.poll(() => leases.renew('b', long, 'member')).toEqual(all);
      const [ofA = [], ofB = []] = await settle(['a', 'b'], long);
      expect(ofA).toHaveLength(partitions / 2);
      expect(sorted([ofA, ofB])).toEqual(all);
    });

    test('stay with their holder whatever the clocks of other processes say', async () => {
      const [ofA = []] = await settle(['a', 'b'], long);
      for (const year of ['1999', '2565']) {
        expect(await withClock(year, () => leases.renew('b', long, 'member'))).toHaveLength(partitions / 2);
        expect(await leases.renew('a', long, 'member')).toEqual(ofA);
        expect(await withClock(year, () => leases.renew('a', long, 'member'))).toEqual(ofA);
      }
    });

    test('are of a relief only while there is no member', async () => {
      expect(await leases.renew('relief', long, 'relief')).toEqual(all);
      expect(await leases.renew('a', long, 'member')).toEqual([]);
      expect(await leases.renew('relief', long, 'relief')).toEqual([]);
      expect(await leases.renew('a', long, 'member')).toEqual(all);
      expect(await leases.renew('relief', long, 'relief')).toEqual([]);
      await leases.release('a');
      expect(await leases.renew('relief', long, 'relief')).toEqual(all);
    });

    test('of a relief that was killed beside a member leave nobody waiting', async () => {
      await leases.renew('a', long, 'member');
      await leases.renew('relief', long, 'relief');
      expect(await leases.renew('a', long, 'member')).toEqual(all);
    });

    test('are free at once after a release, which touches nobody else', async () => {
      const [ofA = []] = await settle(['a', 'b'], long);
      await leases.release('b');
      await leases.release('never seen');
      expect(await leases.renew('a', long, 'member')).toEqual(all);
      expect(ofA).toHaveLength(partitions / 2);
    });
  });
}
