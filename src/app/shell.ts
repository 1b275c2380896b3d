import { setMaxListeners } from 'node:events';
import { createInsert, type Insert } from './inbox/intake.ts';
import { isOutdated, type Lane } from './lane/lane.ts';
import { createMarking } from './lane/marking.ts';
import { createRecords } from './lane/personRecords.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createOwnership, type Ownership } from './ownership.ts';
import type { InboxRow, NewRow } from './ports.ts';
import { createAlarms } from './process/alarms.ts';
import { defaultLimits, type Limits } from './process/limits.ts';
import { createPersist, type Persist } from './process/patience.ts';
import type { Surroundings } from './process/surroundings.ts';
import { createChannel } from './send/channel.ts';
import { createEndSend } from './send/endSend.ts';
import { createCall } from './send/lineCall.ts';
import { createReminding } from './send/reminding.ts';
import { createSend } from './send/sender.ts';
import { createAnswerStranger } from './send/stranger.ts';
import { createCompose, createDecide } from './take/decide.ts';
import { createPerformEffects } from './take/effects.ts';
import { createFinish } from './take/finish.ts';
import { createTake } from './take/take.ts';
import { createStumble } from './take/tries.ts';
import { createUpkeep } from './upkeep.ts';
import { createWorkOn } from './work.ts';

/**
 * The way of a message inside one process: durable inbox, a lane for each person, turn, commit, effects, reply.
 * Any number of processes share one database; each may be killed or held up at any point.
 */
export type Shell = {
  /** Resolves when the rows are durable; they are worked on after that. */
  readonly accept: (rows: readonly NewRow[]) => Promise<void>;
  readonly start: () => Promise<void>;
  /** Finishes what was begun and gives the partitions to others, within ten seconds. */
  readonly drain: () => Promise<void>;
  readonly health: () => Health;
};

export type Health = {
  /** Partitions whose lease is believed in. */
  readonly held: number;
  /** People who are worked on. */
  readonly people: number;
  readonly draining: boolean;
};

export type ShellOptions = Omit<Surroundings, 'limits'> & { readonly limits?: Partial<Limits> };

export function createShell({ limits: changed, ...options }: ShellOptions): Shell {
  const surroundings: Surroundings = { ...options, limits: { ...defaultLimits, ...changed } };
  const { clock, limits } = surroundings;
  const stop = new AbortController();
  const { signal } = stop;
  // Every lane that waits listens for the end.
  setMaxListeners(0, signal);
  let draining: Promise<void> | undefined;

  const ownership = createOwnership(surroundings);
  const persist = createPersist(surroundings, signal);
  const insert = createInsert(surroundings);
  const isDraining = () => draining !== undefined;
  const lanes = connectLanes(surroundings, { ownership, persist, insert, signal, isDraining });
  const upkeep = createUpkeep(surroundings, { ownership, lanes, persist, signal });

  /** Work that may take so long and no longer. */
  async function within(ms: number, work: Promise<unknown>): Promise<void> {
    const timer = new AbortController();
    await Promise.race([work, clock.sleep(ms, timer.signal)]);
    timer.abort();
  }

  async function drain(): Promise<void> {
    await within(limits.drain, Promise.all([upkeep.wane(), lanes.drain()]));
    stop.abort();
    await within(limits.drain / 8, ownership.release());
  }

  return {
    accept: async (rows) => lanes.offer(asRows(await insert(rows))),
    start: upkeep.start,
    drain: () => {
      draining ??= drain();
      return draining;
    },
    health: () => ({ held: ownership.held().length, people: lanes.size(), draining: isDraining() }),
  };
}

type Connections = {
  readonly ownership: Ownership;
  readonly persist: Persist;
  readonly insert: Insert;
  readonly signal: AbortSignal;
  readonly isDraining: () => boolean;
};

/** Puts the parts of a lane's work together; those that call one another meet through the lanes. */
function connectLanes(surroundings: Surroundings, connections: Connections): Lanes {
  const { ownership, persist, insert, signal, isDraining } = connections;
  const { leaseMs } = ownership;
  const alarms = createAlarms(surroundings.clock, signal);
  const channel = createChannel(surroundings.clock, surroundings.log, surroundings.alert);
  const records = createRecords(surroundings, persist, signal);
  const lanes: Lanes = createLanes(surroundings, {
    workOn: (lane) => workOn(lane),
    flush: (lane) => marking.flush(lane),
    leaseMs,
  });
  const lookAfter = (lane: Lane) => (isOutdated(lane) ? lanes.wake(lane) : lanes.rest(lane));
  const marking = createMarking(surroundings, alarms, records, lookAfter);
  const reminding = createReminding(surroundings);
  const endSend = createEndSend(surroundings, marking, reminding);
  const call = createCall(surroundings, channel, marking, endSend, reminding);
  const send = createSend(surroundings, {
    alarms,
    channel,
    records,
    call,
    endSend,
    leaseMs,
    isDraining,
    onEnd: lookAfter,
  });
  const compose = createCompose(surroundings);
  const answerStranger = createAnswerStranger(surroundings, channel, signal);
  const decide = createDecide(surroundings, records, compose, answerStranger);
  const finish = createFinish(surroundings, persist);
  const stumble = createStumble(surroundings, { persist, records, marking, compose, answerStranger, signal });
  const take = createTake(surroundings, { alarms, decide, finish, stumble });
  const offer = (rows: readonly NewRow[]) => lanes.offer(asRows(rows));
  const performEffects = createPerformEffects(surroundings, insert, offer, marking);
  const workOn = createWorkOn(surroundings, {
    alarms,
    records,
    take,
    performEffects,
    send,
    finish,
    stumble,
    leaseMs,
    isDraining,
    wake: lanes.wake,
    onFinished: lookAfter,
  });
  return lanes;
}

const asRows = (rows: readonly NewRow[]): readonly InboxRow[] => rows.map((row) => ({ ...row, tries: 0 }));
