import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { EnvHttpProxyAgent, request } from 'undici';
import type { HostEnv } from '../../config.ts';
import { LocalMongodProblem, reasonOf } from './problem.ts';
import { connectMs, fetchMs, type Progress, type Source } from './source.ts';

/** MongoDB's own builds for this system, fetched by mongodb-memory-server, which also checks their digest. */
export const downloadSite: Source = {
  name: "MongoDB's download site",
  unfit: async () => undefined,
  fetch: async (host, folder, progress) => {
    await probe(host.downloadSite, connectMs);
    return download(host, folder, progress);
  },
};

/** Any answer will do: mongodb-memory-server itself would wait a minute for a site that is blocked. */
export async function probe(site: string, patience: number): Promise<void> {
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: patience } });
  try {
    const signal = AbortSignal.timeout(patience);
    const { body } = await request(site, { method: 'HEAD', dispatcher, signal });
    await body.dump();
  } catch (error) {
    throw new LocalMongodProblem(
      `${site} could not be reached within ${patience / 1000} s: ${reasonOf(error)}`,
    );
  } finally {
    await dispatcher.destroy();
  }
}

/** Prints `binary <path>` at the end; before that, the progress that mongodb-memory-server prints. */
const script = `
  const { MongoBinary } = require(process.argv[1]);
  MongoBinary.getPath({ downloadDir: process.argv[2] }).then(
    (path) => process.stdout.write('\\nbinary ' + path + '\\n'),
    (error) => { process.stderr.write(error.message); process.exitCode = 1; },
  );`;

/** In a process of its own, which can be given an environment, listened to and ended. */
async function download(host: HostEnv, folder: string, progress: Progress): Promise<string> {
  const library = createRequire(import.meta.url).resolve('mongodb-memory-server');
  // Without the first it would accept any certificate; a program that will be run must come from the right site.
  const env = { ...host.env, npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1' };
  const child = spawn(process.execPath, ['-e', script, library, folder], {
    env,
    timeout: fetchMs,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let binary: string | undefined;
  let complaint = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('binary ')) binary = line.slice('binary '.length);
    else if (line.trim() !== '') progress(line.trim());
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (binary === undefined) throw new LocalMongodProblem(complaint.trim() || 'the download broke off');
  return binary;
}
