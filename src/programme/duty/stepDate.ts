import { bangkokDate, daysBetween } from '../calendar/calendar.ts';
import { workingDayAfter } from '../calendar/closedDays.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import { usualPlan } from '../deadline/reminderPlan.ts';
import type { IsoDate } from '../ids.ts';
import type { Role } from '../people/actor.ts';

/** What holds of a date, wherever it comes from: until when, since when it is set, and when it is reminded of. */
export type DutyDate = Pick<DeadlineRule, 'due' | 'setAt' | 'plan' | 'letter'>;

/** So many working days whoever signs has; no setting changes it (design.md §7, "Steps have dates"). */
const workingDays = 3;

/** Until when a step is to be taken that waits since an instant: the third working day after that day. */
export function stepDue(since: Date): IsoDate {
  let date = bangkokDate(since);
  for (let day = 0; day < workingDays; day += 1) date = workingDayAfter(date);
  return date;
}

/**
 * The date of a step. Whoever is to take it is reminded on that day and daily for a week after it; the level above is
 * told once, on the first working day after it. That a seat is vacant is told to the level above, which `by` then is,
 * from the next working day on.
 */
export function dateOfStep(since: Date, by: Role, isVacant: boolean): DutyDate {
  const due = stepDue(since);
  const atOnce = isVacant ? [daysBetween(workingDayAfter(bangkokDate(since)), due)] : [];
  return {
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
}
