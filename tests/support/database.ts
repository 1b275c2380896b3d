import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Connected, type ConnectOptions, connect } from '../../src/storage/db/connect.ts';

export type TestDatabase = Connected & {
  /** Opens the same database for another process or connection. */
  readonly uri: string;
  /** Takes out what the tests put in; collections and indexes stay, whose making costs more than most tests. */
  readonly empty: () => Promise<void>;
};

/** A new, empty database of its own; `close` drops it. */
export async function freshDatabase(options: ConnectOptions = {}): Promise<TestDatabase> {
  const name = `test-${randomUUID()}`;
  const uri = inject('mongodbUri').replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
  const connected = await connect(uri, { allowOld: true, ...options });
  const close = async () => {
    await connected.db.dropDatabase();
    await connected.close();
  };
  const empty = async () => {
    const collections = await connected.db.collections();
    const ofTests = collections.filter(({ collectionName }) => !['meta', 'leases'].includes(collectionName));
    await Promise.all(ofTests.map((collection) => collection.deleteMany({})));
  };
  return { ...connected, uri, empty, close };
}
