import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A source that failed is left alone for a day, so that not every start waits for it. */
const restMs = 24 * 3600 * 1000;

const failures = z.record(z.string(), z.object({ at: z.number(), reason: z.string() }));
type Failures = z.output<typeof failures>;

/** Why a source failed within the last day, if it did. */
export async function recentFailure(file: string, source: string, now: number): Promise<string | undefined> {
  const failure = (await read(file))[source];
  return failure && now >= failure.at && now - failure.at < restMs ? failure.reason : undefined;
}

export async function rememberFailure(
  file: string,
  source: string,
  reason: string,
  now: number,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...(await read(file)), [source]: { at: now, reason } }, null, 2));
}

/** A damaged file is as good as none. */
async function read(file: string): Promise<Failures> {
  try {
    return failures.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}
