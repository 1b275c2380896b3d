import { readFileSync, statfsSync } from 'node:fs';

const memory = '/dev/shm';
/** The files of all MongoDBs that a run opens at a time, with much to spare. */
const enoughBytes = 4 * 1024 ** 3;

/**
 * Where files of tests lie: in memory where the machine has room for them, as a disk is waited for at each write and
 * none of it is meant to last; else where the system puts what is temporary.
 */
export function memoryFolder(): { readonly TMPDIR?: string } {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enoughBytes && runsPrograms() ? { TMPDIR: memory } : {};
  } catch {
    return {};
  }
}

/** Some tests put programs of their own there. */
const runsPrograms = (): boolean =>
  !readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .some((line) => line.includes(` ${memory} `) && line.includes('noexec'));
