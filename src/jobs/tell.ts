import { encodeTick } from '../app/inbox/ownRows.ts';
import { partitionOf } from '../app/inbox/partition.ts';
import type { NewRow } from '../app/ports.ts';
import type { Run } from '../programme/job/job.ts';
import type { Reminder } from '../programme/job/reminder.ts';
import { createKeep } from './claim.ts';
import type { JobParts } from './parts.ts';
import { endsOf, rowsOf } from './settling.ts';

/** So many are on their way at a time, so that what people write meanwhile is not held up. */
const window = 200;
/**
 * Who is on the way for longer, in milliseconds, waits for LINE and keeps nobody from being told; an end that nobody
 * told is looked for from then on.
 */
const patience = 5_000;
/** How often it is seen who has an end, in milliseconds; when all wait for LINE, how often. */
const pace = 100;
const slowPace = 1_000;
/** Ends are looked for among so many at a time, and for no more than a twentieth of the time. */
const slice = 100;
const rest = 20;

/**
 * Tells those whom a run planned to tell, until all have their end: sent, kept for the next reply, or passed over.
 * False when another process took the run. Once it is over, who is certainly not on the way has missed it.
 */
export type Tell = (run: Run, isOver: () => boolean) => Promise<boolean>;

type OnTheWay = Map<string, { readonly reminder: Reminder; readonly since: number }>;

export function createTell(parts: JobParts): Tell {
  const { store, clock, signal } = parts;

  function rowOf({ id, run, job, at, person, push }: Reminder, ahead: number): NewRow {
    const now = clock.now();
    const head = { id: id as NewRow['id'], person, partition: partitionOf(person), place: 0 };
    return { ...head, receivedAt: now, at: now, body: encodeTick({ job, run, at, ahead, push }) };
  }

  const isFresh = ({ since }: { readonly since: number }) => clock.monotonic() - since < patience;

  /** Lets as many loose as may be on their way. */
  async function letLoose(waiting: Reminder[], onTheWay: OnTheWay, { ahead }: Run): Promise<void> {
    const fresh = [...onTheWay.values()].filter(isFresh).length;
    const next = waiting.splice(0, window - fresh);
    if (next.length === 0) return;
    const since = clock.monotonic();
    for (const reminder of next) onTheWay.set(reminder.id, { reminder, since });
    await parts.accept(next.map((reminder) => rowOf(reminder, ahead)));
  }

  async function cancel(waiting: Reminder[], onTheWay: OnTheWay): Promise<void> {
    const rest = waiting.splice(0);
    const rows = await rowsOf(store.inbox, rest);
    const since = clock.monotonic();
    for (const reminder of rest) if (rows.has(reminder.id)) onTheWay.set(reminder.id, { reminder, since });
    const missed = rest.filter(({ id }) => !rows.has(id));
    await store.reminders.settleAll(missed.map(({ id }) => ({ id, state: 'cancelled', why: 'missed' })));
  }

  async function forgetEnded(onTheWay: OnTheWay): Promise<void> {
    const open = await store.reminders.openAmong([...onTheWay.keys()]);
    for (const id of onTheWay.keys()) if (!open.has(id)) onTheWay.delete(id);
  }

  /** Looks for ends that nobody told; until the run is lost. */
  async function lookFor(onTheWay: OnTheWay, isMine: () => Promise<boolean>): Promise<void> {
    const old = [...onTheWay.values()].filter((one) => !isFresh(one)).map(({ reminder }) => reminder);
    for (let from = 0; from < old.length && (await isMine()); from += slice)
      await store.reminders.settleAll(await endsOf(store, old.slice(from, from + slice)));
  }

  return async (run, isOver) => {
    const isMine = createKeep(parts, run.id);
    const waiting = [...(await store.reminders.open(run.id))];
    const onTheWay: OnTheWay = new Map();
    let lookAt = clock.monotonic() + patience;
    for (;;) {
      await (isOver() ? cancel : letLoose)(waiting, onTheWay, run);
      await forgetEnded(onTheWay);
      if (onTheWay.size + waiting.length === 0) return true;
      if (signal.aborted) await store.runs.fail(run.id, 'stopped');
      if (signal.aborted || !(await isMine())) return false;
      const now = clock.monotonic();
      if (now >= lookAt) {
        await lookFor(onTheWay, isMine);
        lookAt = clock.monotonic() + Math.max(slowPace, rest * (clock.monotonic() - now));
      }
      await clock.sleep(waiting.length > 0 || [...onTheWay.values()].some(isFresh) ? pace : slowPace, signal);
    }
  };
}
