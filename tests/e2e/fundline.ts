import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const repo = join(import.meta.dirname, '../..');

/** The command line of the product in these settings; what it prints, and a rejection where it exits with a fault. */
export function commandLine(env: Record<string, string>): (...words: string[]) => Promise<string> {
  return async (...words) => {
    const args = ['--import', 'tsx', 'src/cli.ts', ...words];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repo, env });
    return stdout.trim();
  };
}
