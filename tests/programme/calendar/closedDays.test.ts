import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parseIsoDate } from '../../../src/programme/calendar/calendar.ts';
import { closedDaysByYear, yearlyClosedDays } from '../../../src/programme/calendar/closedDayList.ts';
import {
  doubtAbout,
  isClosedDay,
  knowsYear,
  weekdayOf,
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../../src/programme/calendar/closedDays.ts';
import { seed } from '../../seed.ts';
import { anyDay, day } from './days.ts';

const years = Object.entries(closedDaysByYear);

describe('an office is closed', () => {
  test.each([
    ['2022-07-28', 'the king’s birthday'],
    ['2022-07-29', 'a day that the cabinet gave for once'],
    ['2022-07-30', 'a Saturday'],
    ['2022-07-31', 'a Sunday'],
    ['2022-08-12', 'Mother’s Day'],
    ['2021-12-05', 'the national day'],
    ['2021-12-06', 'the Monday in its place'],
    ['2022-05-13', 'the ploughing ceremony'],
    ['2022-07-13', 'Asarnha Bucha'],
    ['2024-07-22', 'the Monday in place of Asarnha Bucha on a Saturday'],
    ['2023-12-29', 'a substitute that was moved'],
    ['2031-08-12', 'a yearly holiday of a year that is not listed'],
  ])('on %s, %s', (date) => {
    expect(isClosedDay(day(date))).toBe(true);
  });

  test.each([
    ['2022-08-11', 'the day before'],
    ['2022-05-02', 'the day after Labour Day'],
    ['2024-05-01', 'Labour Day itself'],
    ['2021-10-25', 'a Monday whose holiday was moved'],
    ['2023-01-03', 'the second day after New Year'],
    ['2024-07-19', 'the eve of Asarnha Bucha'],
  ])('but not on %s, %s', (date) => {
    expect(isClosedDay(day(date))).toBe(false);
  });
});

describe('the list', () => {
  test('covers the years 2564 to 2570 and says so of others', () => {
    expect(years.map(([no]) => no)).toEqual(['2564', '2565', '2566', '2567', '2568', '2569', '2570']);
    expect([
      knowsYear(day('2027-12-31')),
      knowsYear(day('2028-01-01')),
      knowsYear(day('2020-12-31')),
    ]).toEqual([true, false, false]);
  });

  test('says of which years it is not sure, and names who gave each special day', () => {
    expect(doubtAbout(day('2022-08-01'))).toBeUndefined();
    expect(doubtAbout(day('2027-08-01'))).toMatch(/ploughing/);
    expect(years.flatMap(([, { special }]) => special).every(({ source }) => source.length > 0)).toBe(true);
  });

  test.each(years)(
    '%s holds dates of that year, each once, and only weekdays in place of others',
    (no, listed) => {
      const { moon, ploughing, instead, special } = listed;
      const all = [
        ...moon,
        ...(ploughing ? [ploughing] : []),
        ...instead,
        ...special.flatMap(({ days }) => days),
      ];
      expect(all.map((date) => parseIsoDate(date))).toEqual(all);
      expect(all.every((date) => Number(date.slice(0, 4)) + 543 === Number(no))).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      const weekend = [...instead, ...special.flatMap(({ days }) => days)].filter(
        (date) => weekdayOf(day(date)) % 6 === 0,
      );
      expect(weekend).toEqual([]);
      // The first day of Lent follows Asarnha Bucha.
      expect(moon[3]).toBe(addDays(day(moon[2] ?? ''), 1));
    },
  );

  test('gives a day in place of each holiday on a weekend', () => {
    const inPlace = years.flatMap(([, { instead }]) => instead);
    const onWeekend = years
      .flatMap(([no, { moon }]) => [
        ...yearlyClosedDays.map((date) => `${Number(no) - 543}-${date}`),
        ...moon,
      ])
      .filter((date) => weekdayOf(day(date)) % 6 === 0);
    expect(onWeekend.length).toBeGreaterThan(20);
    const without = onWeekend.filter(
      (date) => ![-2, -1, 1, 2, 3].some((days) => inPlace.includes(addDays(day(date), days))),
    );
    expect(without).toEqual([]);
  });
});

test('the nearest working day lies on the right side, with only closed days between', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const [before, after] = [workingDayOnOrBefore(date), workingDayOnOrAfter(date)];
      expect(before <= date && date <= after).toBe(true);
      expect([before, after].some(isClosedDay)).toBe(false);
      expect(before === date).toBe(!isClosedDay(date));
      for (let between = addDays(before, 1); between < after; between = addDays(between, 1)) {
        expect(isClosedDay(between)).toBe(true);
      }
      expect(workingDayBefore(date)).toBe(workingDayOnOrBefore(addDays(date, -1)));
      expect(workingDayAfter(date) > date).toBe(true);
    }),
    { seed },
  );
});
