import { candidatesOf } from '../../engine/parse/candidates.ts';
import { clean } from '../../engine/parse/clean.ts';
import { readDateTowards, saysDay } from '../../engine/parse/date.ts';
import { type Reading, read, unreadable } from '../../engine/parse/reading.ts';
import { arabicDigits } from '../../engine/parse/thaiMarks.ts';
import type { Wordings } from '../../kernel/commands.ts';
import { toIsoDate } from '../../kernel/form/value.ts';
import { t } from '../../kernel/reply.ts';
import { daysBetween } from '../../programme/calendar/calendar.ts';
import { type Letter, urgencies } from '../../programme/deadline/letter.ts';
import type { IsoDate } from '../../programme/ids.ts';

/** Longest number of a letter, in characters. */
const longestNumber = 60;

const beforeNumber = /^(?:ตาม|หนังสือ|เลขที่|ที่|letter|number|no\.?|[\s:])+/i;
const announcesDate = /(?:ลง\s*วันที่|ลว\.?|dated)/i;

/** A letter that was read but for its date: one ahead of today, one of years before, or one of long ago that does not tell its year. */
export type WrongLetterDate = {
  readonly kind: 'wrongDate';
  readonly why: 'ahead' | 'tooOld' | 'whichYear';
  readonly date: IsoDate;
};

/** A letter without a year is hardly older than this. */
const longAgoDays = 183;

/** No letter is so much older than the date that it sets, nor than today where that lies before it. */
const oldestDays = 2 * 366;

/**
 * Reads a letter of one line, its date and urgency where they stand in it: `ที่ ปจ 0019/26655 ลงวันที่ 7 ส.ค. 65 ด่วนที่สุด`.
 * A date without a year is the last one.
 */
export function readLetter(
  text: string,
  { today, due }: { readonly today: IsoDate; readonly due: IsoDate },
  wordings: Wordings,
): Reading<Letter> | WrongLetterDate {
  const { urgency, rest } = withoutUrgency(arabicDigits(clean(text)), wordings);
  const [before, day] = dayBehind(rest);
  const number = before.replace(beforeNumber, '').trim();
  const isNumber = /\d/.test(number) && number.length <= longestNumber && !saysDay(number);
  const date = day === undefined ? undefined : readDateTowards(day, today, 'past');
  // A date that is announced but cannot be read is no part of the number.
  if (!isNumber || (date && date.kind !== 'read')) return unreadable;
  if (!date) return read({ number, ...(urgency && { urgency }) });
  const dated = toIsoDate(date.value);
  if (dated > today) return { kind: 'wrongDate', why: 'ahead', date: dated };
  if (daysBetween(dated, due < today ? due : today) > oldestDays)
    return { kind: 'wrongDate', why: 'tooOld', date: dated };
  // The same day read towards what comes is another one where the year is not told.
  const isYearTold = candidatesOf(readDateTowards(day ?? '', today, 'future')).includes(dated);
  if (!isYearTold && daysBetween(dated, today) > longAgoDays)
    return { kind: 'wrongDate', why: 'whichYear', date: dated };
  return read({ number, date: dated, ...(urgency && { urgency }) });
}

/** The day at the end of a line, with what stands before it. */
function dayBehind(line: string): readonly [before: string, day?: string] {
  const [before = '', announced] = line.split(announcesDate);
  if (announced !== undefined) return [before, announced.trim()];
  const words = line.split(' ');
  const at = words.findIndex((_, place) => place > 0 && saysDay(words.slice(place).join(' ')));
  return at < 0 ? [line] : [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

/** The urgency that a text says, the longest word first, and the text without it. */
function withoutUrgency(text: string, wordings: Wordings) {
  const known = urgencies
    .flatMap((urgency) =>
      wordings(t(`duty:urgency.${urgency}`)).map((word) => ({ urgency, word: word.toLowerCase() })),
    )
    .sort((a, b) => b.word.length - a.word.length);
  const found = known.find(({ word }) => text.toLowerCase().includes(word));
  if (!found) return { rest: text };
  const at = text.toLowerCase().indexOf(found.word);
  const rest = `${text.slice(0, at)} ${text.slice(at + found.word.length)}`.replace(
    /[(),]+(?=\s|$)|(?<=\s)[(),]+/g,
    ' ',
  );
  return { urgency: found.urgency, rest: clean(rest) };
}
