import type { Done, Lane } from '../lane/lane.ts';
import { createBatcher } from '../process/batcher.ts';
import type { Persist } from '../process/patience.ts';
import type { Surroundings } from '../process/surroundings.ts';

/** Finishes rows of a lane, gathered across lanes; never gives up while the process lives. */
export type Finish = (lane: Lane, rows: readonly Done[]) => Promise<void>;

export function createFinish(
  { store, isOutage, limits }: Pick<Surroundings, 'store' | 'isOutage' | 'limits'>,
  persist: Persist,
): Finish {
  const finish = createBatcher(
    async (rows: readonly Done[]) => {
      await store.inbox.finish(rows);
      return rows.map(() => undefined);
    },
    { max: limits.batch, isOutage },
  );

  return async (lane, rows) => {
    for (const { id } of rows) lane.finishing.add(id);
    try {
      await persist('finish', () => Promise.all(rows.map(finish)));
      for (const { id } of rows) lane.unfinished.delete(id);
    } finally {
      for (const { id } of rows) lane.finishing.delete(id);
    }
  };
}
