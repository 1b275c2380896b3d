import { mongo } from 'mongoose';

const duplicateKey = 11000;

/** Whether a single write met a key that is there already. */
export const isDuplicate = (error: unknown): error is mongo.MongoServerError =>
  error instanceof mongo.MongoServerError && error.code === duplicateKey;

/**
 * The places in an unordered batch that met a key which is there already; all others were written. Any other
 * failure is thrown: what was written is then unknown.
 */
export async function duplicatesIn(batch: Promise<unknown>): Promise<readonly number[]> {
  try {
    await batch;
    return [];
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failures = error.result.getWriteErrors();
    const onlyDuplicates = failures.length > 0 && failures.every(({ code }) => code === duplicateKey);
    if (!onlyDuplicates || error.result.getWriteConcernError() || endOf(error)) throw error;
    return failures.map(({ index }) => index);
  }
}

/** What ended a batch before all of it was answered; the driver hides it in an error of its own. */
export function endOf({ errorResponse }: mongo.MongoBulkWriteError): Error | undefined {
  const hidden: unknown = errorResponse;
  return hidden instanceof Error ? hidden : undefined;
}
