import { bangkokDate } from '../../programme/calendar/calendar.ts';
import type { ChainStep, Duty } from '../../programme/duty/duty.ts';
import { daysLate } from '../../programme/duty/stepDate.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { reportName } from '../due.ts';
import type { Context } from '../flow.ts';
import { ofYear } from '../ofYear.ts';
import { said, type Text, t } from '../reply.ts';
import { frozenShort } from '../report/frozen.ts';
import { standInText, waitingText } from '../report/where.ts';
import { nameText } from '../roleText.ts';

/** What is to be done, and of whom: such as "assess ศจก.บ้านหนอง"; with its year where that is not the newest. */
export function dutyText({ kind, step, name, year }: Duty, newest: Context['year']): Text {
  const params = { report: reportName(kind), name: said(name) };
  const text =
    step.act === 'delegate'
      ? t('duty:what.delegate', { ...params, ...(step.chain && { seat: seatOf(step.chain) }) })
      : t(`duty:what.${step.act}`, params);
  return ofYear(text, year, newest);
}

/** What a report of a duty is called, with its year where that is not the newest, and whose signature it waits for. */
export function dutyReport({ kind, year, step }: Duty, newest: Context['year']): Text {
  const report = ofYear(reportName(kind), year, newest);
  return step.chain ? t('duty:reportInChain', { report, step: stepText(step) }) : report;
}

/** Whose signature is waited for and who stands in for the seat, or which seat has nobody who does. */
export function stepText({ act, chain }: Duty['step']): Text {
  if (!chain) return said('');
  if (act === 'delegate') return t(chain.left ? 'duty:seatLeft' : 'duty:seatVacant', { seat: seatOf(chain) });
  const { step, deputies } = chain;
  return deputies.length === 0
    ? waitingText(step)
    : standInText(
        step,
        deputies.map(({ name }) => name),
      );
}

const namesOf = (deputies: ChainStep['deputies']): readonly Text[] =>
  deputies.map(({ name }) => nameText(name));

const seatOf = ({ step: { role } }: ChainStep): Text => t(`people:roles.${role}`);

/** What is not there yet, and by when it is due or until when it is frozen. */
export const dutyNote = (duty: Duty, context: Pick<Context, 'today' | 'features' | 'versionOf'>): Text => {
  const due = duty.frozen ? frozenShort(duty.frozen) : dueText(duty, context.today);
  const missing = missingText(duty, context);
  return due ? t('duty:note', { missing, due }) : missing;
};

function missingText(duty: Duty, context: Pick<Context, 'features' | 'versionOf'>): Text {
  const { step, state } = duty;
  if (step.chain) return signatureText(step.act, step.chain, state.reports);
  const kind = context.features.dues.find(({ id }) => id === duty.kind)?.duty;
  return kind ? kind.missing(duty, context) : said('');
}

/** How many reports wait for the signature and since when, or what to do about the seat. */
function signatureText(act: Duty['step']['act'], chain: ChainStep, count: number): Text {
  const since = { date: bangkokDate(chain.since) };
  if (act !== 'delegate') {
    const { deputies } = chain;
    if (deputies.length === 0) return t('duty:signatures', { count, since });
    return t('duty:signaturesOfDeputy', { count, since, names: namesOf(deputies), seat: seatOf(chain) });
  }
  const params = { seat: seatOf(chain), since };
  return t(`duty:${chain.left ? 'left' : 'vacant'}${chain.step.onPaper ? 'OrPaper' : ''}`, params);
}

/** How long until the date, or since; nothing where none is set. */
export function dueText(
  { deadline, step }: Pick<Duty, 'deadline' | 'step'>,
  today: IsoDate,
): Text | undefined {
  if (!deadline) return undefined;
  const days = -daysLate(deadline, today);
  const due = { date: deadline.due };
  const of = step.chain ? 'sign' : 'submit';
  if (days === 0) return t(`duty:until.${of}.today`);
  if (days === 1) return t(`duty:until.${of}.tomorrow`, { due });
  return days > 0
    ? t(`duty:until.${of}.in`, { due, count: days })
    : t(`duty:until.${of}.overdue`, { due, count: -days });
}
