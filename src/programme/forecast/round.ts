import { addDays } from '../calendar/calendar.ts';
import type { IsoDate, PersonId } from '../ids.ts';

/** A report that is owed for a center, as it stands today. */
export type OwedReport = {
  readonly center: string;
  /** Whom it waits for; nobody where the seat is vacant. */
  readonly officer?: { readonly id: PersonId; readonly name: string };
  readonly doneOn?: IsoDate;
  /** Questions answered in its draft, of those that the form asks. */
  readonly answered: number;
};

/** The reports of an area that have one due date, as they stand on the morning of a day. */
export type ReportRound = {
  readonly opened: IsoDate;
  readonly due: IsoDate;
  readonly today: IsoDate;
  /** How many questions the form asks. */
  readonly questions: number;
  readonly reports: readonly OwedReport[];
};

/** A working day that is over: how many were open in its morning, and how many of them were done by the next. */
export type PastDay = { readonly toGo: number; readonly open: number; readonly done: number };

/** Days by how many working days are left after them, until the due date with none. */
export type Course = { readonly past: readonly PastDay[]; readonly ahead: readonly number[] };

/**
 * The course of a round in working days. What is done on a closed day counts for the working day before it; the due
 * date counts as a working day, since people finish on it whatever day it is.
 */
export function courseOf(round: ReportRound, isWorkingDay: (date: IsoDate) => boolean): Course {
  const { opened, due, today, reports } = round;
  const dates: IsoDate[] = [];
  const first = opened < due ? opened : due;
  for (let date = first; date <= due; date = addDays(date, 1)) {
    if (date === first || date === due || isWorkingDay(date)) dates.push(date);
  }
  const doneOn = reports.flatMap((report) => report.doneOn ?? []).sort();
  const past: PastDay[] = [];
  let done = 0;
  for (const [place, date] of dates.entries()) {
    if (date >= today) break;
    const next = dates[place + 1] ?? addDays(due, 1);
    const until = next < today ? next : today;
    const before = done;
    while (done < doneOn.length && (doneOn[done] ?? until) < until) done += 1;
    past.push({ toGo: dates.length - 1 - place, open: reports.length - before, done: done - before });
  }
  return { past, ahead: dates.slice(past.length).map((_, place, { length }) => length - 1 - place) };
}
