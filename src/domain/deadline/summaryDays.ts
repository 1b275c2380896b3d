import type { Scope } from '../area/areas.ts';
import { addDays } from '../calendar/calendar.ts';
import { isClosedDay, weekdayOf, workingDayOnOrAfter } from '../calendar/closedDays.ts';
import type { IsoDate } from '../ids.ts';
import type { DeadlineRule } from './deadline.ts';
import { ruleFor } from './dueFor.ts';

/** The day of the summary that closes a deadline: the morning after it, or the first working day from then on. */
export const closingSummaryDay = ({ due }: { readonly due: IsoDate }): IsoDate =>
  workingDayOnOrAfter(addDays(due, 1));

/** Whether a date that holds in an area has passed so that its summary is due on a day. */
export const closesOn = (rules: readonly DeadlineRule[], area: Scope, day: IsoDate): boolean =>
  rules.some((rule) => closingSummaryDay(rule) === day && ruleFor(rules, rule.kind, rule, area) === rule);

/** Whether it is the day of the weekly summary: Monday, or the first working day of a week whose Monday is closed. */
export function isWeeklySummaryDay(date: IsoDate): boolean {
  const sinceMonday = (weekdayOf(date) + 6) % 7;
  const earlier = Array.from({ length: sinceMonday }, (_, days) => addDays(date, -1 - days));
  return !isClosedDay(date) && earlier.every(isClosedDay);
}
