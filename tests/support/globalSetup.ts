import type { TestProject } from 'vitest/node';
import { readHostEnv } from '../../src/config.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import { startMongod } from '../../src/storage/mongod/startMongod.ts';
import { buildPrograms } from './built.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    mongodbUri: string;
    /** The folder of the built programs. */
    programs: string;
  }
}

/** One build of the programs and one MongoDB for the whole run: MONGODB_URI where it is given, else a local one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await buildPrograms();
  project.provide('programs', folder);
  const stop = await provideMongodb(project);
  return async () => {
    await stop();
    await remove();
  };
}

async function provideMongodb(project: TestProject): Promise<() => Promise<void>> {
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
