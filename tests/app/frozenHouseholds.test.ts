import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchWork } from '../../src/features/household/intent.ts';
import type { HouseholdId, IntentId } from '../../src/programme/ids.ts';
import {
  decideFreeze,
  type FreezableArea,
  freezeId,
  newAreaFreeze,
} from '../../src/programme/report/freeze.ts';
import {
  at,
  far,
  type HouseholdOffice,
  here,
  join,
  openHouseholdOffice,
  planned,
  provincial,
  today,
  year,
} from './householdOffice.ts';

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice();
});
afterAll(() => office.close());

const area: FreezableArea = { kind: 'district', province: here.province, district: here.district };
let acts = 0;
async function settle(wanted: { readonly kind: 'lift' } | { readonly kind: 'freeze' }) {
  acts += 1;
  const acting = {
    ...{ id: `freeze ${acts}` as IntentId, by: provincial.id, name: 'อารี', at },
    capacity: { role: 'province', scope: { kind: 'province', province: here.province } },
  } as const;
  const present = await office.store.freezes.read(freezeId(area));
  const { record } = decideFreeze(
    present ?? newAreaFreeze(area),
    wanted.kind === 'lift'
      ? { ...acting, kind: 'lift' }
      : { ...acting, kind: 'freeze', from: today, until: today, reason: 'ตรวจสอบบัญชี' },
  );
  await office.store.freezes.write(record, present?.rev ?? 0);
}

const isFrozen = 'ended as householdsFrozen';
const planOf = (household: HouseholdId) =>
  ({ kind: 'workHousehold', center: here.id, year, household, work: planned }) as const;
const batchOf = (lines: readonly BatchWork[]) =>
  ({ kind: 'batchHouseholds', center: here.id, year, lines }) as const;
const notFound = { kind: 'notFound', on: today } as const;

test('nothing is changed of households while their area is frozen; what was decided before stays so', async () => {
  const joining = join({ head: 'นายหนึ่ง ตัวอย่าง', houseNo: '1' });
  const { result } = await office.perform(joining, 'joins');
  if (result.kind !== 'joined') throw new Error('it joins');
  const { household, no } = result;
  const batch = batchOf([{ no, household, work: notFound }]);
  const step = {
    ...({ kind: 'logCenterStep', center: here.id, year, step: 1 } as const),
    told: { on: today, photos: [] },
  };
  const before = {
    plan: await office.perform(planOf(household), 'plans'),
    batch: await office.perform(batch, 'batch'),
    step: await office.perform(step, 'step'),
  };
  await settle({ kind: 'freeze' });
  const kept = await office.store.households.read(household);
  const book = await office.store.books.read(here.id);

  await expect(office.perform(join({ head: 'นางสอง ตัวอย่าง', houseNo: '2' }))).rejects.toThrow(isFrozen);
  await expect(office.perform({ ...joining, consented: false })).rejects.toThrow(isFrozen);
  await expect(office.perform(planOf(household))).rejects.toThrow(isFrozen);
  await expect(office.perform(batch)).rejects.toThrow(isFrozen);
  await expect(office.perform(step)).rejects.toThrow(isFrozen);
  expect(await office.store.households.read(household)).toEqual(kept);
  expect(await office.store.books.read(here.id)).toEqual(book);

  // The same intents again, as after a crash.
  expect((await office.perform(joining, 'joins')).result).toEqual(result);
  expect(await office.perform(planOf(household), 'plans')).toEqual(before.plan);
  expect(await office.perform(batch, 'batch')).toEqual(before.batch);
  expect(await office.perform(step, 'step')).toEqual(before.step);
  expect(await office.store.households.read(household)).toEqual(kept);

  await settle({ kind: 'lift' });
  expect((await office.perform(batch)).lines.map((one) => one.result.kind)).toEqual(['notFoundNoted']);
});

test('nobody moves to a center that is frozen', async () => {
  const { result } = await office.perform(join({ head: 'นายสาม ตัวอย่าง', houseNo: '3' }, far));
  if (result.kind !== 'joined') throw new Error('it joins');
  await settle({ kind: 'freeze' });
  const move = {
    kind: 'moveHousehold',
    center: far.id,
    year,
    household: result.household,
    to: here.id,
  } as const;
  await expect(office.perform({ ...move, otherThan: [] })).rejects.toThrow(isFrozen);
  expect((await office.store.households.read(result.household))?.place.center).toBe(far.id);
});
