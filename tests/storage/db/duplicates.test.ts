import { mongo } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { duplicatesIn } from '../../../src/storage/db/duplicates.ts';

type Failure = { readonly index: number; readonly code: number };

/** What the driver throws when some places of a batch failed, or when it was cut off after them. */
function failed(failures: readonly Failure[], cutOffBy?: Error, concern?: object): Promise<never> {
  const result = { getWriteErrors: () => failures, getWriteConcernError: () => concern };
  const error = cutOffBy ?? { message: 'x', code: 11000, writeErrors: failures };
  return Promise.reject(new mongo.MongoBulkWriteError(error as never, result as never));
}

const known = { index: 3, code: 11000 };

describe('a batch', () => {
  test('that was written whole met no duplicates', async () => {
    expect(await duplicatesIn(Promise.resolve('anything'))).toEqual([]);
  });

  test('tells the places whose key was there already', async () => {
    expect(await duplicatesIn(failed([known, { index: 5, code: 11000 }]))).toEqual([3, 5]);
  });

  test('that failed in another way besides is not taken for written', async () => {
    const cut = new mongo.MongoNetworkError('cut off');
    await expect(duplicatesIn(failed([known, { index: 4, code: 10334 }]))).rejects.toThrow();
    await expect(duplicatesIn(failed([known], cut))).rejects.toThrow();
    await expect(duplicatesIn(failed([known], undefined, { code: 64 }))).rejects.toThrow();
    await expect(duplicatesIn(failed([]))).rejects.toThrow();
    await expect(duplicatesIn(Promise.reject(cut))).rejects.toBe(cut);
  });
});
