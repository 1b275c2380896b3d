import { setTimeout as sleep } from 'node:timers/promises';
import type { Line } from '../../src/app/ports.ts';
import type { LogEntry } from '../../src/kernel/outside.ts';
import type { Dice } from './dice.ts';
import { type Member, startMember } from './member.ts';
import type { Task } from './messages.ts';
import { rowOf, type Typed } from './typed.ts';

/** Processes of which one or the other is killed or paused; one that ended is started anew at once. */
export type Crew = {
  readonly start: () => Promise<void>;
  /** Delivers a text until a process acknowledges it, as LINE does with a webhook. */
  readonly deliver: (typed: Typed) => Promise<void>;
  readonly resumeAll: () => void;
  /** Restarts the processes one after the other with other data keys, each once the one before works again. */
  readonly rotate: (dataKeys: string) => Promise<void>;
  readonly struck: readonly string[];
  readonly end: () => Promise<void>;
};

export type CrewOptions = {
  readonly task: Omit<Task, 'name'>;
  readonly line: Line;
  readonly dice: Dice;
  readonly strikes: number;
  readonly processes: number;
  /** Called with each process before it is given anything else. */
  readonly onFresh: (member: Member) => Promise<void>;
  readonly onLog: (entry: LogEntry) => void;
};

/** A webhook that is not answered by then is delivered again, in milliseconds. */
const webhookPatience = 1000;

export function createCrew({ task, line, dice, strikes, processes, onFresh, onLog }: CrewOptions): Crew {
  const members: (Member | undefined)[] = Array.from({ length: processes }, () => undefined);
  /** All that were started and did not end, those that do not work yet among them. */
  const living = new Set<Member>();
  const struck: string[] = [];
  let lives = 0;
  let stepsLeft = 100 + dice(150);
  let isOver = false;
  const keys = members.map(() => task.dataKeys);

  const resumeAll = () => {
    for (const member of living) member.resume();
  };

  function strike(at: string, member: Member): void {
    stepsLeft -= 1;
    if (stepsLeft > 0 || struck.length >= strikes || isOver) return;
    stepsLeft = 100 + dice(200);
    // One of them always works, or starts.
    const kind = struck.length % 2 === 0 && ![...living].some((one) => one.isPaused()) ? 'pause' : 'kill';
    // Now and then all are gone at once, so that nobody is left who knows LINE's clock.
    const all = struck.length % 4 === 3;
    struck.push(`${kind}${all ? ' all' : ''} ${at}`);
    resumeAll();
    if (all) for (const one of living) one.kill();
    else member[kind]();
  }

  async function startIn(place: number): Promise<Member> {
    lives += 1;
    const name = `member-${place}-${lives}`;
    const dataKeys = keys[place] ?? task.dataKeys;
    const member = startMember({ task: { ...task, name, dataKeys }, line, onLog: learn, onStep: strike });
    living.add(member);
    void member.exited.then(() => living.delete(member));
    await member.up;
    await onFresh(member);
    members[place] = member;
    return member;
  }

  /** In each place there is one at a time, anew whenever it ended, or could not begin. */
  async function keep(place: number, first: Member): Promise<void> {
    for (let present: Member | undefined = first; !isOver; ) {
      await present?.exited;
      members[place] = undefined;
      present = isOver ? undefined : await startIn(place).catch(() => undefined);
    }
  }

  /** When another took its partitions over, a paused process wakes to find them gone. */
  function learn(entry: LogEntry): void {
    onLog(entry);
    if (entry.code === 'partitionsGained') resumeAll();
  }

  return {
    struck,
    resumeAll,
    async start() {
      const first = await Promise.all(members.map((_, place) => startIn(place)));
      for (const [place, member] of first.entries()) void keep(place, member);
    },

    async rotate(dataKeys) {
      for (const place of members.keys()) {
        keys[place] = dataKeys;
        // The crew starts whoever ended anew; who was killed just before may still be starting with the old keys.
        while (!isOver && members[place]?.task.dataKeys !== dataKeys) {
          const before = members[place];
          resumeAll();
          before?.end();
          await (before?.exited ?? sleep(20));
        }
      }
    },

    async deliver(typed) {
      for (let attempts = 0; !isOver; attempts += 1) {
        const member = members[dice(processes)];
        if (member && (await takes(member, typed, attempts > 0))) return;
        await sleep(20);
      }
    },

    async end() {
      isOver = true;
      const left = [...living];
      for (const member of left) member.kill();
      await Promise.all(left.map(({ exited }) => exited));
    },
  };
}

/** Whether a process acknowledges a text in time. */
export async function takes(member: Member, typed: Typed, redelivered: boolean): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(webhookPatience, false, { signal: patience.signal }).catch(() => false);
  const isDurable = await Promise.race([member.accept([rowOf(typed, redelivered)]), late]);
  patience.abort();
  return isDurable;
}
