import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { builtProgram } from '../support/built.ts';

export const repo = join(import.meta.dirname, '../..');

/** The path of a program that is run in a process of its own. */
export const program = (source: string): string => builtProgram(inject('programs'), source);

/** The command line of the product in these settings; what it prints, and a rejection where it exits with a fault. */
export function commandLine(env: Record<string, string>): (...words: string[]) => Promise<string> {
  return async (...words) => {
    const args = [program('src/cli.ts'), ...words];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repo, env });
    return stdout.trim();
  };
}
