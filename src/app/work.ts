import type { Pending, PersonRecord } from '../kernel/store.ts';
import { isOutcomeId } from './inbox/effectIds.ts';
import { exclusively, isOutdated, isReadThrough, type Lane, viewOf } from './lane/lane.ts';
import type { Records } from './lane/personRecords.ts';
import type { Alarms } from './process/alarms.ts';
import { faultOf } from './process/fault.ts';
import { Stopped } from './process/patience.ts';
import type { Surroundings } from './process/surroundings.ts';
import { hasOpenReply, type Send } from './send/sender.ts';
import type { PerformEffects } from './take/effects.ts';
import type { Finish } from './take/finish.ts';
import type { Take } from './take/take.ts';
import { firstTogether } from './take/together.ts';
import type { Stumble } from './take/tries.ts';

/** Does the next thing for a person; tells whether there may be more to do. */
export type WorkOn = (lane: Lane) => Promise<boolean>;

export type WorkParts = {
  readonly alarms: Alarms;
  readonly records: Records;
  readonly take: Take;
  readonly performEffects: PerformEffects;
  readonly send: Send;
  readonly finish: Finish;
  readonly stumble: Stumble;
  readonly leaseMs: (partition: number) => number;
  readonly isDraining: () => boolean;
  readonly wake: (lane: Lane) => void;
  /** Rows of the lane were finished. */
  readonly onFinished: (lane: Lane) => void;
};

export function createWorkOn({ line, photoSet, clock, log, limits }: Surroundings, parts: WorkParts): WorkOn {
  const { alarms, records, take, performEffects, send, finish, stumble, leaseMs, isDraining } = parts;
  const { wake, onFinished } = parts;

  /** The lane is another process's now; what was left is in the database. */
  function leave(lane: Lane): false {
    lane.queue = [];
    lane.done = [];
    lane.isStale = true;
    return false;
  }

  async function readAgain(lane: Lane): Promise<void> {
    const [row] = lane.queue;
    try {
      await exclusively(lane, () => records.load(lane));
    } catch (error) {
      if (!row) throw error;
      await stumble(lane, { ...row, isCommitted: false }, error);
    }
  }

  async function performFirst(lane: Lane, record: PersonRecord, pending: Pending): Promise<void> {
    try {
      await performEffects(lane, record, pending);
      lane.outages = 0;
    } catch (error) {
      const { id, token, tokenAt, at } = pending;
      const replyToken = token === undefined ? {} : { replyToken: token };
      const answerable = { id, receivedAt: tokenAt ?? at, ...replyToken };
      const tries = lane.queue.find((row) => row.id === id)?.tries ?? 0;
      await stumble(lane, { id, tries, answerable, isCommitted: true }, error);
    }
  }

  /** Until LINE answered the last reply, for a while: a question counts only when it was surely shown. */
  function lastReplyAnswered(lane: Lane): Promise<void> | undefined {
    if (!hasOpenReply(lane)) return undefined;
    return new Promise((resolve) => {
      const goOn = () => {
        callOff();
        lane.answered = undefined;
        resolve();
      };
      const callOff = alarms(limits.answerWait, goOn);
      lane.answered = goOn;
    });
  }

  function finishDone(lane: Lane): void {
    const rows = lane.done;
    if (rows.length === 0) return;
    lane.done = [];
    const failed = (error: unknown) => {
      if (!(error instanceof Stopped)) log.error({ code: 'finishFailed', ...faultOf(error) });
    };
    finish(lane, rows).then(() => onFinished(lane), failed);
  }

  /** Looks again when the wait is over, and whenever something comes before. */
  function gather(lane: Lane, ms: number): void {
    const lineUser = viewOf(lane)?.person.lineUser;
    if (lineUser)
      lane.stopLoading = alarms(limits.loadingAfter, () => void line.loading(lineUser).catch(() => {}));
    lane.stopGathering = alarms(ms, () => {
      lane.stopGathering = undefined;
      wake(lane);
    });
  }

  return async (lane) => {
    lane.stopGathering?.();
    lane.stopGathering = undefined;
    if (leaseMs(lane.partition) <= 0) return leave(lane);
    if (isOutdated(lane) || isReadThrough(lane)) {
      await readAgain(lane);
      return true;
    }
    const record = viewOf(lane);
    const [pending] = record?.pending ?? [];
    if (record && pending) {
      await performFirst(lane, record, pending);
      return true;
    }
    void send(lane);
    if (lane.queue.length > 0 || lane.done.length > 0) await lastReplyAnswered(lane);
    lane.stopLoading?.();
    lane.stopLoading = undefined;
    finishDone(lane);
    if (isOutdated(lane)) return true;
    const [row] = lane.queue;
    // While the process ends only what was begun goes on.
    if (!row || (isDraining() && !isOutcomeId(row.id))) return false;
    const { rows, waitMs } = firstTogether(lane.queue, photoSet, clock.now(), limits.photoWait);
    const unopened = rows.find((one) => one.unopened)?.unopened;
    if (unopened) throw unopened;
    if (waitMs > 0) {
      gather(lane, waitMs);
      return false;
    }
    lane.queue = lane.queue.filter((one) => !rows.includes(one));
    await take(lane, rows);
    return true;
  };
}
