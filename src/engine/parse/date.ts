import { candidatesOf, settle } from './candidates.ts';
import { bare, wordKey } from './clean.ts';
import { type DateToken, dateTokens } from './dateTokens.ts';
import { daysAfter, daysApart, isoDay, weekdayOf, yearOf } from './isoDay.ts';
import { type Reading, read, unreadable } from './reading.ts';
import { type Era, readYear } from './year.ts';

/** Days away from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ...['วันนี้', 'today'].map((word) => [word, 0] as const),
  ...['เมื่อวาน', 'เมื่อวานนี้', 'วานนี้', 'yesterday'].map((word) => [word, -1] as const),
  ...['เมื่อวานซืน', 'วานซืน', 'เมื่อวานซืนนี้'].map((word) => [word, -2] as const),
  ...['พรุ่งนี้', 'วันพรุ่งนี้', 'tomorrow'].map((word) => [word, 1] as const),
  ...['มะรืน', 'มะรืนนี้', 'วันมะรืน'].map((word) => [word, 2] as const),
]);

type Figure = Extract<DateToken, { kind: 'figure' }>;

/** A date as it was written: its parts not yet checked, `doubtful` when the writing alone asks for a confirmation. */
interface Written {
  readonly day: Figure;
  readonly month: number;
  readonly year: Figure | undefined;
  readonly doubtful: boolean;
}

/**
 * Reads a date as Gregorian `YYYY-MM-DD`; day comes before month, years are Buddhist or Gregorian (see `readYear`).
 * Without a year, this year and the last are asked about. `today` is the Bangkok date.
 */
export function readDate(text: string, today: string): Reading<string> {
  const away = RELATIVE.get(wordKey(text));
  if (away !== undefined) return read(daysAfter(today, away));
  const tokens = dateTokens(bare(text));
  const written = tokens && writtenDate(tokens);
  if (tokens === undefined || written === undefined) return unreadable;
  const thisYear = yearOf(today);
  const era = tokens.find((token) => token.kind === 'era')?.era;
  const years = yearsOf(written.year, era, thisYear);
  const days = candidatesOf(years)
    .map((year) => isoDay(year, written.month, Number(written.day.text)))
    .filter((day) => day !== undefined)
    .sort((a, b) => daysApart(a, today) - daysApart(b, today));
  const weekday = tokens.find((token) => token.kind === 'weekday')?.weekday;
  const agrees = weekday === undefined || days.every((day) => weekdayOf(day) === weekday);
  return settle(days, years.kind === 'read' && agrees && !written.doubtful);
}

const yearsOf = (year: Figure | undefined, era: Era | undefined, thisYear: number): Reading<number> =>
  year === undefined ? settle([thisYear, thisYear - 1], false) : readYear(year.text, era, thisYear);

/** The parts of the date by their order, e.g. `fmf` for figure, month, figure. */
function writtenDate(tokens: readonly DateToken[]): Written | undefined {
  const order = tokens.map(({ kind }) => kind[0]).join('');
  // A weekday leads; the era stands before or after the year, and the year is last.
  const parts = /^w?(fmf|fff|mff|fm|mf|ff)$/.exec(order.replace(/^(w?(?:fm|ff|mf))(?:ef|fe)$/, '$1f'))?.[1];
  const figures = tokens.filter((token) => token.kind === 'figure');
  const month = tokens.find((token) => token.kind === 'month')?.month;
  if (parts === undefined) return undefined;
  return month === undefined ? numeric(figures) : named(figures, month, parts);
}

function named([first, second]: readonly Figure[], month: number, parts: string): Written | undefined {
  if (first === undefined) return undefined;
  const yearFirst = parts === 'fmf' && first.text.length === 4;
  const [day, year] = yearFirst ? [second, first] : [first, second];
  return day && isShort(day) ? { day, month, year, doubtful: false } : undefined;
}

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
