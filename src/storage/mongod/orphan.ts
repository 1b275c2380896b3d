import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark } from './processMark.ts';

const pollMs = 50;

/** Resolves to whether the process was gone in time. */
export async function gone(mark: ProcessMark, patience: number): Promise<boolean> {
  for (const end = performance.now() + patience; isRunning(mark); await sleep(pollMs))
    if (performance.now() > end) return false;
  return true;
}

/** Ends a mongod whose owner was killed: politely first, so that it need not recover. */
export async function endOrphan(mongod: ProcessMark): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isRunning(mongod)) return;
    process.kill(mongod.pid, signal);
    if (await gone(mongod, 10_000)) return;
  }
}

/**
 * A mongod whose owner was killed before it could record it is about to be ended by its watchman. mongod writes its
 * id into the folder, and leaves it there when it crashes: so whoever has that id by now is waited for, but not long.
 */
export async function awaitUnrecorded(dbPath: string): Promise<void> {
  const pid = Number(await readFile(join(dbPath, 'mongod.lock'), 'utf8').catch(() => ''));
  const mark = pid > 0 ? markOf(pid) : undefined;
  if (mark) await gone(mark, 5000);
}
