import type { mongo } from 'mongoose';
import type { Perform } from '../../src/app/ports.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { noticesOf, submission } from '../app/toy.ts';

type Count = {
  readonly _id: 'count';
  readonly rev: number;
  readonly totals: { readonly [intent: string]: number };
};

const counts = (db: mongo.Db) => db.collection<Count>('sharedCount');
export const beginCount = (db: mongo.Db) => counts(db).insertOne({ _id: 'count', rev: 0, totals: {} });

export async function readCount(db: mongo.Db): Promise<Count> {
  const count = await counts(db).findOne({ _id: 'count' });
  if (!count) throw new Error('the count was not begun');
  return count;
}

/** The record that all submissions meet at, written only where its revision is still the same. */
export function createStoredCount(db: mongo.Db, people: readonly PersonId[]): Perform {
  async function totalOf(intent: string): Promise<number> {
    for (;;) {
      const { rev, totals } = await readCount(db);
      const known = totals[intent];
      if (known !== undefined) return known;
      const total = Object.keys(totals).length + 1;
      const next = { $set: { rev: rev + 1, totals: { ...totals, [intent]: total } } };
      const written = await counts(db).updateOne({ _id: 'count', rev }, next);
      if (written.matchedCount === 1) return total;
    }
  }

  return async ({ id, by }) => ({
    outcome: submission(await totalOf(id)),
    notices: noticesOf(by.id, people),
  });
}
