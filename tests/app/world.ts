import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { Counted, NewRow, Perform, PhotoSetOf, Prepare, TakeTurn } from '../../src/app/ports.ts';
import type { Limits } from '../../src/app/process/limits.ts';
import type { Surroundings } from '../../src/app/process/surroundings.ts';
import { createShell, type Shell } from '../../src/app/shell.ts';
import type { EventId } from '../../src/engine/ids.ts';
import type { LogEntry } from '../../src/kernel/outside.ts';
import { said } from '../../src/kernel/reply.ts';
import type { SettledReminder } from '../../src/kernel/tick.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { createFakeLine, type FakeLine, type Fault } from '../support/fakeLine.ts';
import { createMemory, type Memory, type ShellStore } from '../support/memoryStore.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtualTime.ts';
import { Away, createLife, type Fate, type Life } from './life.ts';
import {
  createSharedCount,
  createToyTurn,
  questions,
  type SharedCount,
  toyBody,
  toyPrepare,
  toyRender,
} from './toy.ts';

/** An error that means that only other processes hold a key. */
export class KeyMissing extends Error {}

export type WorldOptions = {
  readonly people?: number;
  readonly processes?: number;
  readonly latency?: (call: string) => number;
  readonly fateAt?: (process: number, call: string) => Fate | undefined;
  readonly faultOf?: (call: number, way: 'reply' | 'push') => Fault;
  readonly turn?: TakeTurn;
  readonly prepare?: Prepare;
  readonly photoSet?: PhotoSetOf;
  /** What lies between a process and the shared record. */
  readonly perform?: (perform: Perform) => Perform;
  /** What lies between a process and its store, such as a fault. */
  readonly store?: (store: ShellStore) => ShellStore;
  readonly isAway?: (now: Date) => boolean;
  /** Whether what a reminder is about is still to be done. */
  readonly isStillOwed?: Surroundings['isStillOwed'];
  readonly quiet?: boolean;
  readonly limits?: Partial<Limits>;
};

/** Processes, the database and the phones of some people, in one virtual time. */
export type World = {
  readonly time: VirtualTime;
  readonly memory: Memory;
  readonly line: FakeLine;
  readonly shared: SharedCount;
  readonly people: readonly PersonId[];
  readonly counted: { readonly [what in Counted]?: number };
  readonly answerTimes: readonly number[];
  readonly logged: readonly LogEntry[];
  /** The living process in a place. */
  readonly process: (place: number) => { readonly shell: Shell; readonly life: Life } | undefined;
  readonly start: () => Promise<void>;
  /** What a person sees on the phone: the question that was asked last. */
  readonly screen: (person: PersonId) => string | undefined;
  /** Texts in one delivery, which LINE repeats until it is acknowledged. Resolves then. */
  readonly send: (texts: readonly Typed[]) => Promise<void>;
  readonly type: (person: PersonId, text: string, details?: Omit<Typed, 'person' | 'text'>) => Promise<void>;
  /** What became of reminders. */
  readonly settled: readonly SettledReminder[];
  readonly acked: ReadonlySet<EventId>;
  /** Until nothing is left to do. */
  readonly rest: (withinMs?: number) => Promise<void>;
};

export type Typed = {
  readonly person: PersonId;
  readonly text: string;
  readonly id?: string;
  readonly at?: Date;
};

export const startsAt = new Date('2022-08-01T09:00:00+07:00');
/** A webhook that is not answered by then is delivered again. */
const webhookPatience = 2000;

export function createWorld(options: WorldOptions = {}): World {
  const time = createVirtualTime(startsAt);
  const { now } = time.clock;
  const memory = createMemory({ now });
  const people = Array.from({ length: options.people ?? 1 }, (_, place) => `P${place}` as PersonId);
  const line = createFakeLine(now, options.faultOf ?? (() => 'none'));
  const shared = createSharedCount(people);
  const counted: { [what in Counted]?: number } = {};
  const answerTimes: number[] = [];
  const logged: LogEntry[] = [];
  const acked = new Set<EventId>();
  const settled: SettledReminder[] = [];
  const processes: ({ readonly shell: Shell; readonly life: Life } | undefined)[] = [];
  let lives = 0;
  let events = 0;
  let turns = 0;
  let underWay = 0;

  const log = (entry: LogEntry) => void logged.push(entry);

  function startProcess(place: number): Promise<void> {
    const name = `process-${place}-${++lives}`;
    const life = createLife({
      time,
      latency: options.latency ?? (() => 2),
      fateAt: (call) => options.fateAt?.(place, call),
      onKilled: (downMs) => {
        processes[place] = undefined;
        void time.after(downMs).then(() => startProcess(place));
      },
      onStop: (downMs) => void stopProcess(place, downMs),
      isAway: () => options.isAway?.(now()) ?? false,
    });
    const whole = options.store?.(memory.storeOf(name)) ?? memory.storeOf(name);
    const inbox = life.through('inbox', whole.inbox);
    const perform = options.perform?.(shared.perform) ?? shared.perform;
    const shell = createShell({
      store: {
        inbox: { ...inbox, watch: (onRow, onBreak) => inbox.watch(life.hear(onRow), life.hear(onBreak)) },
        persons: life.through('persons', whole.persons),
        audit: life.through('audit', whole.audit),
        leases: life.through('leases', whole.leases),
      },
      line: life.through('line', line.line),
      prepare: options.prepare ?? toyPrepare,
      photoSet: options.photoSet ?? (() => undefined),
      turn: life.through('flows', { turn: options.turn ?? createToyTurn() }).turn,
      perform: life.through('records', { perform }).perform,
      settleReminder: async (told) => void settled.push(told),
      isStillOwed: life.through('records', { isStillOwed: options.isStillOwed ?? (async () => true) })
        .isStillOwed,
      alert: () => {},
      shareOfWork: 'member',
      isTimely: () => true,
      render: toyRender,
      clock: life.clock,
      process: name,
      quiet: () => options.quiet ?? false,
      sorry: { messages: [{ kind: 'text', text: [said('sorry')] }] },
      isOutage: (error) => error instanceof Away,
      isKeyAbsent: (error) => error instanceof KeyMissing,
      log: { info: log, warn: log, error: log },
      metrics: {
        count: (what) => {
          counted[what] = (counted[what] ?? 0) + 1;
        },
        answered: (ms) => void answerTimes.push(ms),
      },
      ...(options.limits ? { limits: options.limits } : {}),
    });
    processes[place] = { shell, life };
    return shell.start();
  }

  async function stopProcess(place: number, downMs: number): Promise<void> {
    const process = processes[place];
    if (!process) return;
    processes[place] = undefined;
    await process.shell.drain();
    if (!process.life.isAlive()) return;
    process.life.kill();
    await time.after(downMs);
    await startProcess(place);
  }

  /** The webhook as LINE sees it: another process behind the balancer at each delivery. */
  async function deliver(
    events: readonly (Omit<NewRow, 'receivedAt'> & { readonly token: string })[],
  ): Promise<void> {
    for (;;) {
      const up = processes.flatMap((process) => process ?? []);
      const process = up[turns++ % up.length];
      if (process) {
        for (const { token } of events) line.renewToken(token);
        const rows = events.map(({ token: _, ...row }) => ({ ...row, receivedAt: now() }));
        const accepted = process.shell.accept(rows).then(
          () => true,
          () => false,
        );
        const answer = await Promise.race([accepted, time.after(webhookPatience).then(() => false)]);
        if (answer) return;
      }
      await time.after(500);
    }
  }

  async function send(texts: readonly Typed[]): Promise<void> {
    underWay += 1;
    const given = texts.map(({ person, text, id, at = now() }, place) => {
      events += 1;
      const token = line.token(userOf(person));
      const body = toyBody(text, token, userOf(person));
      const event = (id ?? `e${events}`) as EventId;
      return { id: event, person, partition: partitionOf(person), at, place, body, token };
    });
    await deliver(given);
    for (const { id } of given) acked.add(id);
    underWay -= 1;
  }

  return {
    time,
    memory,
    line,
    shared,
    people,
    counted,
    answerTimes,
    logged,
    settled,
    acked,
    process: (place) => processes[place],

    async start() {
      const started = Array.from({ length: options.processes ?? 1 }, (_, place) => startProcess(place));
      let isUp = false;
      void Promise.all(started).then(() => {
        isUp = true;
      });
      await time.until(() => isUp, 120_000);
    },

    screen: (person) => screenOf(line, person),

    send,
    type: (person, text, details) => send([{ person, text, ...details }]),

    rest: (withinMs = 300_000) => time.until(() => underWay === 0 && isAtRest(memory, processes), withinMs),
  };
}

export const userOf = (person: PersonId): string => `U-${person}`;

/** The question that was asked last on a person's phone. */
export const screenOf = ({ shown }: Pick<FakeLine, 'shown'>, person: PersonId): string | undefined =>
  questionIn(shown.findLast(({ to, messages }) => to === userOf(person) && questionIn(messages))?.messages);

function questionIn(messages: unknown): string | undefined {
  return questions.find((question) => JSON.stringify(messages ?? '').includes(` ${question}"`));
}

function isAtRest(
  { rows, people }: Memory,
  processes: readonly ({ readonly shell: Shell } | undefined)[],
): boolean {
  const isSettled = [...people.values()].every(({ outbox, pending }) => outbox.length + pending.length === 0);
  const isDone = [...rows.values()].every(({ state }) => state !== 'pending');
  return isSettled && isDone && processes.every((process) => process?.shell.health().people === 0);
}
