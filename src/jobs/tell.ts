import { encodeTick } from '../app/ownRows.ts';
import { partitionOf } from '../app/partition.ts';
import type { NewRow } from '../app/ports.ts';
import type { Run } from '../domain/job/job.ts';
import type { Reminder } from '../domain/job/reminder.ts';
import { claimLife } from './claim.ts';
import type { JobParts } from './parts.ts';
import { createSettling } from './settling.ts';

/** How often a run is looked at, in milliseconds. */
const pace = 200;

/**
 * Tells those whom a run planned to tell, until all have their end: sent, kept for the next reply, or passed over.
 * False when another process took the run.
 */
export type Tell = (run: Run) => Promise<boolean>;

export function createTell(parts: JobParts): Tell {
  const { store, clock, signal } = parts;
  const settling = createSettling(parts);

  function rowOf({ id, run, job, at, person, push }: Reminder): NewRow {
    const now = clock.now();
    const head = { id: id as NewRow['id'], person, partition: partitionOf(person), place: 0 };
    return { ...head, receivedAt: now, at: now, body: encodeTick({ job, run, at, push }) };
  }

  return async (run) => {
    await parts.accept((await store.reminders.open(run.id)).map(rowOf));
    for (;;) {
      const open = await store.reminders.open(run.id);
      if (open.length === 0) return true;
      if (signal.aborted) await store.runs.fail(run.id, 'stopped');
      if (signal.aborted || !(await store.runs.keep(run.id, claimLife))) return false;
      await settling.look(open);
      await clock.sleep(pace, signal);
    }
  };
}
