/** Tries of a work before it is found too much: one may be the first, not compiled yet, or clear somebody's rubbish. */
const tries = 3;

/**
 * Whether a work takes at most so many times the effort of a million steps of a loop. Both are CPU time of this process,
 * measured one after the other: what else runs on the machine slows both or neither.
 */
export function isWithin(millions: number, work: () => void): boolean {
  for (let tried = 0; tried < tries; tried += 1) {
    const unit = cpuOf(millionSteps);
    if (cpuOf(work) <= millions * unit) return true;
  }
  return false;
}

/** CPU time, in microseconds. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

let steps = 0;
function millionSteps(): void {
  for (let n = 0; n < 1_000_000; n += 1) steps = (steps * 31 + n) | 0;
}
