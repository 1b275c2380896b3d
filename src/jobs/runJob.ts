import { noticeId, tickId } from '../app/inbox/effectIds.ts';
import { encodeNotice, encodeTick } from '../app/inbox/ownRows.ts';
import { partitionOf } from '../app/inbox/partition.ts';
import type { NewRow } from '../app/ports.ts';
import { mayWriteAt } from '../domain/calendar/clockHours.ts';
import { type HowToRun, type JobName, noCounts, type Run, type RunCounts } from '../domain/job/job.ts';
import type { Reminder } from '../domain/job/reminder.ts';
import type { Alerts } from './alerts.ts';
import type { JobParts } from './parts.ts';
import { recipientsOf } from './recipients.ts';
import { createSettling } from './settling.ts';

export type RunResult =
  | { readonly kind: 'ran'; readonly counts: RunCounts; readonly why?: 'closed' }
  | { readonly kind: 'alreadyRun'; readonly counts: RunCounts }
  /** Another process is at it. */
  | { readonly kind: 'underWay' };

export type RunJob = (job: JobName, at: Date, how?: HowToRun) => Promise<RunResult>;

export type RunJobParts = JobParts & { readonly alerts: Alerts };

/** A process that does not renew its claim for so long, in milliseconds, is taken for dead. */
const claimLife = 10_000;
/** How often a run is looked at, in milliseconds. */
const pace = 200;

/**
 * Runs a job for an instant: who is to be told is planned and kept, the month's pushes are reserved, then each
 * person's part goes the way of every message. Begun again after a crash it goes on where it was.
 */
export function createRunJob(parts: RunJobParts): RunJob {
  const { store, pushes, alerts, quiet, clock, signal, log } = parts;
  const settling = createSettling(parts);

  async function plan({ id, job, at, order }: Run): Promise<void> {
    const recipients = await recipientsOf(parts, job, at, order);
    const present = recipients.filter(({ away }) => !away);
    const granted = await pushes.reserve(
      id,
      present.map(({ want }) => want),
    );
    await store.reminders.plan(
      recipients.map(({ person, area, away, about }): Reminder => {
        const common = { id: tickId(id, person), run: id, job, at, person, area, ...(about && { about }) };
        return away
          ? { ...common, push: false, state: 'skipped', why: 'away' }
          : { ...common, push: granted.has(person), state: 'planned' };
      }),
    );
    await store.runs.planned(id);
  }

  function rowOf({ id, run, job, at, person, push }: Reminder, { ahead }: Run): NewRow {
    const now = clock.now();
    const head = { id: id as NewRow['id'], person, partition: partitionOf(person), place: 0 };
    return { ...head, receivedAt: now, at: now, body: encodeTick({ job, run, at, ahead, push }) };
  }

  /** Until all have their end: sent, kept for the next reply, or passed over. False when another process took the run. */
  async function tell(run: Run): Promise<boolean> {
    await parts.accept((await store.reminders.open(run.id)).map((one) => rowOf(one, run)));
    for (;;) {
      const open = await store.reminders.open(run.id);
      if (open.length === 0) return true;
      if (signal.aborted) await store.runs.fail(run.id, 'stopped');
      if (signal.aborted || !(await store.runs.keep(run.id, claimLife))) return false;
      await settling.look(open);
      await clock.sleep(pace, signal);
    }
  }

  /** Who ordered a run is told of its end before it is closed, so that it is never forgotten. */
  async function report({ id, order }: Run, counts: RunCounts): Promise<void> {
    if (!order) return;
    const now = clock.now();
    const { by: person, areas } = order;
    const head = { id: noticeId(id as string as NewRow['id'], person, 'remindersOver'), person };
    const body = encodeNotice({ kind: 'remindersOver', areas, counts }, { lineUser: '' });
    await parts.accept([
      { ...head, partition: partitionOf(person), place: 0, receivedAt: now, at: now, body },
    ]);
  }

  async function end(run: Run, why?: 'closed'): Promise<RunResult> {
    const { id, job, at } = run;
    const counts = await store.reminders.counts(id);
    await report(run, counts);
    const unsent = await store.reminders.unsent(id);
    await pushes.settle(id, unsent);
    await store.runs.end(id, counts);
    log.info({ code: 'jobRan', job, at: at.toISOString(), ...counts });
    return { kind: 'ran', counts, ...(why && { why }) };
  }

  async function go(run: Run): Promise<RunResult> {
    if (run.job === 'sweep') {
      await alerts.look();
      return end(run);
    }
    if (!mayWriteAt(run.at, quiet)) {
      await store.runs.end(run.id, noCounts);
      return { kind: 'ran', counts: noCounts, why: 'closed' };
    }
    if (!run.plannedAt) await plan(run);
    return (await tell(run)) ? end(run) : { kind: 'underWay' };
  }

  return async (job, at, how) => {
    const claim = await store.runs.claim(job, at, claimLife, how);
    if (claim.kind === 'underWay') return claim;
    if (claim.kind === 'alreadyRun') return { kind: 'alreadyRun', counts: claim.run.counts ?? noCounts };
    try {
      return await go(claim.run);
    } catch (error) {
      const failure = error instanceof Error ? error.name : 'unknown';
      await Promise.allSettled([store.runs.fail(claim.run.id, failure), alerts.raise('jobFailed', job)]);
      throw error;
    }
  };
}
