import type { TestProject } from 'vitest/node';
import { readHostEnv } from '../../src/config.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import { startMongod } from '../../src/storage/mongod/startMongod.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    mongodbUri: string;
  }
}

/** One MongoDB for the whole run: MONGODB_URI where it is given, else a local one that is thrown away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const host = readHostEnv();
  if (host.mongodbUri !== undefined) {
    project.provide('mongodbUri', host.mongodbUri);
    return async () => {};
  }
  const progress = (message: string) => void process.stderr.write(`${message}\n`);
  const mongod = await findMongod({ host, progress, now: Date.now });
  const { uri, stop } = await startMongod({ mongod, testCommands: true });
  project.provide('mongodbUri', uri);
  return stop;
}
