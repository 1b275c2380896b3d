import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { importRegistry } from '../../../src/features/registry/file/importRegistry.ts';
import { bangkokDate } from '../../../src/programme/calendar/calendar.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/index.ts';
import { createApp } from '../../../src/start/app.ts';
import { clockAt } from '../../../src/start/clock.ts';
import { type Database, openDatabase } from '../../../src/start/database.ts';
import { seedTrial } from '../../../src/start/seed.ts';
import { samplePeople } from '../../../src/trial/samplePeople.ts';
import { channel } from '../channel.ts';

/** The sample office on a database of its own: the bot behind its webhook, and LINE as the walk plays it. */
export type Office = {
  readonly line: Simulator;
  readonly store: Database['store'];
  readonly close: () => Promise<void>;
};

/** When every walk begins, for the bot and for LINE. */
const begin = new Date('2022-08-01T09:00:00+07:00');

/** Opens the office with the sample registry, and with `more` rows of a registry file where there are any. */
export async function openOffice(mongodbUri: string, more: string | undefined): Promise<Office> {
  const clock = clockAt(begin.getTime() - Date.now());
  const dataDir = await mkdtemp(join(tmpdir(), 'fundline-messages-'));
  const line = await createSimulator({
    port: 0,
    channelSecret: channel.secret,
    channelAccessToken: channel.token,
    webhookUrl: 'http://127.0.0.1:9/webhook',
    now: clock.now,
    newId: randomUUID,
    people: samplePeople,
  });
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    MONGODB_URI: mongodbUri,
    LINE_CHANNEL_SECRET: channel.secret,
    LINE_CHANNEL_ACCESS_TOKEN: channel.token,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
    DATA_DIR: dataDir,
  });
  if (config.mode !== 'production') throw new Error('the bot of a walk runs as in production');
  const opened = await openDatabase(config, { owner: 'command', progress: () => {} });
  const database: Database = { ...opened, clock };
  await seedTrial(database, samplePeople);
  if (more !== undefined) {
    const file = { bytes: Buffer.from(more), name: 'more.csv' };
    await importRegistry(file, database.store.registry, bangkokDate(clock.now()), false);
  }
  const ignore = () => {};
  const log = { info: ignore, warn: ignore, error: ignore };
  const app = await createApp({ config, line: config.line, database, log, scheduled: false });
  line.platform.webhook.change({ url: `http://127.0.0.1:${app.port}/webhook` });
  return {
    line,
    store: database.store,
    close: async () => {
      await app.close();
      await line.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
