import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../start/database.ts';

export type Output = {
  /** A result, for people. Left out with --json. */
  readonly say: (line: string) => void;
  /** Something that the operator should know; never part of the result. */
  readonly warn: (line: string) => void;
};

/**
 * Runs a command on the database and prints what it gives back: lines for people, or with --json one JSON line.
 * The database is the one of MONGODB_URI, else a running trial's, else it is started for the command's own life.
 */
export async function runOnDatabase(
  { json = false }: { readonly json?: boolean },
  work: (database: Database, output: Output) => Promise<unknown>,
): Promise<void> {
  const warn = (line: string) => void process.stderr.write(`${line}\n`);
  const database = await openDatabase(readConfig(), { owner: 'command', progress: warn });
  try {
    const output = { say: json ? () => {} : print, warn };
    const result = await work(database, output);
    if (json) print(JSON.stringify(result));
  } finally {
    await database.close();
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
