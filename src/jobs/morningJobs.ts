import type { Store } from '../app/ports.ts';
import { faultOf } from '../app/process/fault.ts';
import type { Log } from '../kernel/outside.ts';
import type { Clock } from '../kernel/store.ts';
import { bangkokDate, type DailyHours, startOfDay } from '../programme/calendar/calendar.ts';
import { isCaughtUpAt, morningOf } from '../programme/calendar/clockHours.ts';
import { isWeeklySummaryDay } from '../programme/deadline/summaryDays.ts';
import type { IsoDate } from '../programme/ids.ts';
import { type JobName, type RunId, runId } from '../programme/job/job.ts';
import type { BeginJob, RunResult } from './beginJob.ts';

/** The jobs of a morning, in the order in which they are planned: what goes together goes with the first. */
export const jobsOn = (day: IsoDate): readonly JobName[] => [
  'reminders',
  ...(isWeeklySummaryDay(day) ? (['weekly-summary'] as const) : []),
  'closing-summary',
];

export type MorningJobs = {
  /** Begins what is due now. */
  readonly look: () => Promise<void>;
  /** Resolves when this process tells nobody any more. */
  readonly idle: () => Promise<void>;
};

export type MorningParts = {
  readonly store: { readonly runs: Pick<Store['runs'], 'left'> };
  readonly clock: Pick<Clock, 'now'>;
  readonly quiet: DailyHours;
  readonly beginJob: BeginJob;
  readonly log: Log;
  /** What was due before was not missed. */
  readonly since: Date;
};

/**
 * Any process may look at any time: the run's record lets one of them do a job. Each job is planned before the next
 * one, whichever process does it, so that what is more urgent takes its pushes first; those whom a job tells are told
 * while the others go on. What was missed is caught up the same day; what an earlier day left is ended.
 */
export function createMorningJobs({ store, clock, quiet, beginJob, log, since }: MorningParts): MorningJobs {
  /** Runs that need nothing more from this process, and those that are under way here. */
  const settled = new Set<RunId>();
  const underWay = new Map<RunId, Promise<void>>();

  async function follow(id: RunId, job: JobName, ended: Promise<RunResult>): Promise<void> {
    try {
      if ((await ended).kind !== 'underWay') settled.add(id);
    } catch (error) {
      log.error({ code: 'jobFailed', job, ...faultOf(error) });
    }
    underWay.delete(id);
  }

  /** Whether it is planned, so that the next one may be. */
  async function begin(job: JobName, at: Date, isOver: () => boolean): Promise<boolean> {
    const id = runId(job, at);
    if (settled.has(id) || underWay.has(id)) return true;
    const begun = await beginJob(job, at, { isOver });
    if (begun.kind === 'underWay') return begun.isPlanned;
    if (begun.kind === 'alreadyRun') settled.add(id);
    else underWay.set(id, follow(id, job, begun.ended));
    return true;
  }

  return {
    async look() {
      const now = clock.now();
      const today = bangkokDate(now);
      for (const run of await store.runs.left(startOfDay(today))) await begin(run.job, run.at, () => true);
      const at = morningOf(today, quiet);
      const isOver = () => !isCaughtUpAt(at, clock.now(), quiet);
      if (at < since || isOver()) return;
      for (const job of jobsOn(today)) if (!(await begin(job, at, isOver))) return;
    },
    idle: async () => void (await Promise.all(underWay.values())),
  };
}
