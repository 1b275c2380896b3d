import { addDays, bangkokDate, daysBetween } from '../calendar/calendar.ts';
import { workingDayAfter, workingDayOnOrAfter } from '../calendar/closedDays.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import { usualPlan } from '../deadline/reminderPlan.ts';
import type { IsoDate } from '../ids.ts';
import type { Role } from '../people/actor.ts';
import { type FrozenDays, isFrozenOn } from '../report/freeze.ts';

/** What holds of a date, wherever it comes from: until when, since when it is set, and when it is reminded of. */
export type DutyDate = Pick<DeadlineRule, 'due' | 'setAt' | 'plan' | 'letter'> & {
  /** Days after it on which nothing could, or can, be done about it. */
  readonly paused?: readonly FrozenDays[];
};

/** So many working days whoever signs has; no setting changes it (design.md §7, "Steps have dates"). */
const workingDays = 3;

/**
 * Until when a step is to be taken that waits since an instant: the third working day after that day. On days on which
 * reports are frozen nobody can take it, so they are not counted.
 */
export function stepDue(since: Date, frozen: readonly FrozenDays[] = []): IsoDate {
  let date = bangkokDate(since);
  for (let day = 0; day < workingDays; day += 1) date = dayToActAfter(date, frozen);
  return date;
}

/**
 * The date of a step. Whoever is to take it is reminded on that day and daily for a week after it; the level above is
 * told once, on the first working day after it. That a seat is vacant is told to the level above, which `by` then is,
 * from the next working day on.
 */
export function dateOfStep(
  since: Date,
  by: Role,
  isVacant: boolean,
  frozen: readonly FrozenDays[] = [],
): DutyDate {
  const due = stepDue(since, frozen);
  const atOnce = isVacant ? [daysBetween(dayToActAfter(bangkokDate(since), frozen), due)] : [];
  const date: DutyDate = {
    due,
    setAt: since,
    plan: {
      before: [...atOnce, 0],
      after: {
        owing: usualPlan.after.owing,
        districtHead: by === 'chair' ? [1] : [],
        province: by === 'districtHead' ? [1] : [],
      },
    },
  };
  return pausedBy(date, frozen) ?? date;
}

/**
 * A date of what was, is or will be frozen on some days after it: what is planned after the date is told as many days
 * later. The date itself stays as it was announced.
 */
export function pausedBy(date: DutyDate | undefined, frozen: readonly FrozenDays[]): DutyDate | undefined {
  const later = frozen.filter(({ until }) => date && until > date.due);
  if (!date || later.length === 0) return date;
  const { due, plan } = date;
  const moved = (offsets: readonly number[]) => [
    ...new Set(offsets.map((offset) => offsetUnfrozen(due, offset, later))),
  ];
  const { owing, districtHead, province } = plan.after;
  const after = { owing: moved(owing), districtHead: moved(districtHead), province: moved(province) };
  return { ...date, plan: { ...plan, after }, paused: later };
}

/** How many days a date has passed, without those on which all was frozen; none or less until it has. */
export function daysLate({ due, paused = [] }: Pick<DutyDate, 'due' | 'paused'>, today: IsoDate): number {
  const days = daysBetween(due, today);
  if (days <= 0 || paused.length === 0) return days;
  return Array.from({ length: days }, (_, past) => addDays(due, past + 1)).filter(
    (day) => !isFrozen(day, paused),
  ).length;
}

/** The calendar days from a date to the day that comes so many days after it when frozen ones are left out. */
function offsetUnfrozen(due: IsoDate, offset: number, frozen: readonly FrozenDays[]): number {
  let day = due;
  for (let counted = 0; counted < offset; ) {
    day = addDays(day, 1);
    if (!isFrozen(day, frozen)) counted += 1;
  }
  // On a closed day nobody is told, so it is the working day behind it that must not be frozen.
  const told = workingDayOnOrAfter(day);
  return daysBetween(due, isFrozen(told, frozen) ? dayToActAfter(told, frozen) : day);
}

/** The next working day on which nothing is frozen. */
function dayToActAfter(date: IsoDate, frozen: readonly FrozenDays[]): IsoDate {
  let day = workingDayAfter(date);
  while (isFrozen(day, frozen)) day = workingDayAfter(day);
  return day;
}

const isFrozen = (day: IsoDate, frozen: readonly FrozenDays[]): boolean =>
  frozen.some((one) => isFrozenOn(one, day));
