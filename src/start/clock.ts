import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../kernel/store.ts';
import { trialFiles } from './trialFiles.ts';

/** The real time, shifted by as many milliseconds as a trial's clock is behind it. */
export function clockAt(offset: number): Clock {
  return {
    now: () => new Date(Date.now() + offset),
    monotonic: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done);
      }),
  };
}

const kept = z.object({ offset: z.number(), mongodbUri: z.string().optional() });

const fileOf = (dataDir: string): string => join(dataDir, trialFiles.clock);

/** The shift that a trial's clock has on these data and this database; restarts and commands share it. */
export async function keptOffset(
  dataDir: string,
  mongodbUri: string | undefined,
): Promise<number | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  const clock = text === undefined ? undefined : kept.parse(JSON.parse(text));
  return clock && clock.mongodbUri === mongodbUri ? clock.offset : undefined;
}

export async function keepOffset(
  dataDir: string,
  mongodbUri: string | undefined,
  offset: number,
): Promise<void> {
  const file = fileOf(dataDir);
  await writeFile(`${file}.new`, JSON.stringify({ offset, mongodbUri }));
  await rename(`${file}.new`, file);
}
