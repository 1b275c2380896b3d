import type { Parts } from '../../kernel/effects.ts';
import type { Kept } from '../../kernel/store.ts';
import type { Worker, WorkerParts } from '../../kernel/worker.ts';
import { mayWriteAt } from '../../programme/calendar/clockHours.ts';
import type { Run, RunId } from '../../programme/job/job.ts';

type OrderParts = Pick<Parts, 'quiet'> &
  Pick<WorkerParts, 'clock' | 'runJob'> & { readonly store: Pick<Kept, 'runs'> };

/** Carries out the reminders that offices order, in the hours in which one may write. */
export function createReminder({ store, quiet, clock, runJob }: OrderParts): Worker {
  const isDue = ({ at }: Run, now: Date): boolean => at <= now && mayWriteAt(now, quiet);
  return {
    async due() {
      const now = clock.now();
      if (!mayWriteAt(now, quiet)) return [];
      return (await store.runs.ordered()).filter((run) => isDue(run, now)).map(({ id }) => id);
    },
    async goOn(id) {
      const run = await store.runs.read(id as RunId);
      if (run?.order && isDue(run, clock.now())) await runJob(run.job, run.at, { order: run.order });
    },
  };
}
