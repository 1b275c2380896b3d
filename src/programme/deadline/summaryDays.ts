import { covers, type Scope } from '../area/areas.ts';
import { addDays } from '../calendar/calendar.ts';
import { isClosedDay, weekdayOf, workingDayOnOrAfter } from '../calendar/closedDays.ts';
import type { IsoDate } from '../ids.ts';
import type { DeadlineRule } from './deadline.ts';
import { ruleFor } from './dueFor.ts';
import type { DueKind } from './kind.ts';

/** The day of the summary that closes a deadline: the morning after it, or the first working day from then on. */
export const closingSummaryDay = ({ due }: { readonly due: IsoDate }): IsoDate =>
  workingDayOnOrAfter(addDays(due, 1));

/** The dates that have passed so that an area's summary is due on a day: those by which it reports, and receives. */
export const closedOn = (
  dues: readonly DueKind[],
  rules: readonly DeadlineRule[],
  area: Scope,
  day: IsoDate,
): readonly DeadlineRule[] =>
  rules.filter((rule) => {
    const kind = dues.find(({ id }) => id === rule.kind);
    return kind && !kind.isToCome && closingSummaryDay(rule) === day && concerns(kind, rules, rule, area);
  });

export const closesOn = (...on: Parameters<typeof closedOn>): boolean => closedOn(...on).length > 0;

/** A province receives by the dates of its districts too; what it reports itself is not the districts' date. */
function concerns(
  { from }: DueKind,
  rules: readonly DeadlineRule[],
  rule: DeadlineRule,
  area: Scope,
): boolean {
  const isOwn = area.kind === 'province' || from === area.kind;
  const where = rule.area.kind === 'district' && covers(area, rule.area) ? rule.area : area;
  return isOwn && ruleFor(rules, rule.kind, rule, where) === rule;
}

/** Whether it is the day of the weekly summary: Monday, or the first working day of a week whose Monday is closed. */
export function isWeeklySummaryDay(date: IsoDate): boolean {
  const sinceMonday = (weekdayOf(date) + 6) % 7;
  const earlier = Array.from({ length: sinceMonday }, (_, days) => addDays(date, -1 - days));
  return !isClosedDay(date) && earlier.every(isClosedDay);
}
