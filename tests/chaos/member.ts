import { type ChildProcess, fork } from 'node:child_process';
import { inject } from 'vitest';
import type { Line, NewRow } from '../../src/app/ports.ts';
import type { LogEntry } from '../../src/kernel/outside.ts';
import { builtProgram } from '../support/built.ts';
import type { FromWorker, Task, ToWorker } from './messages.ts';

/** A real process of the bot, and what its parent may do to it. */
export type Member = {
  readonly task: Task;
  /** Resolves when it works; rejects where it ends before. */
  readonly up: Promise<void>;
  readonly accept: (rows: readonly NewRow[]) => Promise<boolean>;
  readonly kill: () => void;
  /** Lets it finish what it began. */
  readonly end: () => void;
  /** Stops it as it stands, for some seconds at most. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly isPaused: () => boolean;
  readonly exited: Promise<void>;
};

export type MemberOptions = {
  readonly task: Task;
  readonly line: Line;
  readonly onLog: (entry: LogEntry) => void;
  /** At every call to the database, before it and after it. */
  readonly onStep: (at: string, member: Member) => void;
};

/** Longer than a lease lives, in milliseconds. */
const longestPause = 5000;

/** Starts a process, which may be struck before it works. */
export function startMember({ task, line, onLog, onStep }: MemberOptions): Member {
  const program = builtProgram(inject('programs'), 'tests/chaos/worker.ts');
  const child = fork(program, [JSON.stringify(task)], { serialization: 'advanced', execArgv: [] });
  const accepts = new Map<number, (isDurable: boolean) => void>();
  let calls = 0;
  let paused = false;

  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const answer of accepts.values()) answer(false);
      resolve();
    });
  });
  function resume(): void {
    if (paused) child.kill('SIGCONT');
    paused = false;
  }

  let isUp = () => {};
  const up = new Promise<void>((resolve, reject) => {
    isUp = resolve;
    child.once('error', reject);
    void exited.then(() => reject(new Error(`${task.name} ended before it worked`)));
  });
  const member: Member = {
    task,
    up,
    exited,
    isPaused: () => paused,
    accept: (rows) =>
      new Promise((resolve) => {
        calls += 1;
        accepts.set(calls, resolve);
        if (!post(child, { kind: 'accept', call: calls, rows })) resolve(false);
      }),
    kill: () => void child.kill('SIGKILL'),
    end: () => void post(child, { kind: 'end' }),
    pause: () => {
      paused = child.kill('SIGSTOP');
      setTimeout(resume, longestPause);
    },
    resume,
  };

  child.on('message', async (message: FromWorker) => {
    switch (message.kind) {
      case 'up':
        return isUp();
      case 'accepted':
        accepts.get(message.call)?.(message.isDurable);
        return accepts.delete(message.call);
      case 'reply':
      case 'push': {
        const delivery = await callLine(line, message);
        return post(child, { kind: 'delivery', call: message.call, delivery });
      }
      case 'log':
        return onLog(message.entry);
      case 'step':
        return onStep(message.at, member);
      default:
        return message satisfies never;
    }
  });
  return member;
}

const callLine = (line: Line, message: Extract<FromWorker, { kind: 'reply' | 'push' }>) =>
  message.kind === 'reply'
    ? line.reply(message.token, message.messages, message.silent)
    : line.push(message.to, message.messages, message.key, message.silent);

/** What is sent to a process that just died is lost, as on any wire. */
function post(child: ChildProcess, message: ToWorker): boolean {
  if (!child.connected) return false;
  child.send(message, () => {});
  return true;
}
