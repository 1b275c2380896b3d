import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalMongodProblem } from './problem.ts';
import { processMark } from './processMark.ts';

/** A trial lives on; a command is over soon, and its mongod with it. */
const owners = ['trial', 'command'] as const;
export type Owner = (typeof owners)[number];

/** What DATA_DIR remembers of its mongod. It is not told when that stops, but knows which process to look for. */
const mongodRecord = z.object({
  binary: z.string(),
  version: z.string(),
  /** Kept, since a replica set remembers it. */
  port: z.int(),
  uri: z.string(),
  mongod: processMark,
  owner: processMark.extend({ kind: z.enum(owners) }),
});
export type MongodRecord = Readonly<z.output<typeof mongodRecord>>;

export const recordFile = (dataDir: string): string => join(dataDir, 'mongod.json');

export async function readRecord(dataDir: string): Promise<MongodRecord | undefined> {
  const file = recordFile(dataDir);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (text === undefined) return undefined;
  try {
    return mongodRecord.parse(JSON.parse(text));
  } catch {
    throw new LocalMongodProblem(
      `${file} is damaged. Begin anew, without the kept data: npm start -- --fresh`,
    );
  }
}

export async function writeRecord(dataDir: string, record: MongodRecord): Promise<void> {
  const draft = `${recordFile(dataDir)}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`);
  await rename(draft, recordFile(dataDir));
}
