import type { Clock, Store } from '../app/ports.ts';
import type { RunId } from '../programme/job/job.ts';

/** A process that does not renew its claim for so long, in milliseconds, is taken for dead. */
export const claimLife = 10_000;
const renewal = claimLife / 4;

type ClaimParts = { readonly store: Pick<Store, 'runs'>; readonly clock: Pick<Clock, 'sleep' | 'monotonic'> };

/** Asks, as often as one likes, whether a run is still this process's, and keeps it so. */
export function createKeep({ store, clock }: ClaimParts, run: RunId): () => Promise<boolean> {
  let keptAt = Number.NEGATIVE_INFINITY;
  let isMine = true;
  return async () => {
    const now = clock.monotonic();
    if (!isMine || now - keptAt < renewal) return isMine;
    keptAt = now;
    isMine = await store.runs.keep(run, claimLife);
    return isMine;
  };
}

/** Keeps the claim of a run while something takes its time; false when another process took the run meanwhile. */
export async function keepDuring(
  { store, clock }: ClaimParts,
  run: RunId,
  work: () => Promise<void>,
): Promise<boolean> {
  const over = new AbortController();
  let isMine = true;
  const renew = async () => {
    while (isMine && !over.signal.aborted) {
      await clock.sleep(renewal, over.signal);
      isMine = await store.runs.keep(run, claimLife);
    }
  };
  await Promise.all([work().finally(() => over.abort()), renew()]);
  return isMine;
}
