import type { Clock, Store } from '../app/ports.ts';
import type { RunId } from '../domain/job/job.ts';

/** A process that does not renew its claim for so long, in milliseconds, is taken for dead. */
export const claimLife = 10_000;

type ClaimParts = { readonly store: Pick<Store, 'runs'>; readonly clock: Pick<Clock, 'sleep'> };

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
      await clock.sleep(claimLife / 4, over.signal);
      isMine = await store.runs.keep(run, claimLife);
    }
  };
  await Promise.all([work().finally(() => over.abort()), renew()]);
  return isMine;
}
