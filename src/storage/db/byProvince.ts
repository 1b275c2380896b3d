import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { z } from 'zod';
import { isDuplicate } from './duplicates.ts';

type MarkDocument = {
  readonly _id: string;
  readonly of: string;
  readonly province: string;
  readonly mark: string;
};

const stored = z.object({ province: z.string(), mark: z.string() });

/** Another mark of a province each time that something of it was written; `of` tells what. */
export type Marks = {
  readonly changed: (of: string, province: string) => Promise<void>;
  readonly of: (of: string) => Promise<ReadonlyMap<string, string>>;
};

export const markIndexes: readonly mongo.IndexDescription[] = [{ key: { of: 1 }, name: 'of' }];

export function openMarks(db: mongo.Db): Marks {
  const marks = db.collection<MarkDocument>('marks');
  return {
    async changed(of, province) {
      const write = () =>
        marks.updateOne(
          { _id: `${of}:${province}` },
          { $set: { of, province, mark: randomUUID() } },
          // A mark that is lost with its primary is another mark again, which is all that counts.
          { upsert: true, writeConcern: { w: 1, j: false } },
        );
      await write().catch((error: unknown) => {
        // Two first marks at once: one is there now.
        if (!isDuplicate(error)) throw error;
        return write();
      });
    },
    async of(of) {
      // Seen at once by whoever asks next, and not only once most members of the replica set have it.
      const options = { projection: { province: 1, mark: 1 }, readConcern: { level: 'local' } } as const;
      const found = await marks.find({ of }, options).toArray();
      return new Map(
        found.map((document) => {
          const { province, mark } = stored.parse(document);
          return [province, mark];
        }),
      );
    },
  };
}

/** For how long rows are trusted at most, in milliseconds, should a process have died between a write and its mark. */
const trusted = 10 * 60_000;

type Kept<T> = { readonly mark: string; readonly until: number; readonly rows: readonly T[] };

/**
 * Small rows by province, read again only where the mark of a province is another. The marks are read before the rows,
 * and set after what they are about, so rows are never older than their mark says. `load` reads all provinces but some.
 */
export function rowsByProvince<T extends { readonly province: string }>(
  marks: Marks,
  now: () => Date,
  load: (of: string, but: readonly string[]) => Promise<readonly T[]>,
  order: (one: T, other: T) => number,
) {
  const kept = new Map<string, Map<string, Kept<T>>>();
  /** As they were given last: while nothing is written everybody gets the same list. */
  const given = new Map<string, readonly T[]>();
  return async (of: string): Promise<readonly T[]> => {
    const present = await marks.of(of);
    const at = now().getTime();
    const own = kept.get(of) ?? new Map<string, Kept<T>>();
    kept.set(of, own);
    const fresh = [...own].filter(
      ([province, { mark, until }]) => present.get(province) === mark && until > at,
    );
    const loaded = new Map<string, T[]>();
    const rowsRead = await load(
      of,
      fresh.map(([province]) => province),
    );
    for (const row of rowsRead) {
      const rows = loaded.get(row.province);
      if (rows) rows.push(row);
      else loaded.set(row.province, [row]);
    }
    for (const [province, rows] of loaded) {
      const mark = present.get(province);
      if (mark !== undefined) own.set(province, { mark, until: at + trusted, rows });
    }
    const last = given.get(of);
    if (last && rowsRead.length === 0 && fresh.length === own.size) return last;
    const all = [...fresh.flatMap(([, { rows }]) => rows), ...rowsRead].sort(order);
    given.set(of, all);
    return all;
  };
}
