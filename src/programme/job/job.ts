import type { Scope } from '../area/areas.ts';
import type { PersonId } from '../ids.ts';

/** What happens by the clock; the sweep looks after what tells nobody by itself, and alerts the administrators. */
export const clockJobs = ['reminders', 'weekly-summary', 'closing-summary', 'sweep'] as const;
/** The same, and the reminder that an office orders itself. */
export const jobNames = [...clockJobs, 'manual-reminder'] as const;
export type JobName = (typeof jobNames)[number];

/** One run of a job, for one instant; it happens once, whichever process does it. */
export type Run = {
  readonly id: RunId;
  readonly job: JobName;
  /** The instant that it is for: its notices are of this clock. */
  readonly at: Date;
  /** How far its clock is ahead of the bot's, in milliseconds; 0 but for a run for another time. */
  readonly ahead: number;
  readonly startedAt: Date;
  /** Since when it is known whom it tells. */
  readonly plannedAt?: Date;
  readonly endedAt?: Date;
  readonly counts?: RunCounts;
  /** Why it failed, as a code; it is begun again. */
  readonly failure?: string;
  readonly order?: RunOrder;
};

/** How a run stands; one that failed is begun again. */
export const runStates = ['underWay', 'failed', 'ended'] as const;
export type RunState = (typeof runStates)[number];

export const runState = ({ endedAt, failure }: Pick<Run, 'endedAt' | 'failure'>): RunState =>
  endedAt ? 'ended' : failure === undefined ? 'underWay' : 'failed';

/** Who wants a run, and where. */
export type RunOrder = { readonly id: string; readonly by: PersonId; readonly areas: readonly Scope[] };
/** How a run begins; one that was begun before goes on as it was. */
export type HowToRun = { readonly order?: RunOrder } & Partial<Pick<Run, 'ahead'>>;
export type RunId = string & { readonly brand: 'RunId' };

export const runId = (job: JobName, at: Date, order?: Pick<RunOrder, 'id'>): RunId =>
  `${job}@${at.toISOString()}${order ? `@${order.id}` : ''}` as RunId;

/** How many notices came to which end. */
export type RunCounts = { readonly [S in ReminderState]: number };

/** What became of something that one person was to be told by the clock. */
export const reminderStates = [
  'planned',
  'sent',
  'kept',
  'skipped',
  'merged',
  'cancelled',
  'failed',
] as const;
export type ReminderState = (typeof reminderStates)[number];

export const noCounts: RunCounts = {
  ...{ planned: 0, sent: 0, kept: 0, skipped: 0, merged: 0, cancelled: 0, failed: 0 },
};

/** Why a planned notice was not sent as planned. */
export type ReminderReason =
  /** There was nothing left to say. */
  | 'done'
  /** The person blocked the bot, or has no part in it any more. */
  | 'away'
  /** It went out in another message of the same day. */
  | 'sameDay'
  /** It waited until a newer one of its kind told more. */
  | 'newer'
  /** Its hour was over before it could be sent. */
  | 'missed'
  /** The month's quota: it rides along with the next reply. */
  | 'quota'
  | 'refused'
  /** Nobody knows whether it arrived. */
  | 'unknown';
