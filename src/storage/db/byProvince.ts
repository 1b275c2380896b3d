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
  const next = new Map<string, Promise<ReadonlyMap<string, string>>>();
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
    of(of) {
      const waiting = next.get(of);
      if (waiting) return waiting;
      // Whoever asks before the question has left hears the same answer: a summary asks three times at once.
      const asked = Promise.resolve().then(() => {
        next.delete(of);
        return read(of);
      });
      next.set(of, asked);
      return asked;
    },
  };

  async function read(of: string): Promise<ReadonlyMap<string, string>> {
    // Seen at once by whoever asks next, and not only once most members of the replica set have it.
    const options = { projection: { province: 1, mark: 1 }, readConcern: { level: 'local' } } as const;
    const found = await marks.find({ of }, options).toArray();
    return new Map(
      found.map((document) => {
        const { province, mark } = stored.parse(document);
        return [province, mark];
      }),
    );
  }
}

/** For how long rows are trusted at most, in milliseconds, should a process have died between a write and its mark. */
const trusted = 10 * 60_000;

type Kept<T> = { readonly mark: string | undefined; readonly until: number; readonly rows: readonly T[] };

/** All rows of a nation, and of which parts they were put together. */
type Whole<T> = { readonly parts: readonly Kept<T>[]; readonly rows: readonly T[] };

/** Which rows are kept: those of a year, say. */
export type Rows<K, T> = {
  /** What the marks of these rows are about. */
  readonly markOf: (key: K) => string;
  /** Reads the rows of all provinces but some. */
  readonly load: (key: K, but: readonly string[]) => Promise<readonly T[]>;
  readonly order: (one: T, other: T) => number;
};

/**
 * Small rows by province, read again only where the mark of a province is another. The marks are read before the rows,
 * and set after what they are about, so rows are never older than their mark says. While nothing is written nothing but
 * marks is read, and everybody gets the same list.
 */
export function rowsByProvince<K, T extends { readonly province: string }>(
  { marks, clock }: { readonly marks: Marks; readonly clock: () => Date },
  { markOf, load, order }: Rows<K, T>,
) {
  const kept = new Map<string, Map<string, Kept<T>>>();
  /** Until when each list is trusted to have all provinces in it. */
  const complete = new Map<string, number>();
  const given = new Map<string, Whole<T>>();
  return async (key: K): Promise<readonly T[]> => {
    const of = markOf(key);
    const present = await marks.of(of);
    const at = clock().getTime();
    const own = kept.get(of) ?? new Map<string, Kept<T>>();
    kept.set(of, own);
    const fresh = [...own].filter(
      ([province, { mark, until }]) => present.get(province) === mark && until > at,
    );
    const isFresh = fresh.length === present.size && (complete.get(of) ?? 0) > at;
    const known = fresh.map(([province]) => province);
    const rowsRead = isFresh ? [] : await load(key, known);
    const found = byProvince(rowsRead);
    const read = [...new Set([...present.keys(), ...found.keys()])]
      .filter((province) => !known.includes(province))
      .map((province) => {
        const part = { mark: present.get(province), until: at + trusted, rows: found.get(province) ?? [] };
        if (part.mark !== undefined) own.set(province, part);
        return part;
      });
    // Rows without a mark are read each time: nothing would tell that they changed.
    if (!isFresh) complete.set(of, read.every(({ mark }) => mark !== undefined) ? at + trusted : 0);
    const parts = [...fresh.map(([, part]) => part), ...read];
    const last = given.get(of);
    // Somebody else may have put a list together meanwhile, of other parts.
    if (last?.parts.length === parts.length && parts.every((part, place) => part === last.parts[place]))
      return last.rows;
    const whole = { parts, rows: parts.flatMap(({ rows }) => rows).sort(order) };
    given.set(of, whole);
    return whole.rows;
  };
}

function byProvince<T extends { readonly province: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.province);
    if (own) own.push(row);
    else found.set(row.province, [row]);
  }
  return found;
}
