import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { decideFreeze, type FreezableArea, newAreaFreeze } from '../../../src/programme/report/freeze.ts';
import { intentId, later, personId } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const district: FreezableArea = { kind: 'district', province: 'เลย', district: 'ภูเรือ' };
const province: FreezableArea = { kind: 'province', province: 'เลย' };
const elsewhere: FreezableArea = { kind: 'district', province: 'เลย', district: 'ด่านซ้าย' };

export function freezesContract(open: OpenWorld): void {
  let world: World;
  let freezes: Store['freezes'];
  beforeAll(async () => {
    world = await open();
    freezes = world.store('a').freezes;
  });
  afterAll(() => world.close());

  const frozen = (area: FreezableArea) =>
    decideFreeze(newAreaFreeze(area), {
      ...{ kind: 'freeze', id: intentId('f'), by: personId(1), name: 'อารี', at: later(0) },
      capacity: { role: 'provinceHead', scope: province },
      ...{ from: '2999-01-01' as IsoDate, until: '2999-01-02' as IsoDate, reason: 'ตรวจสอบ' },
    }).record;

  test('freezes are found in their area and in those around it, and set once of two at a time', async () => {
    for (const area of [province, district, elsewhere])
      expect(await freezes.write(frozen(area), 0)).toBe('committed');
    expect(await freezes.write(frozen(district), 0)).toBe('lost');
    expect(await freezes.read('เลย/ภูเรือ')).toEqual(frozen(district));
    expect(await freezes.within([district])).toEqual([frozen(district)]);
    expect((await freezes.within([province])).map(({ id }) => id)).toHaveLength(3);
    expect(await freezes.within([])).toEqual([]);
  });
}
