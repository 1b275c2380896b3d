import type { DailyHours } from '../programme/calendar/calendar.ts';
import { isCaughtUpAt, mayWriteAt } from '../programme/calendar/clockHours.ts';
import type { JobName, ReminderReason, ReminderState, RunId } from '../programme/job/job.ts';
import type { SummaryFigures } from './summaryFigures.ts';

/** A person's part in a run of a job: what there is to tell is decided when it is told. */
export type Tick = {
  readonly job: JobName;
  readonly run: RunId;
  /** The instant that the run is for. */
  readonly at: Date;
  /** How far the run's clock, which its notices keep until they are sent, is ahead of the bot's, in milliseconds. */
  readonly ahead: number;
  /** Whether the month's quota allows a push; else it rides along with the next reply. */
  readonly push: boolean;
  /** What its message tells, once that is decided: what else falls on the same morning goes with it. */
  readonly jobs?: readonly JobName[];
  /** What the summaries before that message said. */
  readonly since?: SummaryFigures;
  /** The message was no longer true when it was to be sent, so it is made anew. */
  readonly again?: true;
};

/** What became of a planned reminder, by the id of an event or message of it. */
export type SettledReminder = {
  readonly id: string;
  readonly state: Exclude<ReminderState, 'planned'>;
  readonly why?: ReminderReason;
};

/** What time it is by the clock of the run. */
export const runClock = ({ at, ahead }: Pick<Tick, 'at' | 'ahead'>, now: Date): Date =>
  new Date(Math.max(at.getTime(), now.getTime() + ahead));

/**
 * Whether a tick may be told at a time by the clock of its run: what the clock has to tell on its day, what an office
 * orders whenever one may write.
 */
export const mayTell = ({ job, at }: Pick<Tick, 'job' | 'at'>, now: Date, quiet: DailyHours): boolean =>
  job === 'manual-reminder' ? mayWriteAt(now, quiet) : isCaughtUpAt(at, now, quiet);

export const isTimely = (tick: Pick<Tick, 'job' | 'at' | 'ahead'>, now: Date, quiet: DailyHours): boolean =>
  mayTell(tick, runClock(tick, now), quiet);
