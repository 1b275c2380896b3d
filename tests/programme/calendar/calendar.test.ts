import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  bangkokDate,
  bangkokMinute,
  buddhistYearOf,
  comingFiscalYear,
  daysBetween,
  endOfDay,
  endOfFiscalYear,
  firstDayTold,
  fiscalYearOf,
  isoDate,
  parseInstant,
  parseIsoDate,
  readFiscalYear,
  startOfDay,
  startOfFiscalYear,
  toBuddhistYear,
  toGregorianYear,
  yearEndAhead,
} from '../../../src/programme/calendar/calendar.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import { seed } from '../../seed.ts';

const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
const date = instant.map(bangkokDate);

describe('the fiscal year', () => {
  it('2565 runs from 1 October 2021 to 30 September 2022', () => {
    const year = fiscalYearOf(bangkokDate(new Date('2022-08-01T02:00:00Z')));
    expect(year).toBe(2565);
    expect(startOfFiscalYear(year)).toBe('2021-10-01');
    expect(endOfFiscalYear(year)).toBe('2022-09-30');
  });

  it('begins anew on 1 October in Bangkok, not in Greenwich', () => {
    expect(fiscalYearOf(bangkokDate(new Date('2022-09-30T16:59:59.999Z')))).toBe(2565);
    expect(fiscalYearOf(bangkokDate(new Date('2022-09-30T17:00:00.000Z')))).toBe(2566);
    expect(comingFiscalYear(bangkokDate(new Date('2022-09-30T17:00:00.000Z')))).toBe(2567);
  });

  it('holds every one of its days and no other', () => {
    fc.assert(
      fc.property(date, (day) => {
        const year = fiscalYearOf(day);
        expect(startOfFiscalYear(year) <= day && day <= endOfFiscalYear(year)).toBe(true);
        expect(fiscalYearOf(addDays(startOfFiscalYear(year), -1))).toBe(year - 1);
        expect(fiscalYearOf(addDays(endOfFiscalYear(year), 1))).toBe(year + 1);
      }),
      { seed },
    );
  });

  it('is read only from a year of the Buddhist Era', () => {
    expect(readFiscalYear(2565)).toBe(2565);
    for (const no of [2022, 25.65, 65, Number.NaN, 25650]) expect(readFiscalYear(no)).toBeUndefined();
  });
});

describe('a date', () => {
  it('exists in the calendar or is none', () => {
    expect(isoDate(2022, 8, 9)).toBe('2022-08-09');
    expect(isoDate(2020, 2, 29)).toBe('2020-02-29');
    for (const [year, month, day] of [
      [2021, 2, 29],
      [2022, 13, 1],
      [2022, 4, 31],
      [2022, 0, 1],
      [2022, 1, 0],
    ] as const) {
      expect(isoDate(year, month, day)).toBeUndefined();
    }
  });

  it.each([
    ['2022-08-09', '2022-08-09'],
    ['2565-08-09', '2022-08-09'],
    [' 2551-02-29 ', '2008-02-29'],
    ['2552-02-29', undefined],
    ['2022-8-9', undefined],
    ['9/8/2565', undefined],
    ['', undefined],
  ])('written as %j is read as %s', (text, expected) => {
    expect(parseIsoDate(text)).toBe(expected);
  });

  it('is read back from either era', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(parseIsoDate(day)).toBe(day);
        const buddhist = `${buddhistYearOf(day)}${day.slice(4)}`;
        expect(parseIsoDate(buddhist)).toBe(day);
        expect(toGregorianYear(toBuddhistYear(Number(day.slice(0, 4))))).toBe(Number(day.slice(0, 4)));
      }),
      { seed },
    );
  });

  it('moves by days and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const other = addDays(day, days);
        expect(daysBetween(day, other)).toBe(days);
        expect(addDays(other, -days)).toBe(day);
      }),
      { seed },
    );
  });

  it('lasts from midnight to the last millisecond before the next, in Bangkok', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = bangkokDate(at);
        expect(startOfDay(day) <= at && at <= endOfDay(day)).toBe(true);
        expect(endOfDay(day).getTime() + 1).toBe(startOfDay(addDays(day, 1)).getTime());
        expect(bangkokDate(endOfDay(day))).toBe(day);
      }),
      { seed },
    );
  });

  it('ends at 23:59:59.999 in Bangkok', () => {
    const due = isoDate(2022, 8, 9);
    expect(due && endOfDay(due).toISOString()).toBe('2022-08-09T16:59:59.999Z');
  });
});

describe('an instant', () => {
  it.each([
    ['2565-08-09T18:00', '2022-08-09T11:00:00.000Z'],
    ['2022-08-09 18:00:30', '2022-08-09T11:00:30.000Z'],
    ['2565-08-09T18:00:30.5', '2022-08-09T11:00:30.500Z'],
    ['2565-08-09', '2022-08-08T17:00:00.000Z'],
    ['2565-08-09T18:00Z', '2022-08-09T18:00:00.000Z'],
    ['2022-08-09t18:00z', '2022-08-09T18:00:00.000Z'],
    ['2022-08-09T18:00:00+09:00', '2022-08-09T09:00:00.000Z'],
    ['2022-08-09T18:00:00-05:30', '2022-08-09T23:30:00.000Z'],
    ['2565-08-01 09:00', '2022-08-01T02:00:00.000Z'],
  ])('written as %j is %s', (text, expected) => {
    expect(parseInstant(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    'วันนี้',
    '2565-02-29T10:00',
    '2022-08-09T25:00',
    '2022-08-09T18',
    '2022-08-09T18:00+7',
    '1659951000',
  ])('is not read from %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('is printed to the minute as it can be given', () => {
    expect(bangkokMinute(new Date('2022-08-08T01:30:59.999Z'))).toBe('2565-08-08 08:30');
    expect(bangkokMinute(new Date('2021-12-31T17:00:00Z'))).toBe('2565-01-01 00:00');
    expect(parseInstant('2565-08-08 08:30')).toEqual(new Date('2022-08-08T01:30:00Z'));
  });

  it('is read back from its own ISO form, in either era', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const iso = at.toISOString();
        expect(parseInstant(iso)).toEqual(at);
        expect(parseInstant(`${Number(iso.slice(0, 4)) + 543}${iso.slice(4)}`)).toEqual(at);
      }),
      { seed },
    );
  });
});

describe('what is told of a programme year', () => {
  const told = (of: number, on: string) => firstDayTold(of as FiscalYear, on as IsoDate);
  const planned = (of: number, on: string) => yearEndAhead(of as FiscalYear, on as IsoDate);

  it('begins on its 1 October, or on that of the present year while it lies ahead', () => {
    expect(told(2565, '2022-08-01')).toBe('2021-10-01');
    expect(told(2565, '2022-12-01')).toBe('2021-10-01');
    expect(told(2566, '2022-09-15')).toBe('2021-10-01');
  });

  it('is planned until the end of the year, and once that is reached until the next one ahead', () => {
    expect(planned(2565, '2022-08-01')).toBe('2022-09-30');
    expect(planned(2566, '2022-08-01')).toBe('2023-09-30');
    expect(planned(2565, '2022-09-30')).toBe('2023-09-30');
    expect(planned(2565, '2023-12-01')).toBe('2024-09-30');
  });
});
