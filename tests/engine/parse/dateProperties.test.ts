import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/engine/parse/candidates.ts';
import { readDate } from '../../../src/engine/parse/date.ts';
import { type Reading, read } from '../../../src/engine/parse/reading.ts';
import { holds, isCaught, manner, said, tally, thaiDigits } from './properties.ts';

type DateReader = (text: string, today: string) => Reading<string>;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const THAI = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
  ' ',
);
const SHORT = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);

const buddhist = (year: number): number => year + 543;
const two = (n: number): string => String(n).padStart(2, '0');
const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

const writings = {
  'Thai name': ({ year, month, day }) => `${day} ${THAI[month - 1]} ${buddhist(year)}`,
  'Thai name in full': ({ year, month, day }) => `วันที่ ${day} ${THAI[month - 1]} พ.ศ. ${buddhist(year)}`,
  'Thai digits': ({ year, month, day }) => thaiDigits(`${day} ${THAI[month - 1]} ${buddhist(year)}`),
  'Thai abbreviation': ({ year, month, day }) => `${day} ${SHORT[month - 1]} ${buddhist(year)}`,
  'no dots, no spaces': ({ year, month, day }) =>
    `${day}${SHORT[month - 1]?.replaceAll('.', '')}${buddhist(year)}`,
  slashes: ({ year, month, day }) => `${day}/${month}/${buddhist(year)}`,
  'slashes and zeros': ({ year, month, day }) => `${two(day)}/${two(month)}/${buddhist(year)}`,
  'Gregorian slashes': ({ year, month, day }) => `${day}/${month}/${year}`,
  dashes: ({ year, month, day }) => `${day}-${month}-${buddhist(year)}`,
  dots: ({ year, month, day }) => `${day}.${month}.${buddhist(year)}`,
  ISO: iso,
  'Buddhist ISO': (day) => iso({ ...day, year: buddhist(day.year) }),
  English: ({ year, month, day }) => `${day} ${ENGLISH[month - 1]} ${year}`,
  American: ({ year, month, day }) => `${ENGLISH[month - 1]} ${day}, ${year}`,
  'short English': ({ year, month, day }) => `${two(day)}-${ENGLISH[month - 1]?.slice(0, 3)}-${year}`,
  'in words': ({ year, month, day }) => `วันที่ ${day} เดือน ${month} ปี ${buddhist(year)}`,
} satisfies Record<string, (day: Day) => string>;

type Writing = keyof typeof writings;
const everyWriting = Object.keys(writings) as Writing[];

const dayFrom = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map(
      (date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }),
    );

const today = dayFrom('2020-01-01', '2040-12-31').map(iso);

const writtenDates = (reader: DateReader, seen = tally<Writing | 'late in the month' | 'leap day'>()) =>
  fc.property(
    fc.oneof(
      dayFrom('1900-01-01', '2100-12-31'),
      fc.constantFrom(1904, 2000, 2024).map((year) => ({ year, month: 2, day: 29 })),
    ),
    fc.constantFrom(...everyWriting),
    today,
    manner,
    (day, writing, now, how) => {
      seen.count(writing);
      if (day.day > 12) seen.count('late in the month');
      if (day.month === 2 && day.day === 29) seen.count('leap day');
      expect(reader(said(writings[writing](day), how), now)).toEqual(read(iso(day)));
    },
  );

/** Years of two digits are Buddhist ones, unless the same digits make a Gregorian year up to two ahead. */
const shortYears = (reader: DateReader, seen = tally<'Buddhist' | 'either'>()) =>
  fc.property(dayFrom('1957-01-01', '2060-12-31'), fc.boolean(), today, (day, named, now) => {
    const thisYear = Number(now.slice(0, 4));
    fc.pre(day.year <= thisYear + 20 && day.year < 2057 && !(day.month === 2 && day.day === 29));
    const digits = two(buddhist(day.year) % 100);
    const either = 2000 + Number(digits) <= thisYear + 10;
    seen.count(either ? 'either' : 'Buddhist');
    const reading = reader(
      named ? `${day.day} ${SHORT[day.month - 1]} ${digits}` : `${day.day}/${day.month}/${digits}`,
      now,
    );
    expect(reading.kind).toBe(either ? 'ambiguous' : 'read');
    expect(candidatesOf(reading)).toContain(iso(day));
    if (either) expect(candidatesOf(reading)).toContain(iso({ ...day, year: 2000 + Number(digits) }));
  });

const impossible = (reader: DateReader, seen = tally<'leap' | 'short month' | 'no month'>()) =>
  fc.property(
    fc.integer({ min: 2450, max: 2600 }),
    fc.constantFrom(
      [29, 2],
      [30, 2],
      [31, 4],
      [31, 6],
      [31, 9],
      [31, 11],
      [12, 13],
      [9, 25],
      [32, 1],
      [0, 5],
      [5, 0],
    ),
    fc.constantFrom('/', '-', '.'),
    (year, [day = 0, month = 0], sign) => {
      fc.pre(!(day === 29 && (year - 543) % 4 === 0));
      seen.count(month > 12 || month < 1 ? 'no month' : day === 29 ? 'leap' : 'short month');
      expect(reader(`${day}${sign}${month}${sign}${year}`, '2022-08-20').kind).toBe('unreadable');
    },
  );

describe('dates', () => {
  it('a date is the same in every writing', () => {
    const seen = tally<Writing | 'late in the month' | 'leap day'>();
    holds(writtenDates(readDate, seen));
    expect(seen.fewest(...everyWriting)).toBeGreaterThan(100);
    expect(seen.fewest('late in the month', 'leap day')).toBeGreaterThan(500);
    isCaught(writtenDates((text, now) => readDate(text.replace(/^(\d+)\/(\d+)/, '$2/$1'), now)));
    isCaught(writtenDates((text, now) => readDate(text.replace('พ.ศ.', 'ค.ศ.'), now)));
  });

  it('a year of two digits is Buddhist, or asked about', () => {
    const seen = tally<'Buddhist' | 'either'>();
    holds(shortYears(readDate, seen));
    expect(seen.fewest('Buddhist', 'either')).toBeGreaterThan(500);
    isCaught(shortYears((text, now) => readDate(text.replace(/(\d\d)$/, '20$1'), now)));
    isCaught(shortYears((text, now) => readDate(text.replace(/(\d\d)$/, '25$1'), now)));
  });

  it('a day that no calendar has is not read', () => {
    const seen = tally<'leap' | 'short month' | 'no month'>();
    holds(impossible(readDate, seen));
    expect(seen.fewest('leap', 'short month', 'no month')).toBeGreaterThan(100);
    isCaught(
      impossible((text) => {
        const [day = 0, month = 0, year = 0] = text.split(/[/.-]/).map(Number);
        return read(new Date(Date.UTC(year - 543, month - 1, day)).toISOString().slice(0, 10));
      }),
    );
  });
});
