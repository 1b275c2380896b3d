import { setTimeout as sleep } from 'node:timers/promises';
import type { Line, LogEntry, NewRow } from '../../src/app/ports.ts';
import type { Dice } from './dice.ts';
import { type Member, startMember } from './member.ts';
import type { Task } from './messages.ts';

/** Processes of which one or the other is killed or paused; one that ended is started anew at once. */
export type Crew = {
  readonly start: () => Promise<void>;
  /** Delivers rows until a process acknowledges them, as LINE does with a webhook. */
  readonly deliver: (rows: readonly NewRow[]) => Promise<void>;
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
  readonly onLog: (entry: LogEntry) => void;
};

/** A webhook that is not answered by then is delivered again, in milliseconds. */
const webhookPatience = 1000;

export function createCrew({ task, line, dice, strikes, processes, onLog }: CrewOptions): Crew {
  const members: (Member | undefined)[] = Array.from({ length: processes }, () => undefined);
  const struck: string[] = [];
  let lives = 0;
  let stepsLeft = 40 + dice(60);
  let isOver = false;
  const keys = members.map(() => task.dataKeys);

  const resumeAll = () => {
    for (const member of members) member?.resume();
  };

  function strike(at: string, member: Member): void {
    stepsLeft -= 1;
    if (stepsLeft > 0 || struck.length >= strikes || isOver) return;
    stepsLeft = 20 + dice(80);
    // One of them always works, or starts; who was paused is woken by the next strike at the latest.
    const kind = struck.length % 2 === 0 && !members.some((one) => one?.isPaused()) ? 'pause' : 'kill';
    struck.push(`${kind} ${at}`);
    resumeAll();
    member[kind]();
  }

  async function startIn(place: number): Promise<void> {
    lives += 1;
    const name = `member-${place}-${lives}`;
    const member = await startMember({
      task: { ...task, name, dataKeys: keys[place] ?? task.dataKeys },
      line,
      onLog: learn,
      onStep: strike,
    });
    members[place] = member;
    void member.exited.then(async () => {
      members[place] = undefined;
      while (!isOver && !members[place]) await startIn(place).catch(() => {});
    });
  }

  /** When another took its partitions over, a paused process wakes to find them gone. */
  function learn(entry: LogEntry): void {
    onLog(entry);
    if (entry.code === 'partitionsGained') resumeAll();
  }

  return {
    struck,
    resumeAll,
    start: async () => void (await Promise.all(members.map((_, place) => startIn(place)))),

    async rotate(dataKeys) {
      for (const place of members.keys()) {
        keys[place] = dataKeys;
        const before = members[place];
        resumeAll();
        before?.end();
        await before?.exited;
        // The crew starts whoever ended anew.
        while (!isOver && (!members[place] || members[place] === before)) await sleep(20);
      }
    },

    async deliver(rows) {
      while (!isOver) {
        const member = members[dice(processes)];
        const patience = new AbortController();
        const answer = member?.accept(rows) ?? Promise.resolve(false);
        const late = sleep(webhookPatience, false, { signal: patience.signal }).catch(() => false);
        const isDurable = await Promise.race([answer, late]);
        patience.abort();
        if (isDurable) return;
        await sleep(20);
      }
    },

    async end() {
      isOver = true;
      const left = members.flatMap((member) => member ?? []);
      for (const member of left) member.kill();
      await Promise.all(left.map(({ exited }) => exited));
    },
  };
}
