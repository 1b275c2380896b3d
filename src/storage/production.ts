import type { mongo } from 'mongoose';

const meta = (db: mongo.Db) => db.collection<{ _id: string; since?: Date }>('meta');

/** Marks a database as one that holds real people, for good. */
export async function markProduction(db: mongo.Db, now: Date): Promise<void> {
  await meta(db).updateOne({ _id: 'production' }, { $setOnInsert: { since: now } }, { upsert: true });
}

/** Whether a production process has ever used a database. */
export const isProduction = async (db: mongo.Db): Promise<boolean> =>
  (await meta(db).findOne({ _id: 'production' })) !== null;
