import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/domain/area/areas.ts';
import { noCounts, runId } from '../../src/domain/job/job.ts';
import { type ClockOffice, openClockOffice, year } from './clockOffice.ts';

const near = { province: 'ปราจีนบุรี', district: 'นาดี' };
const far = { province: 'น่าน', district: 'ปัว' };
const inDistrict = (where: typeof near): Scope => ({ kind: 'district', ...where });
const morning = (day: string) => new Date(`${day}T08:30:00+07:00`);

let world: ClockOffice;
beforeEach(async () => {
  world = await openClockOffice('runJob');
  await world.addCenter('ศจก.1', near.province, near.district);
  await world.addCenter('ศจก.2', far.province, far.district);
  await world.due('assessment', { kind: 'province', province: near.province }, '2022-08-09');
  await world.due('assessment', { kind: 'province', province: far.province }, '2022-08-15');
});
afterEach(() => world.close());

const officers = (count: number, where: typeof near) =>
  Promise.all(Array.from({ length: count }, () => world.bind('officer', inDistrict(where))));
const reminded = (people: readonly string[]) =>
  people.filter((userId) => world.pushesTo(userId).some((words) => words.includes('แจ้งเตือน'))).length;

describe('reminders', () => {
  test('with a quota of 20 go to those who are nearest to the date; the rest ride along with the next reply', async () => {
    world.line.platform.quota.setLimit(20);
    // On 8 August one date is tomorrow, the other in seven days.
    const soon = await officers(15, near);
    const later = await officers(15, far);
    const ran = await world.runJob('reminders', morning('2022-08-08'));
    expect(ran).toMatchObject({ kind: 'ran', counts: { sent: 20, kept: 10 } });
    expect([reminded(soon), reminded(later)]).toEqual([15, 5]);
    const waits = later.find((userId) => world.pushesTo(userId).length === 0) ?? '';
    const [record] = await world.database.store.persons.read([world.database.sealer.personId(waits)]);
    expect(record?.person.waiting).toHaveLength(1);
  });

  test('go out where LINE does not say what is left of the month, whatever it said last', async () => {
    world.line.platform.quota.setLimit(20);
    world.line.platform.quota.setUsed(20);
    const people = await officers(3, near);
    expect(await world.runJob('reminders', morning('2022-08-02'))).toMatchObject({ counts: { kept: 3 } });
    world.line.platform.quota.setLimit(1000);
    world.line.platform.faults.always('quota', { status: 503 });
    expect(await world.runJob('reminders', morning('2022-08-08'))).toMatchObject({ counts: { sent: 3 } });
    expect(reminded(people)).toBe(3);
  });

  test('do not go to who blocked the bot, and a run is done once', async () => {
    const [present = '', away = ''] = await officers(2, near);
    const id = world.database.sealer.personId(away);
    const [record] = await world.database.store.persons.read([id]);
    if (!record) throw new Error('nobody is there');
    const blocked = { ...record, rev: 2, person: { ...record.person, away: true } };
    await world.database.store.persons.commit([{ record: blocked, expected: 1 }]);
    const first = await world.runJob('reminders', morning('2022-08-08'));
    expect(first).toMatchObject({ counts: { sent: 1, skipped: 1 } });
    expect(await world.runJob('reminders', morning('2022-08-08'))).toMatchObject({ kind: 'alreadyRun' });
    expect([world.pushesTo(present).length, world.pushesTo(away).length]).toEqual([1, 0]);
  });

  test('are silent on closed days and in the quiet hours', async () => {
    const [officer = ''] = await officers(1, near);
    for (const at of [morning('2022-08-07'), morning('2022-08-12'), new Date('2022-08-08T22:00:00+07:00')])
      expect(await world.runJob('reminders', at)).toMatchObject({ kind: 'ran', why: 'closed' });
    expect(world.pushesTo(officer)).toEqual([]);
  });

  test('do not come for a year that was closed', async () => {
    const [officer = ''] = await officers(1, near);
    await world.database.store.years.close(year, morning('2022-08-01'));
    expect(await world.runJob('reminders', morning('2022-08-08'))).toMatchObject({ counts: noCounts });
    expect(world.pushesTo(officer)).toEqual([]);
  });

  test('of a day and the weekly summary are one message to one person', async () => {
    const head = await world.bind('districtHead', inDistrict(near));
    await world.runJob('reminders', morning('2022-08-15'));
    await world.runJob('weekly-summary', morning('2022-08-15'));
    const told = world.pushesTo(head);
    expect(told.filter((words) => words.includes('สรุปประจำสัปดาห์'))).toHaveLength(1);
    const [, weekly] = await world.database.store.runs.list(2).then((runs) => runs.toReversed());
    expect(weekly?.counts).toMatchObject({ merged: 1, sent: 0 });
  });
});

describe('beginning', () => {
  test('does not wait for those whom LINE does not take', async () => {
    await officers(1, near);
    world.line.platform.faults.always('push', { status: 500 });
    const at = morning('2022-08-08');
    const ahead = at.getTime() - world.database.clock.now().getTime();
    const begun = await world.office.beginJob('reminders', at, { ahead });
    expect(begun).toMatchObject({ kind: 'begun' });
    expect(await world.office.beginJob('reminders', at)).toEqual({
      kind: 'underWay',
      isPlanned: true,
    });
    world.line.platform.faults.clear();
    if (begun.kind === 'begun') expect(await begun.ended).toMatchObject({ counts: { sent: 1 } });
  });

  test('tells whether another process that is at it has planned it', async () => {
    const at = morning('2022-08-08');
    const { runs } = world.database.store;
    await runs.claim('reminders', at, 60_000);
    const begin = () => world.office.beginJob('reminders', at);
    expect(await begin()).toEqual({ kind: 'underWay', isPlanned: false });
    await runs.planned(runId('reminders', at));
    expect(await begin()).toEqual({ kind: 'underWay', isPlanned: true });
  });
});

test('what fails is told to the administrator once a day', async () => {
  const admin = await world.bind('admin', { kind: 'nation' });
  await world.office.alerts.raise('jobFailed', 'reminders');
  await world.office.alerts.raise('jobFailed', 'reminders');
  await world.line.platform.waitFor(admin, ({ via }) => via === 'push');
  expect(world.pushesTo(admin)).toEqual([expect.stringContaining('งานตามเวลา reminders')]);
});
