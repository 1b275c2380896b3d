import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readHostEnv } from '../../src/config.ts';
import { connect } from '../../src/storage/index.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import { type RunningMongod, startMongod } from '../../src/storage/mongod/startMongod.ts';
import { program, repo } from './fundline.ts';

let mongod: RunningMongod;
let dataDir: string;
const bots: ChildProcess[] = [];
beforeAll(async () => {
  const found = await findMongod({ host: readHostEnv(), progress: () => {}, now: Date.now });
  mongod = await startMongod({ mongod: found, testCommands: true });
  dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
}, 120_000);
afterEach(() => {
  process.kill(mongod.pid, 'SIGCONT');
  for (const bot of bots.splice(0)) bot.kill('SIGKILL');
});
afterAll(async () => {
  await mongod?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A process in production whose LINE is nobody, which is not called. */
function startBot() {
  const child = spawn(process.execPath, [program('src/main.ts')], {
    cwd: repo,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      MONGODB_URI: mongod.uri,
      LINE_CHANNEL_SECRET: 'secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'token',
      LINE_API_BASE_URL: 'http://127.0.0.1:9',
      LINE_DATA_API_BASE_URL: 'http://127.0.0.1:9',
      DATA_DIR: dataDir,
      ALLOW_OLD_MONGODB: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  bots.push(child);
  const errors = text(child.stderr);
  const logged: { code?: string; what?: string }[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (line) => logged.push(JSON.parse(line)));
  /** Until the log has such a line; the end of the process without it fails. */
  const said = (code: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => logged.some((entry) => entry.code === code) && resolve();
      lines.on('line', look);
      child.once('exit', () => void errors.then((all) => reject(new Error(`ended: ${all}`))));
      look();
    });
  const ended = once(child, 'exit');
  const end = async () => {
    child.kill('SIGTERM');
    return { exit: (await ended)[0], errors: await errors };
  };
  return { logged, said, end };
}

/** Steps of the start that a server breaks off, and which the driver does not try again often enough. */
const breaks = [
  { failCommands: ['createIndexes'], errorCode: 189, times: 1 },
  { failCommands: ['findAndModify'], closeConnection: true, times: 2 },
];

test.each(breaks)(
  'a start that the database breaks off is tried again, and says so (%j)',
  {
    timeout: 60_000,
  },
  async ({ times, ...data }) => {
    const { db, close } = await connect(mongod.uri, { allowOld: true });
    await db.admin().command({ configureFailPoint: 'failCommand', mode: { times }, data });
    await close();
    const bot = startBot();
    await bot.said('listening');
    expect(bot.logged).toContainEqual(expect.objectContaining({ code: 'databaseAway', what: 'start' }));
    const { exit, errors } = await bot.end();
    expect(exit).toBe(0);
    expect(errors).not.toMatch(/^\s+at /m);
  },
);

test('a primary that is held up is waited for, unless the bot is told to end', {
  timeout: 120_000,
}, async () => {
  process.kill(mongod.pid, 'SIGSTOP');
  const [patient, told] = [startBot(), startBot()];
  await Promise.all([patient.said('databaseAway'), told.said('databaseAway')]);
  const ends = [await told.end()];
  process.kill(mongod.pid, 'SIGCONT');
  await patient.said('listening');
  ends.push(await patient.end());
  for (const { exit, errors } of ends) {
    expect(exit).toBe(0);
    expect(errors).toMatch(/MongoDB at 127\.0\.0\.1:\d+ cannot be used/);
    expect(errors).not.toMatch(/^\s+at /m);
  }
});
