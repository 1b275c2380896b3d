import { tickId } from '../app/inbox/effectIds.ts';
import { noticeRow } from '../app/inbox/ownRows.ts';
import { mayWriteAt } from '../programme/calendar/clockHours.ts';
import { type HowToRun, type JobName, noCounts, type Run, type RunCounts } from '../programme/job/job.ts';
import type { Reminder } from '../programme/job/reminder.ts';
import type { Alerts } from './alerts.ts';
import { claimLife, keepDuring } from './claim.ts';
import type { JobParts } from './parts.ts';
import { createTell } from './tell.ts';

export type RunResult =
  | { readonly kind: 'ran'; readonly counts: RunCounts; readonly why?: 'closed' }
  | { readonly kind: 'alreadyRun'; readonly counts: RunCounts }
  /** Another process is at it. */
  | { readonly kind: 'underWay' };

export type Begun =
  /** It is known whom the run tells, and their pushes are reserved. They are told while others go on. */
  | { readonly kind: 'begun'; readonly ended: Promise<RunResult> }
  | Extract<RunResult, { readonly kind: 'alreadyRun' }>
  | { readonly kind: 'underWay'; readonly isPlanned: boolean };

export type BeginJob = (
  job: JobName,
  at: Date,
  how?: HowToRun & {
    /** Whether it is too late to tell: who is not told by then has missed it. */
    readonly isOver?: () => boolean;
  },
) => Promise<Begun>;

export type RunJobParts = JobParts & { readonly alerts: Alerts };

/**
 * Begins a job for an instant: who is to be told is planned and kept, the month's pushes are reserved, then each
 * person's part goes the way of every message. Begun again after a crash it goes on where it was.
 */
export function createBeginJob(parts: RunJobParts): BeginJob {
  const { store, pushes, alerts, quiet, clock, log } = parts;
  const tell = createTell(parts);

  /** Goes no further once the run is lost: whoever has it then plans it anew. */
  async function plan({ id, job, at, order }: Run, lost: AbortSignal): Promise<void> {
    const recipients = (await parts.tells[job]?.(parts, { at, ...(order && { order }) })) ?? [];
    if (lost.aborted) return;
    const present = recipients.filter(({ away }) => !away);
    const granted = await pushes.reserve(
      id,
      present.map(({ want }) => want),
    );
    if (lost.aborted) return;
    await store.reminders.plan(
      recipients.map(({ person, area, away, about }): Reminder => {
        const common = { id: tickId(id, person), run: id, job, at, person, area, ...(about && { about }) };
        return away
          ? { ...common, push: false, state: 'skipped', why: 'away' }
          : { ...common, push: granted.has(person), state: 'planned' };
      }),
    );
    if (!lost.aborted) await store.runs.planned(id);
  }

  /** Who ordered a run is told of its end before it is closed, so that it is never forgotten. */
  async function report({ id, order }: Run, counts: RunCounts): Promise<void> {
    if (!order) return;
    const { by, areas } = order;
    const notice = { kind: 'remindersOver', areas, counts } as const;
    await parts.accept([noticeRow(id, by, notice, clock.now())]);
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

  const isOpen = ({ job, at }: Run): boolean => job !== 'sweep' && mayWriteAt(at, quiet);

  async function carryOut(run: Run, isOver: () => boolean): Promise<RunResult> {
    if (run.job === 'sweep') await alerts.look(run.at);
    else if (!isOpen(run)) return end(run, 'closed');
    else if (!(await tell(run, isOver))) return { kind: 'underWay' };
    return end(run);
  }

  /** What goes wrong is told to the administrators; the run may be begun again. */
  async function orFail<T>({ id, job }: Run, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = error instanceof Error ? error.name : 'unknown';
      await Promise.allSettled([store.runs.fail(id, failure), alerts.raise('jobFailed', job)]);
      throw error;
    }
  }

  return async (job, at, how = {}) => {
    const { isOver = () => false } = how;
    const { kind, run } = await store.runs.claim(job, at, claimLife, how);
    const isPlanned = run.plannedAt !== undefined;
    if (kind === 'underWay') return { kind, isPlanned };
    if (kind === 'alreadyRun') return { kind, counts: run.counts ?? noCounts };
    const isMine =
      isPlanned ||
      !isOpen(run) ||
      isOver() ||
      (await orFail(run, () => keepDuring(parts, run.id, (lost) => plan(run, lost))));
    if (!isMine) return { kind: 'underWay', isPlanned: false };
    return { kind: 'begun', ended: orFail(run, () => carryOut(run, isOver)) };
  };
}
