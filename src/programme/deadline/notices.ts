import { addDays, bangkokDate } from '../calendar/calendar.ts';
import { usualMorningOf } from '../calendar/clockHours.ts';
import { workingDayOnOrAfter, workingDayOnOrBefore } from '../calendar/closedDays.ts';
import type { IsoDate } from '../ids.ts';
import type { DeadlineRule } from './deadline.ts';
import { type Audience, audiences } from './reminderPlan.ts';

/** A date with when it was set and is reminded of. */
type Planned = Pick<DeadlineRule, 'due' | 'setAt' | 'plan'>;

/** The offset counts from the due date: -3 is three days before it, 0 the day, 2 the second day after. */
export type Notice = { readonly audience: Audience; readonly offset: number };

/** What becomes of a planned notice: of several on one day only the most urgent goes. */
export type PlannedNotice = Notice & {
  readonly on: IsoDate;
  readonly fate: 'goes' | 'merged' | 'dropped';
};

/**
 * Every notice of a rule with its day. On closed days nobody is written to: what is planned before the date moves
 * back to a working day, what is planned after it moves forward. Times that had passed when the date was set are
 * dropped, since the announcement of the date stands for them – also where quiet hours moved the morning's messages
 * to after 08:30; a run whose clock is earlier than the setting takes the date as always known.
 */
export function plannedNotices(rule: Planned, now: Date): readonly PlannedNotice[] {
  const all = noticesOf(rule).map((notice) => ({ ...notice, on: dayOf(rule.due, notice.offset) }));
  return all.map((one) => ({ ...one, fate: fateOf(one, all, rule, now) }));
}

type Dated = Notice & { readonly on: IsoDate };

function noticesOf({ plan }: Planned): readonly Notice[] {
  const before = plan.before.map((days) => ({ audience: 'owing' as const, offset: days === 0 ? 0 : -days }));
  const after = audiences.flatMap((audience) => plan.after[audience].map((offset) => ({ audience, offset })));
  return [...before, ...after];
}

function dayOf(due: IsoDate, offset: number): IsoDate {
  const day = addDays(due, offset);
  return offset <= 0 ? workingDayOnOrBefore(day) : workingDayOnOrAfter(day);
}

/** The later one is the more urgent; before and after the date never meet on a day. */
function fateOf(one: Dated, all: readonly Dated[], { setAt }: Planned, now: Date): PlannedNotice['fate'] {
  if (setAt <= now && usualMorningOf(one.on) < setAt) return 'dropped';
  const together = all.filter(({ audience, on }) => audience === one.audience && on === one.on);
  return together.some(({ offset }) => offset > one.offset) ? 'merged' : 'goes';
}

/** What is to be said of a rule on the day of an instant, to each audience at most one thing. */
export function noticesAt(rule: Planned, at: Date): readonly Notice[] {
  const today = bangkokDate(at);
  return plannedNotices(rule, at)
    .filter(({ on, fate }) => on === today && fate === 'goes')
    .map(({ audience, offset }) => ({ audience, offset }));
}
