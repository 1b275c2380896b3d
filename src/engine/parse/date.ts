import { candidatesOf, mapReading, readingOf, unsure } from './candidates.ts';
import { bare, wordKey } from './clean.ts';
import { readEdge, readSpan, type Towards } from './dateEdges.ts';
import { type DateToken, dateTokens } from './dateTokens.ts';
import { daysAfter, daysApart, isoDay, weekdayOf, yearOf } from './isoDay.ts';
import { readNumber } from './number.ts';
import { ambiguous, type Reading, read, unreadable } from './reading.ts';
import { arabicDigits } from './thaiMarks.ts';
import { readYear } from './year.ts';

/** Days away from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ...['วันนี้', 'today'].map((word) => [word, 0] as const),
  ...['เมื่อวาน', 'เมื่อวานนี้', 'วานนี้', 'yesterday'].map((word) => [word, -1] as const),
  ...['เมื่อวานซืน', 'วานซืน', 'เมื่อวานซืนนี้'].map((word) => [word, -2] as const),
  ...['พรุ่งนี้', 'วันพรุ่งนี้', 'tomorrow'].map((word) => [word, 1] as const),
  ...['มะรืน', 'มะรืนนี้', 'วันมะรืน', 'วันมะรืนนี้'].map((word) => [word, 2] as const),
  ...['เมื่อเช้า', 'เมื่อเช้านี้', 'เช้านี้', 'บ่ายนี้', 'เย็นนี้', 'ภายในวันนี้'].map((word) => [word, 0] as const),
  ...['dayaftertomorrow', 'thedayaftertomorrow'].map((word) => [word, 2] as const),
  ...['daybeforeyesterday', 'thedaybeforeyesterday'].map((word) => [word, -2] as const),
]);

/** สองวันก่อน, 3 วันที่แล้ว, อีก 3 วัน, 3 days ago, in 3 days; weeks are said loosely and asked about. */
const AGO = /^(?:เมื่อ ?)?(?<count>.+?) ?(?:วัน|(?<weeks>สัปดาห์|อาทิตย์)) ?(?:ก่อน|ที่แล้ว|มาแล้ว|ที่ผ่านมา)$/;
const AHEAD = /^อีก ?(?<count>.+?) ?(?:วัน|(?<weeks>สัปดาห์|อาทิตย์))(?: ?ข้างหน้า)?$/;
const ENGLISH_AGO = /^(?<count>.+?) (?:days?|(?<weeks>weeks?)) ago$/;
const ENGLISH_AHEAD = /^in (?<count>.+?) (?:days?|(?<weeks>weeks?))$/;
/** What people add to วันนี้ without changing it. */
const EMPHASIS = /(?:เลย|แหละ|ล่ะ|นี่แหละ)$/;

/** วันนี้ 9 โมง, เมื่อวานตอนบ่าย 2: the time of the day behind a day. */
const HOUR =
  / ?(?:ตอน|เวลา|ช่วง)? ?(?:(?:บ่าย ?)?(?:\d{1,2}(?:[:.]\d{2})?|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|สิบเอ็ด) ?(?:น\.?|นาฬิกา|โมงเช้า|โมงเย็น|โมงตรง|โมงครึ่ง|โมง|ทุ่ม)|บ่าย ?(?:โมง|\d|สอง|สาม|สี่)(?: ?โมง)?|(?:ตอน|ช่วง) ?(?:เช้า|สาย|เที่ยง|บ่าย|เย็น|ค่ำ))$/;
const withoutHour = (text: string): string => bare(text).replace(HOUR, '');

/** Days from today, before it below zero. */
function daysAway(text: string): Reading<number> {
  const named = RELATIVE.get(wordKey(text).replace(EMPHASIS, '')) ?? RELATIVE.get(wordKey(withoutHour(text)));
  if (named !== undefined) return read(named);
  // With their spaces: "1 3 วันก่อน" is not thirteen days ago.
  const line = bare(text);
  const ago = AGO.exec(line) ?? ENGLISH_AGO.exec(line);
  if (ago !== null) return mapReading(daysSaid(ago), (days) => -days);
  return daysSaid(AHEAD.exec(line) ?? ENGLISH_AHEAD.exec(line));
}

function daysSaid(found: RegExpExecArray | null): Reading<number> {
  const { count = '', weeks } = found?.groups ?? {};
  const number = readNumber(count);
  if (number.kind !== 'read') return unreadable;
  const days = number.value * (weeks === undefined ? 1 : 7);
  if (!Number.isInteger(number.value) || days <= 0 || days >= 366) return unreadable;
  return weeks === undefined ? read(days) : ambiguous(days);
}

type Figure = Extract<DateToken, { kind: 'figure' }>;

/** A date as it was written: its parts not yet checked, `doubtful` when the writing alone asks for a confirmation. */
interface Written {
  readonly day: Figure;
  /** The last of several days: ก.ย. 29-30. */
  readonly lastDay?: Figure;
  readonly month: number;
  readonly year: Figure | undefined;
  readonly doubtful: boolean;
}

/**
 * Reads a date as Gregorian `YYYY-MM-DD`; day comes before month, years are Buddhist or Gregorian (see `readYear`).
 * Without a year, this year and the last are asked about. `today` is the Bangkok date.
 */
export const readDate = (text: string, today: string): Reading<string> => readDay(text, today);

/**
 * Reads a date as `readDate` does; without a year it is the last such day, or the coming one. That something was done
 * (`แล้วเสร็จ …`) may stand in front; until when it was (`ไม่เกิน …`) says no day of what happened, and is asked about.
 */
export function readDateTowards(text: string, today: string, towards: Towards): Reading<string> {
  const said = bare(text).replace(FINISHED[towards], '');
  const line = said.replace(ROUGHLY, '');
  if (line !== said) return unsure(readDateTowards(line, today, towards));
  const loose = towards === 'future' ? BEFORE.exec(line) : null;
  const reading = readDay(line, today, towards);
  if (reading.kind === 'unreadable' && loose)
    return unsure(readDay(line.slice(loose[0].length), today, towards));
  return towards === 'past' && saysLimit(line) ? unsure(reading) : reading;
}

const DAY_FOLLOWS = '(?=ภายใน|ไม่เกิน|ก่อน|เมื่อ|สิ้น|ปลาย|ใน|อีก|วัน|ถึง|\\d|by |before )';
const FINISHED: { readonly [T in Towards]: RegExp } = {
  past: new RegExp(`^(?:(?:ดำเนินการ|ทำ|แล้วเสร็จ|เสร็จสิ้น|เสร็จแล้ว|เสร็จ) ?)+${DAY_FOLLOWS}`),
  future: new RegExp(
    `^(?:(?:คาดว่า|ให้|จะ|ต้อง|ครบกำหนด|กำหนด|ดำเนินการ|ทำ|แล้วเสร็จ|เสร็จสิ้น|เสร็จ) ?)+${DAY_FOLLOWS}`,
  ),
};
/** A day that is told as a guess is asked about. */
const ROUGHLY =
  /^(?:น่าจะ(?:เป็น)?|คงจะ(?:เป็น)?|ประมาณ|ราว ?ๆ?|ช่วง ?ๆ?|about|around) ?(?=วัน|\d|เมื่อ)(?:วันที่ ?)?|(?: ?(?:โดยประมาณ|มั้ง))$/;
const BEFORE = /^(?:ก่อน(?:วันที่)?|before) ?/;
const LIMIT = /^(?:ภายใน|ไม่เกิน|จนถึง|by |within |until )/;

/** Whether a text says until when rather than when. */
export const saysLimit = (text: string): boolean => LIMIT.test(bare(text));

/** Whether words say a day does not hang on the day on which they are typed. */
const someDay = '2022-01-01';

/** Whether a text says a day and nothing else, whichever it is and whether or not the calendar has it. */
export function saysDay(text: string): boolean {
  const tokens = dateTokens(bare(text));
  return (
    daysAway(text).kind !== 'unreadable' ||
    (tokens !== undefined && writtenDate(tokens) !== undefined) ||
    readEdge(bare(text), someDay, 'past').kind !== 'unreadable'
  );
}

/** The first of several days, with what parts it from the last: `27-28 ก.ค.`. */
const FIRST_DAY = /^\d{1,2} ?(?:[-–~,/]|ถึง|และ|to|and) ?(?=\d)/i;

/** Whether a text says a day or several and nothing else. */
export const saysDays = (text: string): boolean =>
  saysDay(text) || saysDay(arabicDigits(bare(text)).replace(FIRST_DAY, ''));

/** Whether a text says a time and nothing else: a day, several, or a month with or without its year. */
export const saysTime = (text: string): boolean =>
  saysDays(text) || dateTokens(bare(text))?.[0]?.kind === 'month';

/** A month by its first day, with how many days it has. */
export type MonthLength = { readonly month: string; readonly days: number };

/** The month of a day that is written but that no calendar has, such as 31 September. */
export function noSuchDay(text: string, today: string): MonthLength | undefined {
  const tokens = dateTokens(bare(text));
  const written = tokens && writtenDate(tokens);
  if (tokens === undefined || written === undefined) return undefined;
  const { month } = written;
  const years = candidatesOf(yearsIn(tokens, written, today));
  const [year] = years;
  if (year === undefined || daysIn(written).some((day) => years.some((each) => isoDay(each, month, day))))
    return undefined;
  const first = isoDay(year, month, 1);
  const next = month === 12 ? isoDay(year + 1, 1, 1) : isoDay(year, month + 1, 1);
  return first && next ? { month: first, days: daysApart(first, next) } : undefined;
}

const daysIn = ({ day, lastDay }: Written): readonly number[] =>
  (lastDay ? [day, lastDay] : [day]).map(({ text }) => Number(text));

function readDay(text: string, today: string, towards?: Towards): Reading<string> {
  const distance = daysAway(text);
  if (distance.kind !== 'unreadable') return mapReading(distance, (days) => daysAfter(today, days));
  const line = bare(text);
  const tokens = dateTokens(line);
  const written = tokens && writtenDate(tokens);
  if (tokens === undefined || written === undefined) return undated(line, today, towards);
  const { month, year, doubtful } = written;
  const away = awayIn(tokens);
  const years = yearsIn(tokens, written, today);
  const days = daysIn(written)
    .flatMap((day) =>
      year === undefined && away === undefined && towards !== undefined
        ? [nearest(month, day, today, towards)]
        : candidatesOf(years).map((each) => isoDay(each, month, day)),
    )
    .filter((day) => day !== undefined)
    .sort((a, b) => daysApart(a, today) - daysApart(b, today));
  const weekday = tokens.find((token) => token.kind === 'weekday')?.weekday;
  const agrees = weekday === undefined || days.every((day) => weekdayOf(day) === weekday);
  const isSure = year || away ? years.kind === 'read' : towards !== undefined;
  return readingOf(days, isSure && agrees && !doubtful);
}

/** What says its day without a figure for it, where it is known whether it lies back or ahead. */
function undated(line: string, today: string, towards?: Towards): Reading<string> {
  if (towards === undefined) return unreadable;
  const edge = readEdge(line, today, towards);
  return edge.kind === 'unreadable' && towards === 'future' ? readSpan(line, today) : edge;
}

type Away = Extract<DateToken, { kind: 'away' }>;

const awayIn = (tokens: readonly DateToken[]): Away | undefined =>
  tokens.find((token) => token.kind === 'away');

function yearsIn(tokens: readonly DateToken[], { year }: Written, today: string): Reading<number> {
  const thisYear = yearOf(today);
  const era = tokens.find((token) => token.kind === 'era')?.era;
  const away = awayIn(tokens);
  if (year !== undefined) return readYear(year.text, era, thisYear);
  if (away === undefined) return readingOf([thisYear, thisYear - 1], false);
  return readingOf([thisYear + away.years], !away.loosely);
}

/** Leap years are at most eight years apart. */
const MOST_YEARS_TO_A_DAY = 8;

/** The last day of this name until today, or the first from today on. */
function nearest(month: number, day: number, today: string, towards: Towards): string | undefined {
  const step = towards === 'past' ? -1 : 1;
  for (let years = 0; years <= MOST_YEARS_TO_A_DAY; years += 1) {
    const date = isoDay(yearOf(today) + step * years, month, day);
    if (date !== undefined && (towards === 'past' ? date <= today : date >= today)) return date;
  }
  return undefined;
}

/** The parts of the date by their order, e.g. `fmf` for figure, month, figure. */
function writtenDate(tokens: readonly DateToken[]): Written | undefined {
  const order = tokens.map(({ kind }) => kind[0]).join('');
  // A weekday leads or ends; the year is last, with the era before or after it, or in words as "next year".
  const parts = /^(fmf|fff|mff|fm|mf|ff)$/.exec(
    order
      .replace(/^w|(?<!^w.*)w$/, '')
      .replace(/^(fm|ff|mf)(?:ef|fe)$/, '$1f')
      .replace(/^(fm|ff|mf)a$/, '$1'),
  )?.[1];
  const figures = tokens.filter((token) => token.kind === 'figure');
  const month = tokens.find((token) => token.kind === 'month')?.month;
  if (parts === undefined) return undefined;
  return month === undefined ? numeric(figures) : named(figures, month, parts);
}

function named([first, second]: readonly Figure[], month: number, parts: string): Written | undefined {
  if (first === undefined) return undefined;
  const yearFirst = parts === 'fmf' && first.text.length === 4;
  const [day, year] = yearFirst ? [second, first] : [first, second];
  if (!day || !isShort(day)) return undefined;
  // ต.ค. 65 is a month with its year.
  if (!year && parts === 'mf' && Number(day.text) > MOST_DAYS) return undefined;
  // With a sign or a month before them, two figures that can be days are rather days than a day and a year.
  const isRange = year && isDay(year) && (/[-/,]/.test(year.gap) || parts === 'mff');
  return isRange
    ? { day, lastDay: year, month, year: undefined, doubtful: true }
    : { day, month, year, doubtful: false };
}

/** Neither the days of a month nor a slip for one of them. */
const MOST_DAYS = 39;

const isDay = ({ text }: Figure): boolean => text.length <= 2 && Number(text) >= 1 && Number(text) <= 31;

function numeric([first, second, third]: readonly Figure[]): Written | undefined {
  if (first === undefined || second === undefined || !isShort(second)) return undefined;
  if (third === undefined) return second.gap === '/' ? checked(first, second, undefined, false) : undefined;
  const gaps = `${second.gap} ${third.gap}`;
  // Figures with nothing but spaces between them are hardly a date.
  const doubtful = gaps === ' ';
  if (!doubtful && !['/ /', '- -', '. .', 'เดือน ปี'].includes(gaps)) return undefined;
  return first.text.length === 4
    ? checked(third, second, first, doubtful)
    : checked(first, second, third, doubtful);
}

function checked(
  day: Figure,
  month: Figure,
  year: Figure | undefined,
  doubtful: boolean,
): Written | undefined {
  const number = Number(month.text);
  return isShort(day) && number >= 1 && number <= 12 ? { day, month: number, year, doubtful } : undefined;
}

const isShort = ({ text }: Figure): boolean => text.length <= 2;
