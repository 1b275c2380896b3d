import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Years } from '../../../src/kernel/store.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { at, later } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const y = (year: number) => year as FiscalYear;

export function yearsContract(open: OpenWorld): void {
  let world: World;
  let years: Years;
  beforeEach(async () => {
    world = await open();
    years = world.store('a').years;
  });
  afterEach(() => world.close());

  describe('a programme year', () => {
    test('is the present fiscal year while none was ever opened', async () => {
      expect(await years.list()).toEqual([]);
      expect(await years.present(new Date('2022-09-30T16:59:59Z'))).toBe(2565);
      expect(await years.present(new Date('2022-09-30T17:00:00Z'))).toBe(2566);
    });

    test('is the one opened last among those that are open', async () => {
      expect(await years.open(y(2566), at, {})).toBe('opened');
      expect(await years.open(y(2565), later(1), {})).toBe('opened');
      expect(await years.present(later(2))).toBe(2565);
      expect(await years.close(y(2565), later(2))).toBe('closed');
      expect(await years.present(later(3))).toBe(2566);
      expect(await years.close(y(2566), later(4))).toBe('closed');
      expect(await years.present(later(5))).toBeUndefined();
      expect(await years.open(y(2566), later(6), {})).toBe('opened');
      expect(await years.present(later(7))).toBe(2566);
    });

    test('keeps the form versions of its first opening', async () => {
      await years.open(y(2565), at, { 'center-assessment': 2565, 'village-readiness': 2566 });
      await years.close(y(2565), later(1));
      await years.open(y(2565), later(2), { 'center-assessment': 2567 });
      expect(await years.list()).toEqual([
        { year: 2565, openedAt: later(2), forms: { 'center-assessment': 2565, 'village-readiness': 2566 } },
      ]);
    });

    test('that is open already stays as it is, and one that is not open is not closed', async () => {
      await years.open(y(2565), at, {});
      expect(await years.open(y(2565), later(1), {})).toBe('alreadyOpen');
      expect(await years.close(y(2566), later(2))).toBe('notOpen');
      await years.close(y(2565), later(3));
      expect(await years.close(y(2565), later(4))).toBe('notOpen');
      expect(await years.list()).toEqual([{ year: 2565, openedAt: at, closedAt: later(3), forms: {} }]);
    });

    test('that two open at once is opened once', async () => {
      const results = await Promise.all([1, 2, 3, 4].map((n) => years.open(y(2565), later(n), {})));
      expect(results.filter((result) => result === 'opened')).toHaveLength(1);
    });
  });
}
