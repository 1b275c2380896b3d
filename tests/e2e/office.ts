import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { freshDatabase } from '../support/database.ts';
import { recorder } from '../support/record.ts';
import { commandLine, program, repo } from './fundline.ts';
import { type Someone, someone } from './someone.ts';

/** The product as an outsider meets it: its process, its commands, and a LINE platform that the test plays. */
export type Office = {
  readonly line: Simulator;
  readonly fundline: (...words: string[]) => Promise<string>;
  /** Someone with a LINE account. */
  readonly someone: (name: string) => Someone;
  readonly start: () => Promise<void>;
  /** One more process of the bot, which LINE does not call; some of its settings may differ. */
  readonly another: (settings?: Settings) => Promise<BotProcess>;
  /** What the processes are started with. */
  readonly settings: Settings;
  /** Ends the bot's process as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Settings = { readonly [name: string]: string };

export type BotProcess = { readonly child: ChildProcess; readonly webhookUrl: string };

const secret = 'a-secret-of-this-test';
const token = 'a-token-of-this-test';

export async function openOffice(fileName: string): Promise<Office> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
  const line = await createSimulator({
    port: 0,
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: 'http://127.0.0.1:9/webhook',
    now: () => new Date(),
    newId: randomUUID,
    recorder: recorder(fileName),
  });
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: '0',
    HOST: '127.0.0.1',
    MONGODB_URI: database.uri,
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
    DATA_DIR: dataDir,
    ALLOW_OLD_MONGODB: '1',
  };
  let bot: ChildProcess | undefined;
  const others: ChildProcess[] = [];

  async function run(settings: Settings = {}): Promise<BotProcess> {
    const child = spawn(process.execPath, [program('src/main.ts')], {
      cwd: repo,
      env: { ...env, ...settings },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { child, webhookUrl: `http://127.0.0.1:${await listeningPort(child)}/webhook` };
  }

  async function start(): Promise<void> {
    const { child, webhookUrl } = await run();
    bot = child;
    line.platform.webhook.change({ url: webhookUrl });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!bot || bot.exitCode !== null || bot.signalCode !== null) return;
    const ended = once(bot, 'exit');
    bot.kill(signal);
    await ended;
  }

  return {
    line,
    start,
    settings: env,
    another: async (settings) => {
      const started = await run(settings);
      others.push(started.child);
      return started;
    },
    kill: () => end('SIGKILL'),
    fundline: commandLine(env),
    someone: (name) => someone(line, line.platform.addPerson({ name }).userId),
    close: async () => {
      for (const other of others) other.kill('SIGKILL');
      await end('SIGTERM');
      await line.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The port that the bot says it listens on. */
async function listeningPort(bot: ChildProcess): Promise<number> {
  if (!bot.stdout) throw new Error('the bot has no output');
  for await (const text of createInterface({ input: bot.stdout })) {
    const entry = JSON.parse(text) as { code?: string; port?: number };
    if (entry.code === 'listening' && entry.port) {
      bot.stdout.resume();
      return entry.port;
    }
  }
  throw new Error('the bot ended before it listened');
}
