import type { Decision } from '../../kernel/decision.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { Person } from '../../kernel/person.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { officerName } from '../../kernel/roleText.ts';
import { may } from '../../programme/people/actor.ts';
import { seeHouseholdCounts } from './deeds.ts';

type HouseholdNotice = Extract<Notice, { kind: 'roundSubmitted' }>;

/** The report of a round was submitted for one of one's centers. */
export function householdNoticed(person: Person, notice: HouseholdNotice): Decision {
  const { province, district, center } = notice;
  if (!may(person.bindings, seeHouseholdCounts, { kind: 'center', province, district, center }))
    return { person };
  const { centerName, year, round, receipt, households, flags, by } = notice;
  const params = {
    by: officerName(by, district),
    center: said(centerName),
    year,
    round,
    households,
    receipt,
  };
  const text = [t('people:roundSubmitted', params), ...remarks(flags)];
  return { person, reply: { messages: [{ kind: 'text', text }] } };
}

const remarks = (flags: number): readonly Text[] =>
  flags > 0 ? [t('people:roundFlags', { count: flags })] : [];
