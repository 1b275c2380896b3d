import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { nameDeputy } from '../../../src/programme/people/nameDeputy.ts';
import { decideSeat, newSeat, type Seat, seatId, vacateSeat } from '../../../src/programme/people/seat.ts';
import { intentId, later, personId } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function seatsContract(open: OpenWorld): void {
  let world: World;
  let seats: Store['seats'];
  beforeAll(async () => {
    world = await open();
    seats = world.store('a').seats;
  });
  afterAll(() => world.close());

  describe('a seat', () => {
    test('that was never taken is not read', async () => {
      expect(await seats.read('director:สกลนคร')).toBeUndefined();
    });

    test('is found by who holds it, and free once that person leaves it', async () => {
      const id = 'director:เลย';
      const intent = { id: intentId('sits'), by: personId(50), at: later(0) };
      await seats.write(decideSeat({ id, rev: 0, outcomes: {} }, intent).record, 0);
      const [held] = await seats.heldBy(personId(50));
      expect(held).toMatchObject({ id });
      const leaves = (by: number) => held && vacateSeat(held, { id: intentId('leaves'), by: personId(by) });
      expect(leaves(51)).toBeUndefined();
      const left = leaves(50);
      if (left) expect(await seats.write(left.record, 1)).toBe('committed');
      expect(await seats.heldBy(personId(50))).toEqual([]);
      expect((await seats.read(id))?.holder).toBeUndefined();
    });

    test('is found by who was named to sign for it, and by nobody once it is taken', async () => {
      const scope = { kind: 'province', province: 'เลย' } as const;
      const id = seatId('provinceHead', scope);
      const named = nameDeputy(
        newSeat(id),
        { role: 'provinceHead', scope },
        {
          ...{ id: intentId('names'), by: personId(60), byName: 'นภา', at: later(0), holders: [] },
          capacity: { role: 'department', scope: { kind: 'nation' } },
          to: { person: personId(61), name: 'อารี' },
          term: { kind: 'until', until: '2999-12-31' as IsoDate },
        },
      );
      expect(await seats.write(named.record, 0)).toBe('committed');
      expect(await seats.deputisedBy(personId(61))).toEqual([named.record]);
      expect(await seats.deputisedIn([scope])).toEqual([named.record]);
      expect(await seats.deputisedIn([{ kind: 'nation' }])).toEqual([named.record]);
      expect(await seats.deputisedIn([{ kind: 'province', province: 'สกลนคร' }])).toEqual([]);
      const taken = decideSeat(named.record, { id: intentId('takes'), by: personId(62), at: later(1) });
      // Whoever decided by the seat as it was before is told to decide anew.
      expect(await seats.write(taken.record, 1)).toBe('committed');
      expect(await seats.write({ ...named.record, rev: 2 }, 1)).toBe('lost');
      expect(await seats.deputisedBy(personId(61))).toEqual([]);
      expect(await seats.deputisedIn([{ kind: 'nation' }])).toEqual([]);
    });

    test('which thirty take at once passes from one to the next, and each ends the one before', async () => {
      const id = 'chair:สกลนคร/วาริชภูมิ/C000001';
      const take = async (n: number): Promise<string | undefined> => {
        const present: Seat = (await seats.read(id)) ?? { id, rev: 0, outcomes: {} };
        const intent = { id: intentId(`s${n}`), by: personId(n), at: later(n) };
        const { record, outcome } = decideSeat(present, intent);
        const result = await seats.write(record, present.rev);
        return result === 'committed' ? outcome.previous?.person : take(n);
      };
      const ended = await Promise.all(Array.from({ length: 30 }, (_, n) => take(n)));
      const last = (await seats.read(id))?.holder?.person;
      expect(ended.filter((person) => person === undefined)).toHaveLength(1);
      expect(new Set([...ended, last])).toHaveProperty('size', 31);
    });
  });
}
