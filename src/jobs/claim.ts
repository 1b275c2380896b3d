import type { Store } from '../app/ports.ts';
import type { Clock } from '../kernel/store.ts';
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

/**
 * Keeps the claim of a run while something takes its time. Resolves to false when another process took the run
 * meanwhile, and fails where the claim could not be kept; `lost` tells the work of both, so that it goes no further.
 * Either way nothing of the work is under way any more.
 */
export async function keepDuring(
  { store, clock }: ClaimParts,
  run: RunId,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const over = new AbortController();
  const lost = new AbortController();
  const renew = async () => {
    try {
      while (!lost.signal.aborted && !over.signal.aborted) {
        await clock.sleep(renewal, over.signal);
        if (!(await store.runs.keep(run, claimLife))) lost.abort();
      }
    } catch (error) {
      lost.abort();
      throw error;
    }
  };
  const ends = await Promise.allSettled([work(lost.signal).finally(() => over.abort()), renew()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return !lost.signal.aborted;
}
