import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { compareVersions, oldestVersion } from './version.ts';

/** A mongod that runs on this machine. */
export type Mongod = { readonly binary: string; readonly version: string };

const run = promisify(execFile);

/** Runs `mongod --version`, which fails where a library or a processor feature is missing. */
export async function examineMongod(binary: string): Promise<Mongod> {
  const { stdout } = await run(binary, ['--version'], { timeout: 10_000 }).catch((error: unknown) => {
    throw new LocalMongodProblem(`${binary} does not run: ${reasonOf(error)}`);
  });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined) throw new LocalMongodProblem(`${binary} is not a mongod`);
  if (compareVersions(version, oldestVersion) < 0)
    throw new LocalMongodProblem(`${binary} is MongoDB ${version}; ${oldestVersion} or later is needed`);
  return { binary, version };
}
