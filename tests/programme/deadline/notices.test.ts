import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/programme/calendar/calendar.ts';
import { usualMorningOf } from '../../../src/programme/calendar/clockHours.ts';
import {
  isClosedDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../../src/programme/calendar/closedDays.ts';
import type { DeadlineRule } from '../../../src/programme/deadline/deadline.ts';
import { type Notice, noticesAt, plannedNotices } from '../../../src/programme/deadline/notices.ts';
import {
  type Audience,
  audiences,
  type ReminderPlan,
  usualPlan,
} from '../../../src/programme/deadline/reminderPlan.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { extent } from '../../extent.ts';
import { seed } from '../../seed.ts';
import { anyDay, at, day, year } from '../calendar/days.ts';

const ruleFor = (due: IsoDate, setAt = at('2021-10-01'), plan: ReminderPlan = usualPlan): DeadlineRule => ({
  kind: 'assessment',
  year,
  area: { kind: 'nation' },
  due,
  setAt,
  plan,
});

/** The days on which an audience is told once the date is set, with the offset that it is told for. */
const calendarOf = (rule: DeadlineRule, audience: Audience): readonly string[] =>
  everything(noticesAt, rule).flatMap((one) =>
    one.audience === audience ? [`${one.date} ${one.offset}`] : [],
  );

describe('the reminders of 9 August 2565', () => {
  const rule = ruleFor(day('2022-08-09'));

  test('come 14, 7, 3 and 1 days before and on the day, then daily, not on 12 August nor on weekends', () => {
    expect(calendarOf(rule, 'owing')).toEqual([
      '2022-07-26 -14',
      '2022-08-02 -7',
      '2022-08-05 -3',
      '2022-08-08 -1',
      '2022-08-09 0',
      '2022-08-10 1',
      '2022-08-11 2',
      '2022-08-15 6',
      '2022-08-16 7',
    ]);
  });

  test('reach the district head from day 2 and the province on day 4, in its place the next working day', () => {
    expect(calendarOf(rule, 'districtHead')).toEqual(['2022-08-11 2', '2022-08-15 6', '2022-08-16 7']);
    expect(calendarOf(rule, 'province')).toEqual(['2022-08-15 4']);
  });

  test('that were due before the date was set are dropped', () => {
    const late = ruleFor(day('2022-08-09'), at('2022-08-02', '09:00'));
    expect(calendarOf(late, 'owing').slice(0, 2)).toEqual(['2022-08-05 -3', '2022-08-08 -1']);
    const earlier = ruleFor(day('2022-08-09'), at('2022-08-02', '08:30'));
    expect(calendarOf(earlier, 'owing')[0]).toBe('2022-08-02 -7');
  });

  test('are all there for a run whose clock is earlier than the setting', () => {
    expect(noticesAt(ruleFor(day('2022-08-09'), at('2026-11-01')), at('2022-08-08'))).toEqual([
      { audience: 'owing', offset: -1 },
    ]);
  });
});

test('31 July 2565, a Sunday after special holidays, is reminded of once for the last four days, on Wednesday', () => {
  const rule = ruleFor(day('2022-07-31'));
  expect(calendarOf(rule, 'owing').slice(0, 4)).toEqual([
    '2022-07-12 -14',
    '2022-07-22 -7',
    '2022-07-27 0',
    '2022-08-01 1',
  ]);
  const merged = plannedNotices(rule, at('2022-07-27')).filter(({ fate }) => fate === 'merged');
  expect(merged.map(({ offset, on }) => `${on} ${offset}`)).toEqual(
    expect.arrayContaining(['2022-07-27 -1']),
  );
});

type Told = (rule: DeadlineRule, at: Date) => readonly Notice[];

const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 });
const laterDays = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 6 });
const anyPlan: fc.Arbitrary<ReminderPlan> = fc.oneof(
  fc.constant(usualPlan),
  fc.record({
    before: someDays,
    after: fc.record({ owing: laterDays, districtHead: laterDays, province: laterDays }),
  }),
);
/** A deadline that was set some time before or after its first reminder. */
const anyRule = fc
  .record({
    due: anyDay,
    plan: anyPlan,
    ahead: fc.integer({ min: -3, max: 40 }),
    hour: fc.constantFrom('07:00', '12:00'),
  })
  .map(({ due, plan, ahead, hour }) => ruleFor(due, at(addDays(due, -ahead), hour), plan));

/** What holds of what people are told, whatever the deadline. */
const laws: { readonly [name: string]: (told: Told, rule: DeadlineRule) => void } = {
  'nothing on a closed day': (told, rule) => {
    for (const { date } of everything(told, rule)) expect(isClosedDay(date)).toBe(false);
  },
  'one thing a day to each audience, and each thing on one day': (told, rule) => {
    const all = everything(told, rule);
    expect(new Set(all.map(({ date, audience }) => `${date} ${audience}`)).size).toBe(all.length);
    expect(new Set(all.map(({ offset, audience }) => `${offset} ${audience}`)).size).toBe(all.length);
  },
  'never more urgent one day and less the next': (told, rule) => {
    for (const audience of audiences) {
      const offsets = everything(told, rule).flatMap((one) =>
        one.audience === audience ? [one.offset] : [],
      );
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    }
  },
  'nothing before the date was set': (told, rule) => {
    for (const { date } of everything(told, rule)) expect(usualMorningOf(date) >= rule.setAt).toBe(true);
  },
  'before the date never later than planned, after it never earlier': (told, rule) => {
    for (const { date, offset } of everything(told, rule)) {
      const days = daysBetween(rule.due, date);
      expect(offset <= 0 ? days <= offset : days >= offset).toBe(true);
    }
  },
  'whatever is planned is said on its day, or something more urgent is': (told, rule) => {
    const said = everything(told, rule);
    const { before, after } = rule.plan;
    const planned = [
      ...before.map((days) => ({
        audience: 'owing',
        offset: -days,
        on: workingDayOnOrBefore(addDays(rule.due, -days)),
      })),
      ...audiences.flatMap((audience) =>
        after[audience].map((offset) => ({
          audience,
          offset,
          on: workingDayOnOrAfter(addDays(rule.due, offset)),
        })),
      ),
    ];
    for (const { audience, offset, on } of planned.filter(({ on }) => usualMorningOf(on) >= rule.setAt)) {
      const told = said.find((one) => one.audience === audience && one.date === on);
      expect(told?.offset).toBeGreaterThanOrEqual(offset);
    }
  },
};

/** All that is said from well before to well after, in the last run of each day once the date is set. */
function everything(told: Told, rule: DeadlineRule) {
  const days = Array.from({ length: 75 }, (_, no) => addDays(rule.due, no - 45));
  return days
    .filter((date) => at(date, '19:30') >= rule.setAt)
    .flatMap((date) => told(rule, at(date, '19:30')).map((notice) => ({ ...notice, date })));
}

const holds = (law: (told: Told, rule: DeadlineRule) => void, told: Told) =>
  fc.assert(
    fc.property(anyRule, (rule) => law(told, rule)),
    { seed, numRuns: extent(25, 60) },
  );

describe('reminders of any deadline', () => {
  test.each(Object.entries(laws))('%s', (_, law) => {
    holds(law, noticesAt);
  });
});

/** Broken copies, each with the law that has to notice it. */
const mutants: readonly (readonly [what: string, law: string, told: Told])[] = [
  [
    'does not move to working days',
    'nothing on a closed day',
    (rule, now) => planned(rule, now, (date) => date),
  ],
  [
    'says all that falls together',
    'one thing a day to each audience, and each thing on one day',
    (rule, now) =>
      onDay(
        plannedNotices(rule, now).filter(({ fate }) => fate !== 'dropped'),
        now,
      ),
  ],
  [
    'says what is late as if it came before',
    'never more urgent one day and less the next',
    (rule, now) => noticesAt(rule, now).map((one) => ({ ...one, offset: -one.offset })),
  ],
  [
    'forgets when the date was set',
    'nothing before the date was set',
    (rule, now) => noticesAt({ ...rule, setAt: new Date(0) }, now),
  ],
  [
    'moves what is planned before the date forward',
    'before the date never later than planned, after it never earlier',
    (rule, now) => planned(rule, now, workingDayOnOrAfter),
  ],
  [
    'keeps the least urgent of a day',
    'whatever is planned is said on its day, or something more urgent is',
    (rule, now) => noticesAt(rule, now).map((one) => ({ ...one, offset: one.offset - 1 })),
  ],
];

const dateOf = (now: Date): string => new Date(now.getTime() + 7 * 3600e3).toISOString().slice(0, 10);

const onDay = (all: readonly (Notice & { readonly on: IsoDate })[], now: Date): readonly Notice[] =>
  all.filter(({ on }) => on === dateOf(now)).map(({ audience, offset }) => ({ audience, offset }));

const planned = (rule: DeadlineRule, now: Date, move: (date: IsoDate) => IsoDate): readonly Notice[] =>
  onDay(
    plannedNotices(rule, now).map((one) => ({ ...one, on: move(addDays(rule.due, one.offset)) })),
    now,
  );

test.each(mutants)('a planner that %s is noticed by: %s', (_, law, told) => {
  const check = laws[law];
  expect(check).toBeDefined();
  expect(() => check && holds(check, told)).toThrow();
});

test('the deadlines tried are of all sorts: moved, merged and dropped reminders among them', () => {
  const seen = { moved: 0, merged: 0, dropped: 0, goes: 0 };
  fc.assert(
    fc.property(anyRule, (rule) => {
      for (const { offset, on, fate } of plannedNotices(rule, at('2030-01-01'))) {
        seen[fate] += 1;
        if (daysBetween(rule.due, on) !== offset) seen.moved += 1;
      }
    }),
    { seed, numRuns: extent(25, 60) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
});
