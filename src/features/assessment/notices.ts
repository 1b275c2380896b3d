import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { type Option, said, t } from '../../kernel/reply.ts';
import { openToSign } from '../../kernel/report/openReport.ts';
import { nameText, officerName } from '../../kernel/roleText.ts';
import { may } from '../../programme/people/actor.ts';
import { seeLevel } from './deeds.ts';

type AssessNotice = Extract<Notice, { kind: 'assessmentSubmitted' | 'draftTakenOver' }>;

/** A report of one's center was submitted, or a colleague goes on with a draft. */
export function assessNoticed(person: Person, notice: AssessNotice): Decision {
  switch (notice.kind) {
    case 'assessmentSubmitted': {
      const { province, district, center } = notice;
      if (!may(person.bindings, seeLevel, { kind: 'center', province, district, center })) return { person };
      const { centerName, year, receipt, total, of, level, by, waits } = notice;
      const text = t('assessment:notice.submitted', {
        by: officerName(by, district),
        center: said(centerName),
        year,
        total,
        of,
        level,
        receipt,
      });
      const show: Option = {
        label: t('commands:level'),
        tap: { kind: 'act', flow: 'level', act: 'show', value: `${year} ${center}` },
      };
      const sign = waits && openToSign(waits);
      return { person, reply: noticeReply([text], [sign ?? show]) };
    }
    case 'draftTakenOver': {
      const { draft, by, centerName } = notice;
      const text = t('assessment:notice.takenOver', {
        by: nameText(by, t('people:roles.officer')),
        center: said(centerName),
      });
      return {
        person: draftOf(person, draft) ? withoutDraft(person, draft, { draft, what: 'moved' }) : person,
        reply: noticeReply([text], [says('tasks')]),
      };
    }
    default:
      return notice satisfies never;
  }
}
