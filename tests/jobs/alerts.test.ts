import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventId } from '../../src/engine/ids.ts';
import { createAlerts } from '../../src/jobs/alerts.ts';
import type { JobParts } from '../../src/jobs/parts.ts';
import { clock, readableLog } from '../line/clock.ts';
import { type ClockOffice, openClockOffice } from './clockOffice.ts';

let world: ClockOffice;
let admin: string;
beforeEach(async () => {
  world = await openClockOffice('alerts');
  admin = await world.bind('admin', { kind: 'nation' });
});
afterEach(() => world.close());

const isTold = async (words: string) => {
  const holds = (text: string) => text.includes(words);
  const wordsOf = ({ message }: { message: { altText?: unknown; text?: unknown } }) =>
    String(message.altText ?? message.text ?? '');
  await world.line.platform.waitFor(admin, (sent) => holds(wordsOf(sent)));
  return world.pushesTo(admin).filter(holds).length;
};

test('a month of which less than a tenth is left is told once a day', async () => {
  world.line.platform.quota.setLimit(100);
  world.line.platform.quota.setUsed(91);
  await world.office.alerts.look(world.database.clock.now());
  await world.office.alerts.raise('quotaLow');
  expect(await isTold('ไม่ถึงร้อยละ 10')).toBe(1);
});

test('a run that takes the month below a tenth tells so at once, not when LINE is asked next', async () => {
  world.line.platform.quota.setLimit(20);
  world.line.platform.quota.setUsed(17);
  const place = { province: 'น่าน', district: 'ปัว' };
  await world.addCenter('ศจก.1', place.province, place.district);
  await world.due('assessment', { kind: 'province', province: place.province }, '2022-08-09');
  for (let count = 0; count < 2; count += 1) await world.bind('officer', { kind: 'district', ...place });
  await world.runJob('reminders', new Date('2022-08-08T08:30:00+07:00'));
  expect(await isTold('ไม่ถึงร้อยละ 10')).toBe(1);
});

test('a question about the month that LINE refuses tells that the access token is refused', async () => {
  world.line.platform.faults.next('quota', { status: 401 });
  await world.office.alerts.look(world.database.clock.now());
  expect(await isTold('LINE_CHANNEL_ACCESS_TOKEN')).toBe(1);
});

test('messages that wait for more than five minutes are told', async () => {
  const tooOld = new Date(world.database.clock.now().getTime() - 6 * 60_000);
  const row = { id: 'old' as EventId, person: world.database.sealer.personId('U1'), partition: 1, place: 0 };
  await world.database.store.inbox.insert([{ ...row, at: tooOld, receivedAt: tooOld, body: {} }]);
  await world.office.alerts.look(world.database.clock.now());
  expect(await isTold('ค้างนานกว่า 5 นาที')).toBe(1);
});

test('hundreds of refusals at once make one alert, and one that was not stored is told the next time', async () => {
  const accepted: string[] = [];
  let fails = true;
  const alerts = createAlerts({
    store: { persons: { holding: async () => ['P1'] } },
    accept: async (rows: readonly { id: string }[]) => {
      if (fails) throw new Error('away');
      accepted.push(...rows.map(({ id }) => id));
    },
    ...{ clock, log: readableLog() },
  } as unknown as JobParts);
  await expect(alerts.raise('quotaLow')).rejects.toThrow('away');
  fails = false;
  await Promise.all(Array.from({ length: 300 }, () => alerts.raise('quotaLow')));
  expect(accepted).toHaveLength(1);
});

test('nobody but an administrator is alerted', async () => {
  const officer = await world.bind('officer', { kind: 'district', province: 'น่าน', district: 'ปัว' });
  await world.office.alerts.raise('tokenRefused');
  expect(await isTold('LINE_CHANNEL_ACCESS_TOKEN')).toBe(1);
  expect(world.pushesTo(officer)).toEqual([]);
});

test('a sweep looks after the queue, once for an instant', async () => {
  world.line.platform.quota.setLimit(100);
  world.line.platform.quota.setUsed(95);
  // Of the clock's own day: the alert is a push as well, which tells of the month by the clock.
  const at = world.database.clock.now();
  expect(await world.runJob('sweep', at)).toMatchObject({ kind: 'ran' });
  expect(await world.runJob('sweep', at)).toMatchObject({ kind: 'alreadyRun' });
  expect(await isTold('ไม่ถึงร้อยละ 10')).toBe(1);
});

test('a sweep for another instant has the clock of that instant', async () => {
  // The holidays of this year are known; so far ahead nobody knows them yet.
  await world.runJob('sweep', new Date('2049-06-01T08:30:00+07:00'));
  expect(await isTold('ยังไม่มีรายการวันหยุดราชการของ พ.ศ. 2592')).toBe(1);
});
