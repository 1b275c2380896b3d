import type { Turn } from '../../kernel/asking.ts';
import { ask } from '../../kernel/asking.ts';
import { reportName } from '../../kernel/due.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import { ofYear } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Option, said, t } from '../../kernel/reply.ts';
import { openButton, openToSign } from '../../kernel/report/openReport.ts';
import { waitingText } from '../../kernel/report/where.ts';
import { nameText } from '../../kernel/roleText.ts';
import type { DeadlineKind } from '../../programme/deadline/kind.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import { waitingFor } from './waiting.ts';

type ChainNotice = Extract<
  Notice,
  { kind: 'reportWaits' | 'seatVacant' | 'signerAway' | 'reportSigned' | 'reportRecalled' | 'reportReturned' }
>;

/** A report was signed or returned. To whom it is not shown (any more), nothing is said. */
export function chainNoticed(person: Person, notice: ChainNotice, _rides: boolean, context: Context): Turn {
  return ask({ filed: read('filedReport', notice.report) }, ({ filed }) => {
    if (!filed) return { person };
    const { features, now, year } = context;
    const rules = features.reports.get(notice.of)?.rules;
    const stepOf = (id: string) => rules?.chain.find((one) => one.id === id);
    const params = {
      report: ofYear(reportName(notice.of as DeadlineKind), notice.year, year),
      name: said(notice.name),
      by: nameText(notice.by),
    };
    const also = notice.also ? [t('chain:notice.also', { names: notice.also.map(said) })] : [];
    switch (notice.kind) {
      case 'reportWaits': {
        // It was signed, returned or recalled since.
        const [waiting] = waitingFor(person, [filed], features.reports, now);
        if (!waiting) return { person };
        return {
          person,
          reply: noticeReply(
            [t('chain:notice.waits', { ...params, step: waitingText(waiting.step) }), ...also],
            [notice.also ? says('certify') : openToSign(notice.report)],
          ),
        };
      }
      case 'seatVacant':
      case 'signerAway': {
        const step = stepOf(notice.step);
        const stage = rules && stageOf(filed.record, rules);
        // It was signed, returned or recalled since.
        if (!step || stage?.kind !== 'waits' || stage.step.id !== step.id) return { person };
        const seat = t(`people:roles.${step.role}`);
        return {
          person,
          reply: noticeReply(
            [
              t(`chain:notice.${unsignedWhy(notice)}${step.onPaper ? 'OrPaper' : ''}`, { ...params, seat }),
              ...also,
            ],
            [toDo(notice, step)],
          ),
        };
      }
      case 'reportSigned': {
        const step = stepOf(notice.step);
        const next = notice.next === undefined ? undefined : stepOf(notice.next);
        const { receipt } = notice;
        return {
          person,
          reply: noticeReply(
            [
              t(`chain:notice.${step?.act ?? 'certify'}`, { ...params, receipt }),
              ...also,
              next ? waitingText(next) : t('chain:lockedNow'),
            ],
            [says('tasks')],
          ),
        };
      }
      case 'reportRecalled':
        return {
          person,
          reply: noticeReply([t(`chain:notice.${notice.how}`, params)], [says('tasks')]),
        };
      case 'reportReturned': {
        const { reason, photos } = notice;
        const text = t(`chain:notice.${returnedTo(notice, person)}`, {
          ...params,
          reason: said(reason),
        });
        const shown = photos.map((file): Block => ({ kind: 'photo', file }));
        return { person, reply: noticeReply([text], [says('tasks')], shown) };
      }
      default:
        return notice satisfies never;
    }
  });
}

/** What a return means for who is told of it. */
function returnedTo({ to, waited }: Extract<ChainNotice, { kind: 'reportReturned' }>, { id }: Person) {
  if (to === id) return 'returnedToYou';
  return waited ? 'returnedBefore' : 'returned';
}

type Unsigned = Extract<ChainNotice, { kind: 'seatVacant' | 'signerAway' }>;

/** Why nobody hears that a report waits, as it is told to this person. */
function unsignedWhy(notice: Unsigned) {
  if (notice.kind === 'seatVacant') return 'vacant';
  return tellsOfficer(notice) ? 'awayToOfficer' : 'away';
}

/** What whoever is told of it can do. */
function toDo(notice: Unsigned, { onPaper }: SignStep): Option {
  if (!tellsOfficer(notice)) return openButton(t('report:open'), notice.report);
  return says(onPaper ? 'onPaper' : 'tasks');
}

const tellsOfficer = (notice: Unsigned): boolean =>
  notice.kind === 'signerAway' && notice.tells === 'officer';
