import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, bangkokDate, isWithinHours } from '../../../src/programme/calendar/calendar.ts';
import {
  isCaughtUpAt,
  mayWriteAt,
  morningOf,
  nextMorning,
} from '../../../src/programme/calendar/clockHours.ts';
import { isClosedDay, weekdayOf } from '../../../src/programme/calendar/closedDays.ts';
import { closingSummaryDay, isWeeklySummaryDay } from '../../../src/programme/deadline/summaryDays.ts';
import { seed } from '../../seed.ts';
import { anyDay, at, day } from '../calendar/days.ts';

const quiet = { from: 20 * 60, to: 7 * 60 };
const none = { from: 0, to: 0 };

describe('the clock writes', () => {
  test.each([
    ['2022-08-09', '08:30', true],
    ['2022-08-09', '19:59', true],
    ['2022-08-09', '20:00', false],
    ['2022-08-09', '22:00', false],
    ['2022-08-09', '06:59', false],
    ['2022-08-09', '07:00', true],
    ['2022-08-07', '10:00', false],
    ['2022-08-12', '10:00', false],
  ])('on %s at %s: %s', (date, clock, may) => {
    expect(mayWriteAt(at(date, clock), quiet)).toBe(may);
  });

  test('in the evening too where the quiet hours begin later', () => {
    expect(mayWriteAt(at('2022-08-09', '20:30'), { from: 22 * 60, to: 6 * 60 })).toBe(true);
  });

  test('from 08:30, or from the end of quiet hours that last longer', () => {
    const until = (hour: number) => ({ from: 18 * 60, to: hour * 60 });
    expect(morningOf(day('2022-08-09'), quiet)).toEqual(at('2022-08-09'));
    expect(morningOf(day('2022-08-09'), until(9))).toEqual(at('2022-08-09', '09:00'));
    expect(isCaughtUpAt(at('2022-08-09', '09:00'), at('2022-08-09', '09:00'), until(9))).toBe(true);
  });

  test('what it missed the same day before 20:00, never earlier and never another day', () => {
    const due = at('2022-08-09');
    expect(isCaughtUpAt(due, at('2022-08-09'), quiet)).toBe(true);
    expect(isCaughtUpAt(due, at('2022-08-09', '19:59'), quiet)).toBe(true);
    expect(isCaughtUpAt(due, at('2022-08-09', '20:00'), none)).toBe(false);
    expect(isCaughtUpAt(due, at('2022-08-10', '09:00'), quiet)).toBe(false);
    expect(isCaughtUpAt(due, at('2022-08-09', '08:29'), quiet)).toBe(false);
  });

  test('next on the coming working day at 08:30, or when longer quiet hours end', () => {
    expect(nextMorning(at('2022-08-09', '22:00'), quiet)).toEqual(at('2022-08-10'));
    expect(nextMorning(at('2022-08-10', '03:00'), quiet)).toEqual(at('2022-08-10'));
    expect(nextMorning(at('2022-08-11', '22:00'), quiet)).toEqual(at('2022-08-15'));
    expect(nextMorning(at('2022-08-10', '03:00'), { from: 18 * 60, to: 9 * 60 })).toEqual(
      at('2022-08-10', '09:00'),
    );
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 24 * 60 - 1 }), (date, minute) => {
        const now = new Date(at(date, '00:00').getTime() + minute * 60_000);
        const next = nextMorning(now, quiet);
        expect(next > now && mayWriteAt(next, quiet) && !isWithinHours(next, quiet)).toBe(true);
        expect(next).toEqual(morningOf(bangkokDate(next), quiet));
      }),
      { seed },
    );
  });
});

describe('summaries', () => {
  test.each([
    ['2022-08-09', '2022-08-10'],
    ['2022-08-11', '2022-08-15'],
    ['2022-07-31', '2022-08-01'],
    ['2022-05-31', '2022-06-01'],
  ])('of what is due on %s are closed on %s', (due, on) => {
    expect(closingSummaryDay({ due: day(due) })).toBe(on);
  });

  test.each([
    ['2022-08-08', true],
    ['2022-08-09', false],
    ['2022-10-24', false],
    ['2022-10-25', true],
    ['2022-10-26', false],
    ['2022-08-07', false],
  ])('of the week come on %s: %s', (date, comes) => {
    expect(isWeeklySummaryDay(day(date))).toBe(comes);
  });

  test('of the week come exactly once in each week that has a working day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
        const week = Array.from({ length: 7 }, (_, days) => addDays(monday, days));
        const open = week.filter((each) => !isClosedDay(each));
        expect(week.filter(isWeeklySummaryDay)).toEqual(open.slice(0, 1));
      }),
      { seed },
    );
  });
});
