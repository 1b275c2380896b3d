import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isNearlyUsedUp,
  leftOf,
  type MonthQuota,
  openMonth,
} from '../../../src/programme/quota/monthQuota.ts';
import { reserve, settleReservation } from '../../../src/programme/quota/reserve.ts';
import { sync } from '../../../src/programme/quota/sync.ts';
import { seed } from '../../seed.ts';

const at = new Date('2022-08-09T01:30:00Z');
const limit = 100;
const start = () => openMonth('2022-08', { limit, used: 0 });
const asked = (present: MonthQuota, used: number) =>
  sync(present, { told: { limit, used }, asked: present.rev, at }).record;
const wants = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ key: `${n}`, class: 'soon' }) as const);

it('a run that is under way gives no alert for pushes that LINE counted already', () => {
  const begun = reserve(start(), { id: 'run', at, wants: wants(80) }).record;
  const most = asked(begun, 70);
  expect([leftOf(most), isNearlyUsedUp(most)]).toEqual([0, false]);
  // Others take theirs meanwhile; once the run is over all is known.
  const over = asked(settleReservation(asked(begun, 91), { id: 'run' }).record, 91);
  expect([leftOf(over), isNearlyUsedUp(over)]).toEqual([9, true]);
});

type Step = readonly ['reserve' | 'push' | 'other' | 'settle', number];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('reserve', 'push', 'other', 'settle'),
  fc.integer({ min: 1, max: 40 }),
);

it('never promises more than is left, nor alarms while more than a tenth is left', () => {
  const reached = { alarms: 0, doubled: 0 };
  const law = (steps: readonly Step[]) => {
    let present = start();
    let used = 0;
    const open = new Map<string, number>();
    steps.forEach(([what, count], place) => {
      const id = [...open.keys()][count % Math.max(1, open.size)] ?? '';
      if (what === 'reserve') {
        const made = reserve(asked(present, used), { id: `run${place}`, at, wants: wants(count) });
        present = made.record;
        open.set(`run${place}`, made.outcome.granted.length);
      } else if (what === 'settle') {
        // A run ends when all its pushes have.
        used += open.get(id) ?? 0;
        open.delete(id);
        present = settleReservation(present, { id }).record;
      } else {
        const sent = what === 'push' ? Math.min(count, open.get(id) ?? 0) : count % 5;
        if (what === 'push' && id) open.set(id, (open.get(id) ?? 0) - sent);
        used += sent;
      }
      present = asked(present, used);
      const left = limit - used - [...open.values()].reduce((sum, one) => sum + one, 0);
      expect(leftOf(present)).toBeLessThanOrEqual(Math.max(0, left));
      if (isNearlyUsedUp(present)) expect(left * 10).toBeLessThan(limit);
      reached.alarms += Number(isNearlyUsedUp(present));
      reached.doubled += Number(leftOf(present) < left);
    });
  };
  fc.assert(fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), law), { seed });
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(50);
});
