import type { InboundEvent } from '../../kernel/event.ts';
import type { Context, Decision } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { told } from '../announce/told.ts';
import { assessNoticed } from '../assessment/notices.ts';
import { clockNoticed } from '../clock/notices.ts';
import { deadlineNoticed } from '../deadline/notices.ts';
import { householdNoticed } from '../household/notices.ts';
import { remindersTold } from '../remind/told.ts';
import { unseated } from './unseated.ts';

/**
 * Somebody's act that concerns this person, worded by its flow; what is no longer in their scope is not said. What
 * `rides` along changed what it had to change when it came.
 */
export function noticed(
  person: Person,
  {
    notice,
    rides = false,
  }: Pick<Extract<InboundEvent, { kind: 'notice' }>, 'notice'> & { readonly rides?: boolean },
  context: Context,
): Decision {
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
      return unseated(person, notice, rides);
    case 'alert':
      return clockNoticed(person, notice);
    case 'announced':
    case 'announcementOver':
      return told(person, notice, rides, context);
    case 'remindersOver':
      return remindersTold(person, notice);
    default:
      return notice satisfies never;
  }
}
