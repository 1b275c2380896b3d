import type { EventId } from '../../engine/ids.ts';
import { backOff } from '../../kernel/backOff.ts';
import { apologyId } from '../inbox/effectIds.ts';
import { exclusively, type Lane, viewOf } from '../lane/lane.ts';
import type { Marking } from '../lane/marking.ts';
import type { Records } from '../lane/personRecords.ts';
import { faultOf } from '../process/fault.ts';
import { outagePause, type Persist, Stopped } from '../process/patience.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { AnswerStranger } from '../send/stranger.ts';
import type { Answerable, Compose } from './decide.ts';

/** What failed: an event, with as much of it as was known by then. */
export type Failed = {
  readonly id: EventId;
  /** Tries that are in the inbox already. */
  readonly tries: number;
  readonly answerable?: Answerable | undefined;
  /** Whether the turn is committed and its effects failed. */
  readonly isCommitted: boolean;
};

/**
 * After a failure: an outage is waited out and never counts, a key that is absent is no failure; anything else is tried again a few times with
 * growing pauses. After the last try the event is put aside, the person gets an apology and later events go on.
 */
export type Stumble = (lane: Lane, failed: Failed, error: unknown) => Promise<void>;

export type TriesParts = {
  readonly persist: Persist;
  readonly records: Records;
  readonly marking: Marking;
  readonly compose: Compose;
  readonly answerStranger: AnswerStranger;
  readonly signal: AbortSignal;
};

export function createStumble(surroundings: Surroundings, parts: TriesParts): Stumble {
  const { store, clock, sorry, isOutage, isKeyAbsent, log, metrics, limits } = surroundings;
  const { persist, records, marking, compose, answerStranger, signal } = parts;

  async function apologise(lane: Lane, answerable: Answerable): Promise<void> {
    await exclusively(lane, async () => {
      if (lane.stored === undefined) await records.load(lane);
      const view = viewOf(lane);
      if (!view?.person.consentedAt) return answerStranger(answerable, sorry, view?.person.language ?? 'th');
      const apology = { id: apologyId(answerable.id), event: answerable.id, reply: sorry };
      await records.write(lane, compose(lane, view, answerable, apology), lane.marks);
    });
  }

  async function putAside(lane: Lane, { id, answerable, isCommitted }: Failed): Promise<void> {
    await persist('quarantine', () => store.inbox.failed(id, 'poison', true, clock.now()));
    metrics.count('quarantined');
    log.error({ code: 'eventQuarantined', event: id });
    if (isCommitted) marking.note(lane, { kind: 'givenUp', id });
    lane.done = lane.done.filter((row) => row.id !== id);
    lane.queue = lane.queue.filter((row) => row.id !== id);
    lane.unfinished.delete(id);
    if (answerable?.replyToken === undefined) return;
    try {
      await apologise(lane, answerable);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      log.error({ code: 'apologyFailed', event: id, ...faultOf(error) });
    }
  }

  return async (lane, failed, error) => {
    if (error instanceof Stopped || isKeyAbsent(error)) throw error;
    lane.isStale = true;
    if (isOutage(error)) {
      lane.outages += 1;
      if (lane.outages === 1) log.warn({ code: 'databaseAway', what: 'turn', event: failed.id });
      await clock.sleep(outagePause(lane.outages), signal);
      return;
    }
    const before = lane.failures?.of === failed.id ? lane.failures.tries : failed.tries;
    const tries = before + 1;
    lane.failures = { of: failed.id, tries };
    log.error({ code: 'eventFailed', event: failed.id, tries, ...faultOf(error) });
    if (tries >= limits.tries) return putAside(lane, failed);
    const pause = backOff(tries, 200, 5000);
    const retryAt = new Date(clock.now().getTime() + pause);
    await persist('failed', () => store.inbox.failed(failed.id, 'failed', false, retryAt));
    await clock.sleep(pause, signal);
  };
}
