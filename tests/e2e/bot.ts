import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { exportCommand } from '../../src/cli/export.ts';
import { inviteCommand } from '../../src/cli/invite.ts';
import { jobsCommand, runJobCommand } from '../../src/cli/job.ts';
import { standingsCommand } from '../../src/cli/standings.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { readConfig } from '../../src/config.ts';
import { features } from '../../src/features/index.ts';
import { newestForms } from '../../src/kernel/forms.ts';
import type { Clock } from '../../src/kernel/store.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { createApp } from '../../src/start/app.ts';
import { clockAt } from '../../src/start/clock.ts';
import { type Database, openDatabase } from '../../src/start/database.ts';
import { seedTrial } from '../../src/start/seed.ts';
import { samplePeople } from '../../src/trial/samplePeople.ts';
import { freshDatabase } from '../support/database.ts';
import { recorder } from '../support/record.ts';
import { commandLine } from './fundline.ts';
import { inThisProcess } from './inThisProcess.ts';
import { type Someone, someone } from './someone.ts';

const commands = {
  export: exportCommand,
  invite: inviteCommand,
  standings: standingsCommand,
  jobs: jobsCommand,
  'run-job': runJobCommand,
  verify: verifyCommand,
};

/** The whole bot in this process, with the sample province and its people, on a database of its own. */
export type Bot = {
  readonly line: Simulator;
  readonly database: Database;
  readonly port: number;
  readonly logged: () => string;
  /** The time of day stands still for bot and LINE, however long the machine takes. */
  readonly stopTime: () => void;
  /** So many milliseconds go by at once, and then time goes on. */
  readonly pass: (ms: number) => void;
  readonly officer: Someone;
  readonly chair: Someone;
  readonly head: Someone;
  readonly province: Someone;
  /** Codes for new people: an officer, a chair and a head of another district, the department. */
  readonly codes: readonly string[];
  /** One more with a LINE account, who has agreed and used a code. */
  readonly newcomer: (name: string, code: string) => Promise<Someone>;
  /** The command line on the same database, in a process of its own. */
  readonly fundline: (...words: string[]) => Promise<string>;
  /** A command of it in this process, which takes a tenth of the time; a rejection where it fails. */
  readonly fundlineHere: (name: keyof typeof commands, ...words: string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Reports belong to the present fiscal year unless another one is open. */
export async function openBot(
  fileName: string,
  settings: Record<string, string> = {},
  openYear?: FiscalYear,
  /** What time it is for bot and LINE when this begins; else it is the real one. */
  begin?: Date,
): Promise<Bot> {
  const { clock, stopTime, pass } = handClock(clockAt(begin ? begin.getTime() - Date.now() : 0));
  const own = settings.MONGODB_URI === undefined ? await freshDatabase() : undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
  const line = await createSimulator({
    port: 0,
    channelSecret: 'secret',
    channelAccessToken: 'token',
    webhookUrl: 'http://127.0.0.1:9/webhook',
    now: clock.now,
    newId: randomUUID,
    people: samplePeople,
    recorder: recorder(fileName),
  });
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    ...(own && { MONGODB_URI: own.uri }),
    LINE_CHANNEL_SECRET: 'secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
    PUBLIC_BASE_URL: 'https://fundline.example',
    QUIET_HOURS: '00:00-00:00',
    DATA_DIR: dataDir,
    ALLOW_OLD_MONGODB: '1',
    ...settings,
  };
  const config = readConfig(env);
  if (config.mode !== 'production') throw new Error('the bot of a test runs as in production');
  const opened = await openDatabase(config, { owner: 'command', progress: () => {} });
  const database: Database = { ...opened, clock };
  if (openYear) await database.store.years.open(openYear, database.clock.now(), newestForms(features));
  const codes = (await seedTrial(database, samplePeople)).map(({ code }) => code);
  const lines: string[] = [];
  const note = (entry: object) => void lines.push(JSON.stringify(entry));
  const log = { info: note, warn: note, error: note };
  const app = await createApp({ config, line: config.line, database, log, scheduled: false });
  line.platform.webhook.change({ url: `http://127.0.0.1:${app.port}/webhook` });
  const [officer, chair, head, province] = samplePeople.map(({ userId }) => someone(line, userId));
  if (!officer || !chair || !head || !province) throw new Error('the samples have four people');
  return {
    line,
    database,
    port: app.port,
    logged: () => lines.join('\n'),
    stopTime,
    pass,
    officer,
    chair,
    head,
    province,
    codes,
    newcomer: async (name, code) => {
      const person = someone(line, line.platform.addPerson({ name }).userId);
      await person.says('สวัสดี');
      await person.says('ยินยอม');
      await person.says(code);
      return person;
    },
    fundline: commandLine({ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env }),
    fundlineHere: async (name, ...words) => {
      for (const [setting, value] of Object.entries(env)) vi.stubEnv(setting, value);
      try {
        return await inThisProcess(commands[name](), words);
      } finally {
        vi.unstubAllEnvs();
      }
    },
    close: async () => {
      await app.close();
      await line.close();
      await database.close();
      await own?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The real time, stopped and wound on by hand. */
function handClock(real: Clock) {
  let stopped: number | undefined;
  let behind = 0;
  let wound = 0;
  const now = () => stopped ?? real.now().getTime() - behind;
  const clock: Clock = {
    now: () => new Date(now()),
    monotonic: () => real.monotonic() + wound,
    sleep: real.sleep,
  };
  return {
    clock,
    stopTime: () => {
      stopped = now();
    },
    pass: (ms: number) => {
      behind = real.now().getTime() - (now() + ms);
      wound += ms;
      stopped = undefined;
    },
  };
}
