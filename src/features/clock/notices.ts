import type { Decision } from '../../kernel/decision.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { toBuddhistYear } from '../../programme/calendar/calendar.ts';

type ClockNotice = Extract<Notice, { kind: 'alert' }>;

/** The administrator is alerted of something to look after. */
export function clockNoticed(person: Person, { alert, about }: ClockNotice): Decision {
  const isAdmin = person.bindings.some(({ role }) => role === 'admin');
  // An alert of holidays is about a Gregorian year.
  const year = toBuddhistYear(Number(about));
  const text = [t(`clock:alert.${alert}`, { about, year })];
  return isAdmin ? { person, reply: { messages: [{ kind: 'text', text }] } } : { person };
}
