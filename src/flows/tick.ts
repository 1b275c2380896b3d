import type { JobName, ReminderReason, ReminderState, RunId } from '../domain/job/job.ts';

/** A person's part in a run of a job: what there is to tell is decided when it is told. */
export type Tick = {
  readonly job: JobName;
  readonly run: RunId;
  /** The clock of the run, which its notices keep until they are sent. */
  readonly at: Date;
  /** Whether the month's quota allows a push; else it rides along with the next reply. */
  readonly push: boolean;
  /** The last message of the morning was no longer true when it was to be sent, so it is made anew. */
  readonly again?: true;
};

/** What became of a planned reminder, by the id of an event or message of it. */
export type Told = {
  readonly id: string;
  readonly state: Exclude<ReminderState, 'planned'>;
  readonly why?: ReminderReason;
};
