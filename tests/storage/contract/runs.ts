import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reminders, Runs } from '../../../src/kernel/store.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { PersonId } from '../../../src/programme/ids.ts';
import { noCounts, type RunId, runId } from '../../../src/programme/job/job.ts';
import type { Reminder } from '../../../src/programme/job/reminder.ts';
import type { OpenWorld, World } from './world.ts';

const at = new Date('2022-08-02T01:30:00Z');
const life = 60_000;
const run = runId('reminders', at);
const district: Scope = { kind: 'district', province: 'น่าน', district: 'ปัว' };

export function runsContract(open: OpenWorld): void {
  let world: World;
  let a: Runs;
  let b: Runs;
  let reminders: Reminders;
  beforeEach(async () => {
    world = await open();
    a = world.store('a').runs;
    b = world.store('b').runs;
    reminders = world.store('a').reminders;
  });
  afterEach(() => world.close());

  describe('a run', () => {
    test('is done by one of those who claim it at once', async () => {
      const claims = await Promise.all([a, b, a, b].map((runs) => runs.claim('reminders', at, life)));
      expect(claims.map(({ kind }) => kind).sort()).toEqual(['mine', 'underWay', 'underWay', 'underWay']);
    });

    test('is taken over from a process whose time was up, which hears that it lost it', async () => {
      expect(await a.claim('reminders', at, 0)).toMatchObject({ kind: 'mine' });
      expect(await b.claim('reminders', at, life)).toMatchObject({ kind: 'mine', run: { id: run } });
      expect(await a.keep(run, life)).toBe(false);
      expect(await b.keep(run, life)).toBe(true);
    });

    test('is not planned for the process that has it now by the one that lost it', async () => {
      await a.claim('reminders', at, 0);
      await b.claim('reminders', at, life);
      await a.planned(run);
      expect((await b.read(run))?.plannedAt).toBeUndefined();
      await b.planned(run);
      expect((await b.read(run))?.plannedAt).toEqual(expect.any(Date));
    });

    test('is known by what it did once it has ended, and is not done again', async () => {
      await a.claim('reminders', at, life);
      await a.planned(run);
      expect(await b.claim('reminders', at, life)).toMatchObject({
        kind: 'underWay',
        run: { plannedAt: expect.any(Date) },
      });
      await a.end(run, { ...noCounts, sent: 3 });
      expect(await b.claim('reminders', at, life)).toMatchObject({
        kind: 'alreadyRun',
        run: { counts: { sent: 3 } },
      });
      expect(await b.list(5)).toMatchObject([{ job: 'reminders', plannedAt: expect.any(Date) }]);
      expect(await b.read(run)).toMatchObject({ id: run, endedAt: expect.any(Date), counts: { sent: 3 } });
      expect(await b.read(runId('sweep', at))).toBeUndefined();
    });

    test('that failed may be claimed at once', async () => {
      await a.claim('reminders', at, life);
      await a.fail(run, 'Error');
      expect(await b.claim('reminders', at, life)).toMatchObject({ kind: 'mine' });
    });

    test('is counted with the others of its job, whichever process did them', async () => {
      expect(await a.totals()).toEqual([]);
      const later = new Date('2022-08-03T01:30:00Z');
      await a.claim('reminders', at, life);
      await a.end(run, { ...noCounts, sent: 3, kept: 1 });
      await b.claim('reminders', later, life);
      await b.fail(runId('reminders', later), 'Error');
      await b.claim('sweep', at, life);
      expect(await b.totals()).toEqual([
        {
          job: 'reminders',
          runs: { underWay: 0, failed: 1, ended: 1 },
          notices: { ...noCounts, sent: 3, kept: 1 },
          lastEndedAt: expect.any(Date),
        },
        { job: 'sweep', runs: { underWay: 1, failed: 0, ended: 0 }, notices: noCounts },
      ]);
    });

    test('of the clock is left until it ends; one that somebody ordered is not of the clock', async () => {
      await a.claim('reminders', at, life);
      await a.order('manual-reminder', at, { id: 'o', by: 'P1' as PersonId, areas: [district] });
      const tomorrow = new Date(Date.now() + 1e12);
      expect((await b.left(tomorrow)).map(({ id }) => id)).toEqual([run]);
      expect(await b.left(new Date(0))).toEqual([]);
      await a.end(run, noCounts);
      expect(await b.left(tomorrow)).toEqual([]);
    });

    test('of before the schedule began was not missed', async () => {
      const since = await a.since();
      expect(await b.since()).toEqual(since);
    });
  });

  describe('a reminder', () => {
    const planned = (person: string, more: Partial<Reminder> = {}): Reminder => ({
      ...{ id: `clock:${run}:${person}`, run, job: 'reminders', at, person: person as PersonId },
      ...{ area: district, push: true, state: 'planned', ...more },
    });

    test('is planned once and has one end', async () => {
      await reminders.plan([planned('P1'), planned('P2')]);
      await reminders.plan([planned('P1', { push: false })]);
      expect(await reminders.open(run)).toHaveLength(2);
      await reminders.settle(planned('P1').id, 'sent');
      await reminders.settle(planned('P1').id, 'failed', 'unknown');
      expect(await reminders.counts(run)).toEqual({ ...noCounts, sent: 1, planned: 1 });
      expect((await reminders.open(run)).map(({ person, push }) => [person, push])).toEqual([['P2', true]]);
    });

    test('has its end with many others at once, unless it had one', async () => {
      const ids = ['P1', 'P2', 'P3'].map((person) => planned(person).id);
      await reminders.plan(['P1', 'P2', 'P3'].map((person) => planned(person)));
      const [first = '', second = ''] = ids;
      await reminders.settle(first, 'sent');
      await reminders.settleAll([first, second].map((id) => ({ id, state: 'failed', why: 'unknown' })));
      await reminders.settleAll([]);
      expect(await reminders.counts(run)).toEqual({ ...noCounts, sent: 1, failed: 1, planned: 1 });
      expect(await reminders.openAmong(ids)).toEqual(new Set(ids.slice(2)));
    });

    test('that was kept is sent with a later reply', async () => {
      await reminders.plan([planned('P1', { push: true })]);
      await reminders.settle(planned('P1').id, 'kept', 'quota');
      expect(await reminders.unsent(run)).toEqual(['P1']);
      await reminders.settle(planned('P1').id, 'sent');
      expect(await reminders.counts(run)).toEqual({ ...noCounts, sent: 1 });
    });

    test('is seen by the office of its area and by nobody else', async () => {
      await reminders.plan([planned('P1', { state: 'skipped', why: 'away' })]);
      const found = await reminders.within([{ kind: 'province', province: 'น่าน' }], 10);
      expect(found).toMatchObject([{ person: 'P1', state: 'skipped', why: 'away' }]);
      expect(await reminders.within([{ kind: 'province', province: 'แพร่' }], 10)).toEqual([]);
      expect(await reminders.open('other' as RunId)).toEqual([]);
    });
  });
}
