import { fits } from './attached.ts';
import type { DateStep, LeafStep } from './form.ts';
import type { Json } from './ids.ts';
import { mapReading, unsure } from './parse/candidates.ts';
import { readChoice } from './parse/choice.ts';
import { clean } from './parse/clean.ts';
import { isCountAlone } from './parse/countAlone.ts';
import { type MonthLength, noSuchDay, readDate, readDateTowards, saysLimit } from './parse/date.ts';
import { daysAfter, daysApart, isoDay, yearOf } from './parse/isoDay.ts';
import { readMany } from './parse/many.ts';
import { readMoney } from './parse/money.ts';
import { readNumber, readTimes } from './parse/number.ts';
import { mayBeName } from './parse/personName.ts';
import { readPhone } from './parse/phone.ts';
import { type Reading, read, unreadable } from './parse/reading.ts';
import { readYearAlone } from './parse/yearAlone.ts';
import { readYesNo } from './parse/yesNo.ts';

/** Why an answer cannot be taken; the sentence with its example is in `locales`. */
export type AnswerProblem =
  | {
      readonly code: 'unreadable';
      readonly kind: Exclude<LeafStep['kind'], 'date' | 'choice' | 'many'> | 'photoOrFile';
    }
  /** With the answers that there are. */
  | {
      readonly code: 'unreadable';
      readonly kind: 'choice' | 'choiceOrTimes' | 'many';
      readonly options: readonly string[];
    }
  /** With a day that would do, as an example. */
  | { readonly code: 'unreadable'; readonly kind: 'date' | 'dateOrYear'; readonly example: string }
  | ({ readonly code: 'noSuchDay' } & MonthLength)
  | { readonly code: 'tooLong'; readonly length: number; readonly max: number }
  | { readonly code: 'tooSmall'; readonly min: number; readonly money: boolean }
  | { readonly code: 'tooLarge'; readonly max: number; readonly money: boolean }
  | { readonly code: 'notWhole' }
  | { readonly code: 'noName' }
  | { readonly code: 'countAlone' }
  | { readonly code: 'inFuture' | 'inPast'; readonly example: string }
  | { readonly code: 'tooEarly'; readonly from: string }
  | { readonly code: 'tooLate'; readonly to: string };

/** The first and the last day that are taken, `YYYY-MM-DD`; before `askedBefore` a day is asked about, and no example. */
export type DayBounds = { readonly from?: string; readonly to?: string; readonly askedBefore?: string };

/** The wordings of an option in every language, as a person may type them. */
export type OptionLabels = (step: LeafStep, option: string) => readonly string[];

export type ReadAnswer = {
  readonly reading: Reading<Json>;
  /** `ข้อ 3` was read as the choice 3. */
  readonly itemWord: boolean;
};

/** Reads a typed answer to a question. */
export function readAnswer(step: LeafStep, text: string, today: string, labels: OptionLabels): ReadAnswer {
  if (step.kind === 'choice') {
    const options = step.options.map((value) => ({ value, labels: labels(step, value) }));
    const reading = readChoice(text, options);
    if (reading.kind === 'unreadable' && step.timesFrom)
      return { reading: optionOfTimes(step.options, step.timesFrom, readTimes(text)), itemWord: false };
    return {
      reading: mapReading(reading, ({ value }) => value),
      itemWord: reading.kind === 'read' && reading.value.itemWord,
    };
  }
  return { reading: readPlain(step, text, today, labels), itemWord: false };
}

/** The option whose range holds a number of times, to be confirmed; below every range it is the first. */
const optionOfTimes = (
  options: readonly string[],
  from: readonly number[],
  times: Reading<number>,
): Reading<string> =>
  unsure(
    mapReading(times, (count) =>
      Number.isInteger(count) && count >= 0
        ? options[
            Math.max(
              0,
              from.findLastIndex((least) => count >= least),
            )
          ]
        : undefined,
    ),
  );

function readPlain(
  step: Exclude<LeafStep, { kind: 'choice' }>,
  text: string,
  today: string,
  labels: OptionLabels,
): Reading<Json> {
  switch (step.kind) {
    case 'text': {
      const words = clean(text);
      return words === '' ? unreadable : read(words);
    }
    case 'number':
      return readNumber(text, step.counts);
    case 'money':
      return readMoney(text);
    case 'many':
      return readMany(
        text,
        step.options.map((value) => ({ value, labels: labels(step, value) })),
      );
    case 'yesNo':
      return readYesNo(text);
    case 'date':
      return readDay(step, text, today);
    case 'phone':
      return readPhone(text);
    case 'photo':
    case 'location':
      return unreadable;
    default:
      return step satisfies never;
  }
}

function readDay(
  { only, coming, anyYear, yearAlone }: DateStep,
  text: string,
  today: string,
): Reading<string> {
  const year = yearAlone ? readYearAlone(text, today) : unreadable;
  if (year.kind !== 'unreadable') return year;
  const towards = anyYear ? undefined : coming ? 'future' : only;
  if (towards) return readDateTowards(text, today, towards);
  const reading = readDate(text, today);
  return only === 'past' && saysLimit(text) ? unsure(reading) : reading;
}

/** The days that a question takes, by what its form says and by what is said of it besides. */
export function boundsOf(step: DateStep, today: string, besides: DayBounds = {}): DayBounds {
  const starts = [step.from, step.only === 'future' ? today : undefined, besides.from];
  const ends = [
    step.yearsAhead === undefined ? undefined : yearsAfter(today, step.yearsAhead),
    step.only === 'past' ? today : undefined,
    besides.to,
  ];
  const from = starts
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const to = ends
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The same day of a later year; 1 March where it has no 29 February. */
function yearsAfter(day: string, years: number): string {
  const [, month, date] = day.split('-').map(Number);
  const year = yearOf(day) + years;
  return isoDay(year, Number(month), Number(date)) ?? `${year}-03-01`;
}

/** Whether figures alone are heard where text is asked for; what can be no name is told so. */
export const takesFigures = (step: LeafStep): boolean =>
  step.kind === 'text' && (step.figures === true || step.letters === true || step.names === true);

/** Whether the calendar has a day, written `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isoDay(Number(year), Number(month), Number(day)) === text;
}

const LIST_SIGNS = /[,;\n]/;

const isYear = (text: string): boolean => /^\d{4}$/.test(text);

/** The answer is none to this kind of question. `besides`: bounds of a date that its form does not say. */
export function unreadableFor(step: LeafStep, today: string, besides?: DayBounds): AnswerProblem {
  const code = 'unreadable';
  switch (step.kind) {
    case 'date':
      return {
        ...{ code, kind: step.yearAlone ? 'dateOrYear' : 'date' },
        example: exampleDay(step, today, besides),
      };
    case 'choice':
      return { code, kind: step.timesFrom ? 'choiceOrTimes' : 'choice', options: step.options };
    case 'many':
      return { code, kind: 'many', options: step.options };
    case 'photo':
      return { code, kind: step.files ? 'photoOrFile' : 'photo' };
    default:
      return { code, kind: step.kind };
  }
}

/** Why a text is no answer to this kind of question. */
export function problemOfText(
  step: LeafStep,
  text: string,
  today: string,
  besides?: DayBounds,
): AnswerProblem {
  const month = step.kind === 'date' ? noSuchDay(text, today) : undefined;
  return month ? { code: 'noSuchDay', ...month } : unreadableFor(step, today, besides);
}

/** So far from today lies the day that is given as an example. */
const EXAMPLE_DAYS_AHEAD = 30;
const EXAMPLE_DAYS_AGO = 7;

/** A day that the question takes, as an example of one. */
export function exampleDay(step: DateStep, today: string, besides?: DayBounds): string {
  const { from, to } = boundsOf(step, today, besides);
  // What may have been long ago is hardly of last week, nor of the first years.
  if (step.only === 'past' && step.from !== undefined && from !== undefined && to !== undefined)
    return daysAfter(from, Math.floor(daysApart(from, to) * 0.8));
  // What is to come comes some time after the first day that it may.
  const start = step.coming && from !== undefined && from > today ? from : today;
  const usual = daysAfter(start, usualDistance(step));
  const first = [from, besides?.askedBefore]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  if (first !== undefined && usual < first) return first;
  return to !== undefined && usual > to ? to : usual;
}

function usualDistance({ only, coming }: DateStep): number {
  if (only === 'past') return -EXAMPLE_DAYS_AGO;
  return only === 'future' || coming ? EXAMPLE_DAYS_AHEAD : 0;
}

/** What is wrong with a day for a question. */
function dayProblem(
  step: DateStep,
  day: string,
  today: string,
  besides: DayBounds | undefined,
): AnswerProblem | undefined {
  const example = exampleDay(step, today, besides);
  if (step.only === 'past' && day > today) return { code: 'inFuture', example };
  if (step.only === 'future' && day < today) return { code: 'inPast', example };
  const { from, to } = boundsOf(step, today, besides);
  // A year alone is taken where one of its days could be.
  if (from !== undefined && day < from.slice(0, day.length)) return { code: 'tooEarly', from };
  return to !== undefined && day > to ? { code: 'tooLate', to } : undefined;
}

/** What is wrong with a value for a question; absent when it may be taken. `besides`: bounds of a date that its form does not say. */
export function problemWith(
  step: LeafStep,
  value: Json,
  today: string,
  besides?: DayBounds,
): AnswerProblem | undefined {
  const wrongKind = unreadableFor(step, today, besides);
  switch (step.kind) {
    case 'text':
      if (typeof value !== 'string') return wrongKind;
      if (value.length > step.max) return { code: 'tooLong', length: value.length, max: step.max };
      if (step.names && value.split(LIST_SIGNS).some(isCountAlone)) return { code: 'countAlone' };
      return step.letters && !mayBeName(value) ? { code: 'noName' } : undefined;
    case 'number':
    case 'money': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongKind;
      const money = step.kind === 'money';
      if (value < step.min) return { code: 'tooSmall', min: step.min, money };
      if (value > step.max) return { code: 'tooLarge', max: step.max, money };
      return step.kind === 'number' && step.whole && !Number.isInteger(value)
        ? { code: 'notWhole' }
        : undefined;
    }
    case 'choice':
      return typeof value === 'string' && step.options.includes(value) ? undefined : wrongKind;
    case 'many':
      return Array.isArray(value) &&
        value.length > 0 &&
        value.every((one) => step.options.includes(String(one)))
        ? undefined
        : wrongKind;
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : wrongKind;
    case 'date':
      if (typeof value !== 'string') return wrongKind;
      if (!isDay(value) && !(step.yearAlone && isYear(value))) return wrongKind;
      return dayProblem(step, value, today, besides);
    case 'phone':
      return typeof value === 'string' ? undefined : wrongKind;
    case 'photo':
      return fits(step, value) ? undefined : wrongKind;
    case 'location':
      return value === null ? wrongKind : undefined;
    default:
      return step satisfies never;
  }
}
