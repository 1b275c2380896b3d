import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/programme/ids.ts';
import {
  isNearlyUsedUp,
  leftOf,
  type MonthQuota,
  openMonth,
  preview,
  quotaMonthOf,
  reserveOf,
} from '../../../src/programme/quota/monthQuota.ts';
import { release, reserve, settleReservation } from '../../../src/programme/quota/reserve.ts';
import { reservationLife, sync } from '../../../src/programme/quota/sync.ts';
import { type SendClass, sendClasses, type Want } from '../../../src/programme/quota/want.ts';

const at = new Date('2022-08-09T01:30:00Z');
const month = (limit: number | 'none', used = 0) => openMonth('2022-08', { limit, used });
const want = (key: string, of: SendClass = 'later', due?: string): Want => ({
  key,
  class: of,
  ...(due && { due: due as IsoDate }),
});
const wantsOf = (count: number, of: SendClass = 'later') =>
  Array.from({ length: count }, (_, n) => want(`${of}${String(n).padStart(5, '0')}`, of));
const reserved = (quota: MonthQuota, id: string, wants: readonly Want[]) => reserve(quota, { id, at, wants });

describe('the month of a push', () => {
  it('is the one of the calendar on a Bangkok wall', () => {
    expect(quotaMonthOf(new Date('2022-07-31T16:59:59Z'))).toBe('2022-07');
    expect(quotaMonthOf(new Date('2022-07-31T17:00:00Z'))).toBe('2022-08');
  });
});

describe('a month that runs short', () => {
  it('serves peoples acts first and announcements last', () => {
    const wants = sendClasses.map((of) => want(of, of)).reverse();
    expect(reserved(month(3), 'run', wants).outcome.granted).toEqual(['act', 'overdue', 'soon']);
  });

  it('serves what is due earlier first, then by key, and what has no date last', () => {
    const wants = [
      want('d', 'soon'),
      want('c', 'soon', '2022-08-12'),
      want('b', 'soon', '2022-08-10'),
      want('a', 'soon', '2022-08-12'),
    ];
    expect(reserved(month(3), 'run', wants).outcome.granted).toEqual(['b', 'a', 'c']);
  });

  it('keeps a tenth, rounded up, from summaries and announcements alone', () => {
    expect([99, 100, 101, 1000].map((limit) => reserveOf(month(limit)))).toEqual([0, 10, 11, 100]);
    const { record, outcome } = reserved(month(101), 'news', wantsOf(200, 'announcement'));
    expect(outcome.granted).toHaveLength(90);
    expect(reserved(record, 'sums', wantsOf(5, 'summary')).outcome.granted).toEqual([]);
    expect(reserved(record, 'late', wantsOf(20, 'overdue')).outcome.granted).toHaveLength(11);
  });

  it('has no reserve when it is small', () => {
    expect(reserved(month(20), 'news', wantsOf(30, 'announcement')).outcome.granted).toHaveLength(20);
  });

  it('counts what others used of it, also beyond its limit', () => {
    expect(leftOf(month(200, 150))).toBe(50);
    expect(leftOf(month(200, 230))).toBe(0);
  });

  it('is nearly used up below a tenth', () => {
    expect([900, 901].map((used) => isNearlyUsedUp(month(1000, used)))).toEqual([false, true]);
    expect(isNearlyUsedUp(month('none', 1e9))).toBe(false);
  });
});

describe('a month without a limit', () => {
  it('grants everything', () => {
    const { record, outcome } = reserved(month('none', 50_000), 'run', wantsOf(30_000, 'announcement'));
    expect(outcome.granted).toHaveLength(30_000);
    expect(preview(record, 'announcement', 7)).toEqual({ left: 'none', reserved: 0, granted: 7 });
  });
});

describe('a card before it is confirmed', () => {
  it('says what is left, what stays reserved and how many can go', () => {
    expect(preview(month(1000, 500), 'announcement', 450)).toEqual({
      left: 500,
      reserved: 100,
      granted: 400,
    });
    expect(preview(month(1000, 500), 'later', 450)).toEqual({ left: 500, reserved: 0, granted: 450 });
    expect(preview(month(1000, 970), 'announcement', 5)).toEqual({ left: 30, reserved: 30, granted: 0 });
  });
});

describe('a reservation', () => {
  const first = reserved(month(10), 'run', wantsOf(20));

  it('asked for again is answered alike and takes nothing more', () => {
    expect(reserved(first.record, 'run', wantsOf(20))).toEqual({
      record: first.record,
      outcome: first.outcome,
    });
    expect(leftOf(first.record)).toBe(0);
  });

  it('asked for again by those who still want it gives none the place of another', () => {
    const fewer = wantsOf(20).slice(7);
    expect(reserved(first.record, 'run', fewer).outcome.granted).toEqual(first.outcome.granted.slice(7));
  });

  it('of which nothing was granted has the same answer after more is left', () => {
    const denied = reserved(first.record, 'other', wantsOf(3)).record;
    const more = sync(denied, { told: { limit: 500, used: 0 }, asked: denied.rev, at }).record;
    expect(reserved(more, 'other', wantsOf(3)).outcome.granted).toEqual([]);
  });

  it('gives back what did not go out, each push once', () => {
    const once = release(first.record, { id: 'run', key: 'later00003' }).record;
    expect(leftOf(once)).toBe(1);
    expect(reserved(once, 'run', wantsOf(5)).outcome.granted).not.toContain('later00003');
    expect(release(once, { id: 'run', key: 'later00003' }).record).toBe(once);
    expect(release(once, { id: 'unknown', key: 'later00003' }).record).toBe(once);
  });

  it('of a whole month is kept in a few words', () => {
    const { record } = reserved(month('none'), 'run', wantsOf(30_000));
    expect(JSON.stringify(record).length).toBeLessThan(400);
  });
});

describe('what LINE tells', () => {
  const { record: open } = reserved(month(100), 'run', wantsOf(40));

  it('leaves reservations standing while their pushes may be under way', () => {
    const { record } = sync(open, { told: { limit: 100, used: 15 }, asked: open.rev, at });
    expect(leftOf(record)).toBe(45);
  });

  it('takes the place of reservations that were settled before it was asked', () => {
    const settled = settleReservation(open, { id: 'run' }).record;
    expect(leftOf(settled)).toBe(60);
    const early = sync(settled, { told: { limit: 100, used: 15 }, asked: open.rev, at }).record;
    expect(leftOf(early)).toBe(45);
    const late = sync(early, { told: { limit: 100, used: 38 }, asked: settled.rev, at }).record;
    expect(late.reservations).toEqual([]);
    expect(leftOf(late)).toBe(62);
  });

  it('counts for nothing when it was asked before what stands', () => {
    const settled = settleReservation(open, { id: 'run' }).record;
    const late = sync(settled, { told: { limit: 100, used: 40 }, asked: settled.rev, at }).record;
    expect(sync(late, { told: { limit: 100, used: 0 }, asked: open.rev, at }).record).toBe(late);
  });

  it('ends a reservation that nobody settled for a day', () => {
    const nextDay = new Date(at.getTime() + reservationLife + 1);
    const { record } = sync(open, { told: { limit: 100, used: 40 }, asked: open.rev, at: nextDay });
    expect(record.reservations).toEqual([]);
  });
});
