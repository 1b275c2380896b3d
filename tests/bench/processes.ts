import { type ChildProcess, fork, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A process that was started here, and that its starter ends. */
export type Started = { readonly pid: number; readonly port: number; readonly stop: () => Promise<void> };

export type Env = Readonly<Record<string, string>>;

const told = z.object({ port: z.number() });
const patience = 30_000;

/** Starts one of this folder's own processes, which tells its port and ends with this process at the latest. */
export async function startOwn(file: 'standIn' | 'echo', env: Env): Promise<Started> {
  const child = fork(fileURLToPath(new URL(`./${file}.js`, import.meta.url)), { env });
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(patience) });
  return { ...handleOf(child), port: told.parse(message).port };
}

/** Starts this bot as production does, its log in a file, and waits until it is ready. */
export async function startBot(logFile: string, env: Env, flags: readonly string[]): Promise<Started> {
  const port = await freePort();
  const log = openSync(logFile, 'a');
  const stdio: StdioOptions = ['ignore', log, log];
  const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
  const child = spawn(process.execPath, [...flags, main], { env: { ...env, PORT: String(port) }, stdio });
  try {
    await untilReady(child, port);
  } catch (error) {
    throw new Error(`this bot did not start:\n${await readFile(logFile, 'utf8')}`, { cause: error });
  }
  return { ...handleOf(child), port };
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(50)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error('not ready');
}

function handleOf(child: ChildProcess): Omit<Started, 'port'> {
  process.on('exit', () => child.kill('SIGKILL'));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Processor time of a process so far, in milliseconds. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets: user and system time in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of a process that is in RAM, in megabytes. */
export async function rssMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
