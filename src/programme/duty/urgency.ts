import { daysBetween } from '../calendar/calendar.ts';
import { deadlineKinds } from '../deadline/kind.ts';
import type { IsoDate } from '../ids.ts';
import type { Duty } from './duty.ts';

/** By which a month's pushes are shared out: late, due within three days, or later. */
export type Urgency = 'overdue' | 'soon' | 'later';

/** Late counts from the day after the due date; what has no date is never late. */
export function urgencyOf({ deadline }: Pick<Duty, 'deadline'>, today: IsoDate): Urgency {
  if (!deadline) return 'later';
  const days = daysBetween(today, deadline.due);
  if (days < 0) return 'overdue';
  return days <= 3 ? 'soon' : 'later';
}

const thai = new Intl.Collator('th', { numeric: true });

/** The earlier due date first, so what is overdue leads; without a date last; then by name and kind of report. */
export function byUrgency(one: Duty, other: Duty): number {
  return (
    byDate(one.deadline?.due, other.deadline?.due) ||
    thai.compare(one.name, other.name) ||
    deadlineKinds.indexOf(one.kind) - deadlineKinds.indexOf(other.kind) ||
    thai.compare(one.key, other.key)
  );
}

function byDate(one: IsoDate | undefined, other: IsoDate | undefined): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return one < other ? -1 : 1;
}
