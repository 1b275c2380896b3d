import type { Store } from '../app/ports.ts';
import { faultOf } from '../app/process/fault.ts';
import { backOff } from '../app/process/limits.ts';
import { mayWriteAt } from '../domain/calendar/clockHours.ts';
import type { Run } from '../domain/job/job.ts';
import type { RunJob } from './runJob.ts';
import { sendAnnouncement } from './sendAnnouncement.ts';
import type { SendingParts } from './sendingParts.ts';

/** Sends what offices announce, and the reminders that they order. */
export type Announcer = {
  /** An announcement may be sent, or goes on differently. */
  readonly announced: (announcement: string) => void;
  readonly ordered: () => void;
  /** Goes on with what is due and with what another process left. */
  readonly look: () => Promise<void>;
  /** Looks every few seconds until the process ends. */
  readonly start: () => void;
  /** Resolves when nothing is under way here any more. */
  readonly idle: () => Promise<void>;
};

export type AnnouncerParts = SendingParts & {
  readonly store: SendingParts['store'] & Pick<Store, 'runs' | 'lacksKey'>;
  readonly runJob: RunJob;
};

/** How often it is looked, in milliseconds: what did not move in between was left by a process that died. */
const pace = 5_000;
/** The longest pause before what failed is tried again, in milliseconds. */
const longestPause = 10 * 60_000;

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { store, clock, quiet, signal, log, runJob } = parts;
  const working = new Map<string, Promise<void>>();
  /** What failed, how often in a row, and until when it is left alone by what looks here. */
  const failed = new Map<string, { readonly times: number; readonly until: number }>();
  /** As they were at the last look. */
  let seen = new Map<string, number>();

  /** One at a time of each; what happened meanwhile is looked at once more. */
  function work(id: string, doIt: () => Promise<unknown>): void {
    const before = working.get(id) ?? Promise.resolve();
    const done = before.then(async () => {
      try {
        if (!signal.aborted) await doIt();
        failed.delete(id);
      } catch (error) {
        const times = (failed.get(id)?.times ?? 0) + 1;
        failed.set(id, { times, until: clock.monotonic() + backOff(times, pace, longestPause) });
        log.error({ code: 'announcingFailed', times, ...faultOf(error) });
      }
    });
    working.set(id, done);
    void done.finally(() => {
      if (working.get(id) === done) working.delete(id);
    });
  }

  /** Neither under way here nor just failed. */
  const isFree = (id: string): boolean =>
    !working.has(id) && (failed.get(id)?.until ?? 0) <= clock.monotonic();

  const send = (id: string) => work(id, () => sendAnnouncement(parts, id));

  async function lookAtAnnouncements(): Promise<void> {
    const now = clock.now();
    const all = await store.announcements.underWay();
    const isLeft = ({ id, rev, state, from }: (typeof all)[number]) =>
      state === 'scheduled' ? from !== undefined && from <= now : seen.get(id) === rev;
    for (const one of all) if (isFree(one.id) && isLeft(one)) send(one.id);
    seen = new Map(all.map(({ id, rev }) => [id, rev]));
  }

  async function lookAtOrders(): Promise<void> {
    const now = clock.now();
    if (!mayWriteAt(now, quiet)) return;
    for (const run of await store.runs.ordered()) {
      if (run.at <= now && isFree(run.id)) work(run.id, () => carryOut(run));
    }
  }

  const carryOut = async ({ job, at, order }: Run) => (order ? runJob(job, at, { order }) : undefined);

  async function look(): Promise<void> {
    try {
      // Without every key it would fail, and others do it.
      if (await store.lacksKey()) return;
      await lookAtAnnouncements();
      await lookAtOrders();
    } catch (error) {
      log.error({ code: 'announcingFailed', ...faultOf(error) });
    }
  }

  async function keepLooking(): Promise<void> {
    while (!signal.aborted) {
      await look();
      await clock.sleep(pace, signal);
    }
  }

  return {
    announced: send,
    ordered: () => work('orders', lookAtOrders),
    look,
    start: () => void keepLooking(),
    idle: async () => {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}
