import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import type { HouseholdId } from '../../../src/programme/ids.ts';
import { book, center, centerId, district, household, nation, province, scopeOf } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function householdsContract(open: OpenWorld): void {
  let world: World;
  let store: Store;
  beforeAll(async () => {
    world = await open();
    store = world.store('a');
  });
  afterAll(() => world.close());

  describe('a household', () => {
    test('that never joined is not read', async () => {
      expect(await store.households.read('H0' as HouseholdId)).toBeUndefined();
    });

    test('is read as written, and written only over the state that was read', async () => {
      const joined = household(1);
      expect(await store.households.write(joined, 0)).toBe('committed');
      expect(await store.households.read(joined.id)).toEqual(joined);
      expect(await store.households.write(joined, 0)).toBe('lost');
      expect(await store.households.write({ ...joined, rev: 2, members: 5 }, 1)).toBe('committed');
      expect(await store.households.write({ ...joined, rev: 2, members: 6 }, 1)).toBe('lost');
      expect(await store.households.read(joined.id)).toMatchObject({ rev: 2, members: 5 });
    });

    test('never has the number of another one in its center', async () => {
      await store.households.write(household(2, 1), 0);
      await expect(store.households.write(household(2, 1, 'other'), 0)).rejects.toThrow('number');
      expect(await store.households.write(household(2, 2), 0)).toBe('committed');
      expect(await store.households.write(household(3, 1), 0)).toBe('committed');
    });
  });

  describe('households', () => {
    const namesake = { province: 'เลย', district: 'วาริชภูมิ' };
    const mine = center(10);
    beforeAll(async () => {
      for (const each of [household(10, 2), household(10, 1), household(11)])
        await store.households.write(each, 0);
      const moved = household(12);
      const place = { ...moved.place, ...namesake };
      await store.households.write({ ...moved, place }, 0);
    });
    const within = async (...areas: Parameters<Store['households']['within']>[0]) =>
      (await store.households.within(areas))
        .filter(({ place }) => [10, 11, 12].map(centerId).includes(place.center))
        .map(({ place }) => `${place.center} ${place.no}`);

    test('are found within an area, by number', async () => {
      expect(await within(scopeOf(mine))).toEqual([`${mine.id} 1`, `${mine.id} 2`]);
      expect(await within(province('เลย'))).toEqual([`${centerId(12)} 1`]);
      expect(await within(district('วาริชภูมิ', 'สกลนคร'))).toHaveLength(3);
      expect(await within(nation)).toHaveLength(4);
    });

    test('are not found without an area, nor in a center of that id elsewhere', async () => {
      expect(await within()).toEqual([]);
      expect(await within(scopeOf({ ...mine, ...namesake }))).toEqual([]);
    });
  });

  describe('the book of a center', () => {
    test('is read as written, and written only over the state that was read', async () => {
      expect(await store.books.read(centerId(20))).toBeUndefined();
      const first = book(20);
      expect(await store.books.write(first, 0)).toBe('committed');
      expect(await store.books.write(first, 0)).toBe('lost');
      expect(await store.books.write({ ...first, rev: 2, declined: { 2565: 1 } }, 1)).toBe('committed');
      expect(await store.books.read(centerId(20))).toEqual({ ...first, rev: 2, declined: { 2565: 1 } });
    });
  });
}
