import type { Scope } from '../area/areas.ts';
import type { DutyCount } from '../duty/dutyCount.ts';
import type { PersonId } from '../ids.ts';
import type { JobName, ReminderReason, ReminderState, RunId } from './job.ts';

/**
 * One thing that one person was to be told by the clock, and what became of it. It is kept so that an office may ask
 * why somebody was told or not.
 */
export type Reminder = {
  /** Of the inbox row that tells it. */
  readonly id: string;
  readonly run: RunId;
  readonly job: JobName;
  readonly at: Date;
  readonly person: PersonId;
  /** Where the person works; the office of this area may ask. */
  readonly area: Scope;
  /** Whether the month's quota allows a push; else it rides along with the next reply. */
  readonly push: boolean;
  readonly state: ReminderState;
  readonly why?: ReminderReason;
  /** What was owed when it was planned. */
  readonly about?: readonly DutyCount[];
};
