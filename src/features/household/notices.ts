import { centerYearKey } from '../../kernel/centerYear.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import { openToSign } from '../../kernel/report/openReport.ts';
import { officerName } from '../../kernel/roleText.ts';
import { may } from '../../programme/people/actor.ts';
import { seeHouseholdCounts, seeHouseholds } from './deeds.ts';

type HouseholdNotice = Extract<Notice, { kind: 'roundSubmitted' }>;

/** The report of a round was submitted for one of one's centers. */
export function householdNoticed(person: Person, notice: HouseholdNotice): Decision {
  const { province, district, center } = notice;
  if (!may(person.bindings, seeHouseholdCounts, { kind: 'center', province, district, center }))
    return { person };
  const { centerName, year, round, receipt, households, flags, by, waits } = notice;
  const params = {
    by: officerName(by, district),
    center: said(centerName),
    year,
    round,
    count: households,
    receipt,
  };
  const show: Option = {
    label: t('commands:debt'),
    tap: { kind: 'act', flow: 'household', act: 'center', value: centerYearKey(center, year) },
  };
  const maySee = may(person.bindings, seeHouseholds, { kind: 'center', province, district, center });
  return {
    person,
    reply: noticeReply(
      [t('people:roundSubmitted', params), ...remarks(flags)],
      [waits ? openToSign(waits) : maySee ? show : says('summary')],
    ),
  };
}

const remarks = (flags: number): readonly Text[] =>
  flags > 0 ? [t('people:roundFlags', { count: flags })] : [];
