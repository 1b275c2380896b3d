import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Connected, type ConnectOptions, connect } from '../../src/storage/db/connect.ts';

export type TestDatabase = Connected & {
  /** Opens the same database for another process or connection. */
  readonly uri: string;
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
  return { ...connected, uri, close };
}
