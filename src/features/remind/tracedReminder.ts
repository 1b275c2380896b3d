import type { Reminder } from '../../programme/job/reminder.ts';
import type { Binding } from '../../programme/people/actor.ts';

/** A reminder with whom it was for; the name is empty until it is known. */
export type TracedReminder = {
  readonly reminder: Reminder;
  readonly name: string;
  readonly role?: Binding;
};
