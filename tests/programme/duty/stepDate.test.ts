import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, bangkokDate } from '../../../src/programme/calendar/calendar.ts';
import { isClosedDay } from '../../../src/programme/calendar/closedDays.ts';
import { noticesAt } from '../../../src/programme/deadline/notices.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import { dateOfStep, daysLate, pausedBy, stepDue } from '../../../src/programme/duty/stepDate.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { type FrozenDays, isFrozenOn } from '../../../src/programme/report/freeze.ts';
import { seed } from '../../seed.ts';
import { day } from '../calendar/days.ts';

test.each([
  ['2022-08-01T09:00:00+07:00', '2022-08-04', 'from a Monday to Thursday'],
  ['2022-08-05T23:59:00+07:00', '2022-08-10', 'over a weekend'],
  ['2022-08-06T09:00:00+07:00', '2022-08-10', 'from a Saturday as from the Friday before'],
  ['2022-08-10T09:00:00+07:00', '2022-08-16', 'over the 12th, a holiday, and a weekend'],
  ['2022-08-02T00:30:00+07:00', '2022-08-05', 'by the day in Bangkok, not that of Greenwich'],
])('a step that waits since %s is due on %s: %s', (since, due) => {
  expect(stepDue(new Date(since))).toBe(due);
});

test.each([
  [[['2022-08-03', '2022-08-04']], '2022-08-08', 'two of its days and a weekend'],
  [[['2022-08-06', '2022-08-07']], '2022-08-04', 'a weekend after it'],
  [[['2022-07-20', '2022-08-02']], '2022-08-05', 'the day on which it came and the next one'],
  [
    [
      ['2022-08-02', '2022-08-03'],
      ['2022-08-03', '2022-08-04'],
    ],
    '2022-08-09',
    'a day of two freezes',
  ],
] as const)(
  'of a step that waits since 1 August, days that were frozen are not counted: %o, %s, %s',
  (days, due, _why) => {
    expect(stepDue(new Date('2022-08-01T09:00:00+07:00'), daysOf(days))).toBe(due);
  },
);

const daysOf = (all: readonly (readonly [string, string])[]): readonly FrozenDays[] =>
  all.map(([from, until]) => ({ from: from as IsoDate, until: until as IsoDate }));

/** Any minute of the years whose holidays are listed. */
const since = fc
  .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-11-30T00:00:00Z') })
  .filter((at) => !Number.isNaN(at.getTime()));

test('a step has three working days, and is due on a working day', () => {
  fc.assert(
    fc.property(since, (at) => {
      const due = stepDue(at);
      expect(isClosedDay(due)).toBe(false);
      const days: IsoDate[] = [];
      for (let day = addDays(bangkokDate(at), 1); day <= due; day = addDays(day, 1))
        if (!isClosedDay(day)) days.push(day);
      expect(days).toHaveLength(3);
    }),
    { seed },
  );
});

/** None, one or two freezes that begin in the days in which a step is due. */
const freezesAfter = fc.array(fc.record({ begins: fc.integer({ min: 2, max: 9 }), days: fc.nat(9) }), {
  maxLength: 2,
});
const frozenFrom = (at: Date, freezes: readonly { begins: number; days: number }[]): readonly FrozenDays[] =>
  freezes.map(({ begins, days }) => {
    const from = addDays(bangkokDate(at), begins);
    return { from, until: addDays(from, days) };
  });

test('the level above is told once, on the first working day after the date that is not frozen', () => {
  let moved = 0;
  fc.assert(
    fc.property(since, fc.boolean(), freezesAfter, (at, isVacant, freezes) => {
      const frozen = frozenFrom(at, freezes);
      const isFrozen = (day: IsoDate) => frozen.some((one) => isFrozenOn(one, day));
      const date = dateOfStep(at, 'chair', isVacant, frozen);
      expect(isFrozen(date.due)).toBe(false);
      const told: IsoDate[] = [];
      for (let day = bangkokDate(at), no = 0; no < 80; day = addDays(day, 1), no += 1)
        if (
          noticesAt(date, new Date(`${day}T08:30:00+07:00`)).some(
            ({ audience }) => audience === 'districtHead',
          )
        )
          told.push(day);
      const [first] = told;
      expect(told).toHaveLength(1);
      if (!first) return;
      for (let day = addDays(date.due, 1); day < first; day = addDays(day, 1))
        expect(isClosedDay(day) || isFrozen(day)).toBe(true);
      expect(isClosedDay(first) || isFrozen(first)).toBe(false);
      if (isFrozen(addDays(date.due, 1))) moved += 1;
    }),
    { seed },
  );
  expect(moved).toBeGreaterThan(5);
});

test('that a seat is vacant is told on the next working day', () => {
  fc.assert(
    fc.property(since, (at) => {
      const date = dateOfStep(at, 'districtHead', true);
      let day = addDays(bangkokDate(at), 1);
      while (isClosedDay(day)) day = addDays(day, 1);
      const notices = noticesAt(date, new Date(`${day}T08:30:00+07:00`));
      expect(notices.map(({ audience }) => audience)).toContain('owing');
    }),
    { seed },
  );
});

test.each<[string, readonly (readonly [string, string])[], string, number]>([
  ['without a freeze', [], '2022-08-09', 5],
  ['less the days on which all was frozen', [['2022-08-06', '2022-08-08']], '2022-08-10', 3],
  [
    'each of them once',
    [
      ['2022-08-06', '2022-08-08'],
      ['2022-08-07', '2022-08-09'],
    ],
    '2022-08-10',
    2,
  ],
  ['a freeze that was over before the date', [['2022-08-01', '2022-08-03']], '2022-08-09', 5],
  ['less those of a freeze that began before it', [['2022-08-03', '2022-08-05']], '2022-08-09', 4],
  ['one that is to come takes nothing off', [['2022-08-20', '2022-08-30']], '2022-08-09', 5],
  ['not before the date', [['2022-08-06', '2022-08-08']], '2022-08-03', -1],
])('days that are late are counted: %s', (_, freezes, today, days) => {
  const frozen = freezes.map(([from, until]) => ({ from: day(from), until: day(until) }));
  const date = pausedBy({ due: day('2022-08-04'), setAt: new Date(0), plan: usualPlan }, frozen);
  expect(date && daysLate(date, day(today))).toBe(days);
});
