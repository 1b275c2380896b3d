import type { EventId } from '../../engine/ids.ts';
import type { NewRow } from '../ports.ts';
import { createBatcher } from '../process/batcher.ts';
import type { Surroundings } from '../process/surroundings.ts';

/** Makes rows durable; resolves to those that nobody knew before. */
export type Insert = (rows: readonly NewRow[]) => Promise<readonly NewRow[]>;

/** Rows of all who insert at the same time share a round trip. */
export function createInsert({
  store,
  isOutage,
  limits,
}: Pick<Surroundings, 'store' | 'isOutage' | 'limits'>): Insert {
  const insert = createBatcher(
    async (rows: readonly NewRow[]) => {
      const fresh = new Set<EventId>(await store.inbox.insert(rows));
      return rows.map(({ id }) => fresh.has(id));
    },
    { max: limits.batch, isOutage },
  );
  return async (rows) => {
    const isNew = await Promise.all(rows.map(insert));
    return rows.filter((_, place) => isNew[place]);
  };
}
