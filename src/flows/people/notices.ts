import { told } from '../announce/told.ts';
import { assessNoticed } from '../assess/notices.ts';
import { clockNoticed } from '../clock/notices.ts';
import { deadlineNoticed } from '../deadline/notices.ts';
import type { Decision } from '../flow.ts';
import { householdNoticed } from '../household/notices.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { unseated } from './unseated.ts';

/** Somebody's act that concerns this person, worded by its flow; what is no longer in their scope is not said. */
export function noticed(person: Person, notice: Notice): Decision {
  switch (notice.kind) {
    case 'assessmentSubmitted':
    case 'draftTakenOver':
      return assessNoticed(person, notice);
    case 'roundSubmitted':
      return householdNoticed(person, notice);
    case 'deadlineChanged':
      return deadlineNoticed(person, notice);
    case 'areaTakenOver':
    case 'seatTaken':
      return unseated(person, notice);
    case 'alert':
      return clockNoticed(person, notice);
    case 'announced':
    case 'announcementOver':
    case 'remindersOver':
      return told(person, notice);
    default:
      return notice satisfies never;
  }
}
