import type { mongo } from 'mongoose';

export type RestWatch = { readonly look: () => Promise<void>; readonly stop: () => Promise<void> };

/** How many rows, and people with effects, are not done with. */
export const leftIn = async (db: mongo.Db) => ({
  pending: await db.collection('inbox').countDocuments({ pending: true }),
  unsettled: await db.collection('persons').countDocuments({ unsettledSince: { $exists: true } }),
});

/** Looks after every change of a database whether anything is left to do in it, and tells when nothing is. */
export function watchForRest(db: mongo.Db, onRest: () => void): RestWatch {
  const stream = db.watch();
  let isLooking = false;
  let looksAgain = false;

  async function look(): Promise<void> {
    looksAgain = true;
    if (isLooking) return;
    isLooking = true;
    while (looksAgain) {
      looksAgain = false;
      const { pending, unsettled } = await leftIn(db);
      if (pending + unsettled === 0) onRest();
    }
    isLooking = false;
  }

  stream.on('change', () => void look());
  return { look, stop: () => stream.close() };
}
