import type { mongo } from 'mongoose';

/** Milliseconds that one request of a watch waits for news, and so how long its end may take. */
const longestWait = 250;

/**
 * Calls back for every document that is inserted into a collection from now on and fits a filter. The driver goes
 * on by itself after what it can get over; anything else ends the watch with `onBreak`.
 */
export async function watchInserts<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  filter: mongo.Document,
  onInsert: (document: unknown) => void,
  onBreak: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const fits = Object.fromEntries(
    Object.entries(filter).map(([field, test]) => [`fullDocument.${field}`, test]),
  );
  const stream = collection.watch<D, mongo.ChangeStreamInsertDocument<D>>(
    [{ $match: { operationType: 'insert', ...fits } }, { $project: { fullDocument: 1 } }],
    { maxAwaitTimeMS: longestWait },
  );
  // The stream begins with its first request, so what is inserted after this is seen.
  const first = await stream.tryNext();
  let stopped = false;
  const follow = async () => {
    if (first) onInsert(first.fullDocument);
    while (!stopped) onInsert((await stream.next()).fullDocument);
  };
  follow().catch((error: unknown) => {
    if (!stopped) onBreak(error);
  });
  return async () => {
    stopped = true;
    await stream.close();
  };
}
