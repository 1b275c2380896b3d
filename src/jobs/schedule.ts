import cron from 'node-cron';
import type { Store } from '../app/ports.ts';
import { faultOf } from '../app/process/fault.ts';
import type { Alerts } from './alerts.ts';
import { createMorningJobs, type MorningParts } from './morningJobs.ts';

export type Schedule = {
  readonly stop: () => Promise<void>;
  /** Resolves when this process tells nobody of a run any more. */
  readonly idle: () => Promise<void>;
};

export type ScheduleParts = Omit<MorningParts, 'since' | 'store'> & {
  readonly store: Pick<Store, 'runs' | 'lacksKey'>;
  readonly alerts: Pick<Alerts, 'look'>;
  readonly timeZone: string;
};

/**
 * Looks every minute what is due by this process's clock, which in a trial is not the one on the wall. Alerts have a
 * tick of their own, so that they tell of jobs that take long. Nothing from before the database began is caught up.
 */
export async function startSchedule({ store, alerts, timeZone, ...parts }: ScheduleParts): Promise<Schedule> {
  const morning = createMorningJobs({ store, ...parts, since: await store.runs.since() });
  // A job reads the records of many; without every key it would fail, and others do it.
  const lookForJobs = async () => void ((await store.lacksKey()) || (await morning.look()));
  const everyMinute = (look: () => Promise<void>) =>
    cron.schedule(
      '* * * * *',
      () => look().catch((error: unknown) => parts.log.error({ code: 'scheduleFailed', ...faultOf(error) })),
      { timezone: timeZone, noOverlap: true },
    );
  const tasks = [everyMinute(lookForJobs), everyMinute(() => alerts.look(parts.clock.now()))];
  return {
    stop: async () => void (await Promise.all(tasks.map((task) => task.stop()))),
    idle: morning.idle,
  };
}
