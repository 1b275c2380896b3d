import type { IsoDate } from '../ids.ts';
import { addDays, bangkokDate, type DailyHours, isWithinHours, startOfDay } from './calendar.ts';
import { isClosedDay, workingDayOnOrAfter } from './closedDays.ts';

const minuteMs = 60_000;
/** 08:30: what the clock sends goes then, or when the quiet hours end. */
const morning = 8 * 60 + 30;
/** 20:00: a run that was missed is caught up before that, or not at all. */
const evening = 20 * 60;

const atMinute = (date: IsoDate, minute: number): Date =>
  new Date(startOfDay(date).getTime() + minute * minuteMs);

/** 08:30 in Bangkok. */
export const usualMorningOf = (date: IsoDate): Date => atMinute(date, morning);

/** When what the clock sends on a day is due: at 08:30, or at the end of quiet hours that last longer. */
export const morningOf = (date: IsoDate, quiet: DailyHours): Date =>
  isWithinHours(usualMorningOf(date), quiet) ? atMinute(date, quiet.to) : usualMorningOf(date);

/** Whether the clock may write to people: on a working day, outside the quiet hours. */
export const mayWriteAt = (at: Date, quiet: DailyHours): boolean =>
  !isClosedDay(bangkokDate(at)) && !isWithinHours(at, quiet);

/** Whether what was due in a morning may go now: then or later the same day before 20:00, while the clock may write. */
export function isCaughtUpAt(scheduled: Date, at: Date, quiet: DailyHours): boolean {
  const day = bangkokDate(scheduled);
  return scheduled <= at && day === bangkokDate(at) && at < atMinute(day, evening) && mayWriteAt(at, quiet);
}

/** The morning of the next working day. */
export function nextMorning(at: Date, quiet: DailyHours): Date {
  const today = bangkokDate(at);
  const first = morningOf(workingDayOnOrAfter(today), quiet);
  return first > at ? first : morningOf(workingDayOnOrAfter(addDays(today, 1)), quiet);
}
