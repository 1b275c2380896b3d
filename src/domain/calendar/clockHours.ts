import type { IsoDate } from '../ids.ts';
import { addDays, bangkokDate, type DailyHours, isWithinHours, startOfDay } from './calendar.ts';
import { isClosedDay, workingDayOnOrAfter } from './closedDays.ts';

const minuteMs = 60_000;
/** 08:30, when what the clock sends is due. */
const morning = 8 * 60 + 30;
/** 20:00: a run that was missed is caught up before that, or not at all. */
const evening = 20 * 60;

const atMinute = (date: IsoDate, minute: number): Date =>
  new Date(startOfDay(date).getTime() + minute * minuteMs);

/** 08:30 in Bangkok. */
export const morningOf = (date: IsoDate): Date => atMinute(date, morning);

/** Whether the clock may write to people: on a working day, before the evening, outside the quiet hours. */
export function mayWriteAt(at: Date, quiet: DailyHours): boolean {
  const today = bangkokDate(at);
  return !isClosedDay(today) && at < atMinute(today, evening) && !isWithinHours(at, quiet);
}

/** Whether what was due in a morning may go now: then or later the same day, while the clock may write. */
export const isCaughtUpAt = (scheduled: Date, at: Date, quiet: DailyHours): boolean =>
  scheduled <= at && bangkokDate(scheduled) === bangkokDate(at) && mayWriteAt(at, quiet);

/** The next working day's 08:30, or the end of the quiet hours where these last longer. */
export function nextMorning(at: Date, quiet: DailyHours): Date {
  const today = bangkokDate(at);
  const first = writingTimeOn(workingDayOnOrAfter(today), quiet);
  return first > at ? first : writingTimeOn(workingDayOnOrAfter(addDays(today, 1)), quiet);
}

const writingTimeOn = (date: IsoDate, quiet: DailyHours): Date =>
  isWithinHours(morningOf(date), quiet) ? atMinute(date, quiet.to) : morningOf(date);
