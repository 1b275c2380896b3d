import { toBuddhistYear } from '../../domain/calendar/calendar.ts';
import type { Decision } from '../flow.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';

type ClockNotice = Extract<Notice, { kind: 'alert' }>;

/** The administrator is alerted of something to look after. */
export function clockNoticed(person: Person, { alert, about }: ClockNotice): Decision {
  const isAdmin = person.bindings.some(({ role }) => role === 'admin');
  // An alert of holidays is about a Gregorian year.
  const year = toBuddhistYear(Number(about));
  const text = [t(`clock:alert.${alert}`, { about, year })];
  return isAdmin ? { person, reply: { messages: [{ kind: 'text', text }] } } : { person };
}
