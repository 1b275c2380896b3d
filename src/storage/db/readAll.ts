import type { mongo } from 'mongoose';

/** Documents are read so many at a time: between two batches whatever else waits has its turn. */
const batchSize = 200;

/** Reads a long list of documents without holding up everybody else meanwhile. */
export async function readAll<D extends mongo.Document, T>(
  found: mongo.FindCursor<D>,
  toValue: (document: D) => T,
): Promise<T[]> {
  const all: T[] = [];
  for await (const document of found.batchSize(batchSize)) all.push(toValue(document));
  return all;
}
