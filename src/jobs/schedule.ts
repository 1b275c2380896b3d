import cron from 'node-cron';
import type { Log } from '../app/ports.ts';
import { faultOf } from '../app/process/fault.ts';
import { bangkokDate } from '../domain/calendar/calendar.ts';
import { isCaughtUpAt, morningOf } from '../domain/calendar/clockHours.ts';
import { isWeeklySummaryDay } from '../domain/deadline/summaryDays.ts';
import type { IsoDate } from '../domain/ids.ts';
import { type JobName, runId } from '../domain/job/job.ts';
import type { Alerts } from './alerts.ts';
import type { JobParts } from './parts.ts';
import type { RunJob } from './runJob.ts';

/** The jobs of a morning, in the order in which they run: what goes together goes with the first. */
export const jobsOn = (day: IsoDate): readonly JobName[] => [
  'reminders',
  ...(isWeeklySummaryDay(day) ? (['weekly-summary'] as const) : []),
  'closing-summary',
];

export type Schedule = { readonly stop: () => Promise<void> };

export type ScheduleParts = Pick<JobParts, 'store' | 'clock' | 'quiet'> & {
  readonly runJob: RunJob;
  readonly alerts: Alerts;
  readonly timeZone: string;
  readonly log: Log;
};

/**
 * Looks every minute what is due by this process's clock, which in a trial is not the one on the wall. Every process
 * does; the run's record lets one of them do it. What was missed is caught up the same day, but nothing from before
 * the database began.
 */
export async function startSchedule(parts: ScheduleParts): Promise<Schedule> {
  const { store, clock, quiet, runJob, alerts, timeZone, log } = parts;
  const since = await store.runs.since();
  const done = new Set<string>();

  async function runDue(): Promise<void> {
    const now = clock.now();
    const today = bangkokDate(now);
    const at = morningOf(today);
    if (at < since || !isCaughtUpAt(at, now, quiet)) return;
    for (const job of jobsOn(today)) {
      const id = runId(job, at);
      if (done.has(id)) continue;
      try {
        if ((await runJob(job, at)).kind !== 'underWay') done.add(id);
      } catch (error) {
        log.error({ code: 'jobFailed', job, ...faultOf(error) });
      }
    }
  }

  async function look(): Promise<void> {
    try {
      await alerts.look();
      await runDue();
    } catch (error) {
      log.error({ code: 'scheduleFailed', ...faultOf(error) });
    }
  }

  const task = cron.schedule('* * * * *', look, { timezone: timeZone, noOverlap: true });
  return {
    stop: async () => {
      await task.stop();
    },
  };
}
