import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isRunning, markOf, processMark } from './processMark.ts';

const holder = z.object({ holder: processMark, turn: z.string() });
const pollMs = 50;

/** Does the work while no other process does work under the same lock file; a lock whose process is gone is void. */
export async function withLock<T>(
  file: string,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const turn = randomUUID();
  const mine = JSON.stringify({ holder: markOf(process.pid), turn });
  const draft = `${file}.${turn}`;
  await writeFile(draft, mine);
  try {
    await acquire(file, draft, onWait);
    return await work();
  } finally {
    await rm(draft, { force: true });
    if ((await contentOf(file)) === mine) await rm(file, { force: true });
  }
}

async function acquire(file: string, draft: string, onWait: (pid: number) => void): Promise<void> {
  let waited = false;
  while (!(await linked(draft, file))) {
    const content = await contentOf(file);
    const pid = content === undefined ? undefined : livingHolder(content);
    if (pid !== undefined) {
      if (!waited) onWait(pid);
      waited = true;
      await sleep(pollMs);
    } else if (content !== undefined) await bury(file, content);
  }
}

/** A link appears whole or not at all, and for one process only. */
async function linked(draft: string, file: string): Promise<boolean> {
  return link(draft, file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

function livingHolder(content: string): number | undefined {
  const parsed = holder.safeParse(parseJson(content));
  return parsed.success && isRunning(parsed.data.holder) ? parsed.data.holder.pid : undefined;
}

/** Takes a void lock away; if another process was faster and has its own lock there by now, that is put back. */
async function bury(file: string, seen: string): Promise<void> {
  const grave = `${file}.${randomUUID()}`;
  await rename(file, grave).catch(ignoreMissing);
  const buried = await contentOf(grave);
  if (buried !== undefined && buried !== seen) await linked(grave, file);
  await rm(grave, { force: true });
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
