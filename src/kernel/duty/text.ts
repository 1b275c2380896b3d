import { daysBetween } from '../../programme/calendar/calendar.ts';
import { type Duty, isSignature } from '../../programme/duty/duty.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { reportName } from '../due.ts';
import type { Context } from '../flow.ts';
import { ofYear } from '../ofYear.ts';
import { said, type Text, t } from '../reply.ts';

/** What is to be done, and of whom: such as "assess ศจก.บ้านหนอง"; with its year where that is not the newest. */
export function dutyText({ kind, step, name, year }: Duty, newest: Context['year']): Text {
  return ofYear(t(`duty:what.${step.act}`, { report: reportName(kind), name: said(name) }), year, newest);
}

/** What a report of a duty is called, with its year where that is not the newest. */
export const dutyReport = ({ kind, year }: Duty, newest: Context['year']): Text =>
  ofYear(reportName(kind), year, newest);

/** What is not there yet, and by when it is due. */
export const dutyNote = (duty: Duty, context: Pick<Context, 'today' | 'features' | 'versionOf'>): Text => {
  const due = dueText(duty, context.today);
  const missing = missingText(duty, context);
  return due ? t('duty:note', { missing, due }) : missing;
};

function missingText(duty: Duty, context: Pick<Context, 'features' | 'versionOf'>): Text {
  const kind = context.features.dues.find(({ id }) => id === duty.kind)?.duty;
  if (kind && !isSignature(duty.step)) return kind.missing(duty, context);
  return t('duty:signatures', { count: duty.state.reports });
}

/** How long until the date, or since; nothing where none is set. */
export function dueText({ deadline }: Pick<Duty, 'deadline'>, today: IsoDate): Text | undefined {
  if (!deadline) return undefined;
  const days = daysBetween(today, deadline.due);
  const due = { date: deadline.due };
  if (days === 0) return t('duty:dueToday');
  if (days === 1) return t('duty:dueTomorrow', { due });
  return days > 0 ? t('duty:dueIn', { due, count: days }) : t('duty:overdue', { due, count: -days });
}
