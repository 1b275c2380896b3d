import { daysBetween } from '../../programme/calendar/calendar.ts';
import type { Duty, Missing } from '../../programme/duty/duty.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { reportName } from '../due.ts';
import { said, type Text, t } from '../reply.ts';

/** What is to be done, and of whom: such as "assess ศจก.บ้านหนอง". */
export const dutyText = ({ kind, step, name }: Duty): Text =>
  t(`duty:what.${step.act}`, { report: reportName(kind), name: said(name) });

/** What is not there yet, and by when it is due. */
export const dutyNote = (duty: Duty, today: IsoDate): Text => {
  const due = dueText(duty, today);
  const missing = missingText(duty.missing);
  return due ? t('duty:note', { missing, due }) : missing;
};

function missingText(missing: Missing): Text {
  switch (missing.kind) {
    case 'indicators':
      return missing.answered === 0 ? t('duty:notBegun') : t('duty:indicators', { ...missing });
    case 'households':
      return missing.missing > 0 ? t('duty:households', { ...missing }) : t('duty:onlySubmit');
    case 'results':
      if (missing.joined === 0) return t('duty:nobodyJoined');
      return missing.missing > 0 ? t('duty:results', { ...missing }) : t('duty:onlySubmit');
    case 'confirmation':
      return t('duty:confirmation');
    case 'signatures':
      return t('duty:signatures', { reports: missing.reports });
    default:
      return missing satisfies never;
  }
}

/** How long until the date, or since; nothing where none is set. */
export function dueText({ deadline }: Pick<Duty, 'deadline'>, today: IsoDate): Text | undefined {
  if (!deadline) return undefined;
  const days = daysBetween(today, deadline.due);
  const due = { date: deadline.due };
  if (days === 0) return t('duty:dueToday');
  if (days === 1) return t('duty:dueTomorrow', { due });
  if (days === -1) return t('duty:overdueOne', { due });
  return days > 0 ? t('duty:dueIn', { due, days }) : t('duty:overdue', { due, days: -days });
}
