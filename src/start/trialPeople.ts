import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SimPerson } from '../simulator/index.ts';
import { trialFiles } from './trialFiles.ts';

const kept = z.array(
  z.object({
    userId: z.string(),
    name: z.string(),
    note: z.string().exactOptional(),
    language: z.string().exactOptional(),
  }),
);

const fileOf = (dataDir: string): string => join(dataDir, trialFiles.people);

/** The people of the stand-in as they were when the trial stopped; at first the sample ones. */
export async function keptPeople(
  dataDir: string,
  samples: readonly SimPerson[],
): Promise<readonly SimPerson[]> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (text !== undefined) return kept.parse(JSON.parse(text));
  return samples.map(({ userId, name, note }) => ({ userId, name, ...(note ? { note } : {}) }));
}

export async function keepPeople(dataDir: string, people: readonly SimPerson[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileOf(dataDir), JSON.stringify(people));
}
