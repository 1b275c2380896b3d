import { scopeKey } from '../area/areas.ts';
import type { IsoDate } from '../ids.ts';
import { type SendClass, sendClasses } from '../quota/want.ts';
import type { Duty } from './duty.ts';
import { daysLate } from './stepDate.ts';

/** By which a month's pushes are shared out: late, due within three days, or later. */
export type Urgency = 'overdue' | 'soon' | 'later';

/** Late counts from the day after the due date; what has no date, or is frozen, is never late. */
export function urgencyOf({ deadline, frozen }: Pick<Duty, 'deadline' | 'frozen'>, today: IsoDate): Urgency {
  if (!deadline || frozen) return 'later';
  const days = -daysLate(deadline, today);
  if (days < 0) return 'overdue';
  return days <= 3 ? 'soon' : 'later';
}

/** What a push that speaks of duties is for: a signature that is waited for comes before what is late. */
export function sendClassOf(duties: readonly Duty[], today: IsoDate): SendClass {
  const classes = duties.map((duty): SendClass => (duty.step.chain ? 'act' : urgencyOf(duty, today)));
  return sendClasses.find((one) => classes.includes(one)) ?? 'later';
}

const thai = new Intl.Collator('th', { numeric: true });

/** The earlier due date first, so what is overdue leads; without a date, or frozen, last; then by name; those of one unit stay as they were found. */
export function byUrgency(one: Duty, other: Duty): number {
  return (
    byDue(one, other) ||
    thai.compare(one.name, other.name) ||
    thai.compare(scopeKey(one.about), scopeKey(other.about))
  );
}

/** The earlier due date first, without a date or frozen last. */
export const byDue = (one: Duty, other: Duty): number => byDate(dateToMeet(one), dateToMeet(other));

const dateToMeet = ({ deadline, frozen }: Duty): IsoDate | undefined => (frozen ? undefined : deadline?.due);

function byDate(one: IsoDate | undefined, other: IsoDate | undefined): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return one < other ? -1 : 1;
}
