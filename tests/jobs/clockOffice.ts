import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { features } from '../../src/features/index.ts';
import { newestForms } from '../../src/kernel/forms.ts';
import { stranger } from '../../src/kernel/person.ts';
import type { Scope } from '../../src/programme/area/areas.ts';
import { type DeadlineArea, newDeadline } from '../../src/programme/deadline/deadline.ts';
import { decideDeadline } from '../../src/programme/deadline/decideDeadline.ts';
import { type DeadlineKind, dueKindOf } from '../../src/programme/deadline/kind.ts';
import type { FiscalYear, IntentId, IsoDate } from '../../src/programme/ids.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { type Database, openDatabase } from '../../src/start/database.ts';
import { createOffice, type Office } from '../../src/start/process.ts';
import { program, repo } from '../e2e/fundline.ts';
import { freshDatabase } from '../support/database.ts';
import { dues } from '../support/dues.ts';
import { centerNamed } from '../support/flowWorld.ts';
import { recorder } from '../support/record.ts';

export const year = 2565 as FiscalYear;

/** A bot without doors on a real MongoDB, a LINE that the test plays, and people who are there already. */
export type ClockOffice = {
  readonly line: Simulator;
  readonly database: Database;
  readonly office: Office;
  readonly runJob: Office['runJob'];
  /** Somebody in a role; resolves to the LINE user id. */
  readonly bind: (role: 'officer' | 'districtHead' | 'province' | 'admin', scope: Scope) => Promise<string>;
  readonly addCenter: (name: string, province: string, district: string) => Promise<void>;
  readonly due: (kind: DeadlineKind, area: DeadlineArea, on: string) => Promise<void>;
  /** The command line as a process of its own. */
  readonly command: (...words: string[]) => ChildProcess;
  readonly pushesTo: (userId: string) => readonly string[];
  readonly close: () => Promise<void>;
};

export async function openClockOffice(
  fileName: string,
  /** Whether this process works; else only commands do. */
  works = true,
): Promise<ClockOffice> {
  const own = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
  const line = await createSimulator({
    ...{
      port: 0,
      channelSecret: 'secret',
      channelAccessToken: 'token',
      webhookUrl: 'http://127.0.0.1:9/webhook',
    },
    ...{ now: () => new Date(), newId: randomUUID, recorder: recorder(fileName) },
  });
  const env = {
    ...{ PORT: '0', MONGODB_URI: own.uri, DATA_DIR: dataDir, ALLOW_OLD_MONGODB: '1' },
    ...{ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' },
    ...{ LINE_API_BASE_URL: line.url, LINE_DATA_API_BASE_URL: line.url },
  };
  const config = readConfig(env);
  if (config.mode !== 'production') throw new Error('the bot of a test runs as in production');
  const database = await openDatabase(config, { owner: 'command', progress: () => {} });
  await database.store.years.open(year, database.clock.now(), newestForms(features));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const office = createOffice({ config, line: config.line, database, log, shareOfWork: 'member' });
  if (works) await office.shell.start();
  let people = 0;

  return {
    line,
    database,
    office,
    runJob: (job, at) => office.runJob(job, at, { ahead: at.getTime() - database.clock.now().getTime() }),

    async bind(role, scope) {
      people += 1;
      const name = `คนที่ ${people}`;
      const { userId } = line.platform.addPerson({ name });
      const since = new Date('2022-01-01T00:00:00Z');
      const id = database.sealer.personId(userId);
      const bindings = [{ role, scope, since }];
      const person = { ...stranger(id, userId), consentedAt: since, name, bindings };
      const record = { person, rev: 1, handled: [], outbox: [], pending: [] };
      await database.store.persons.commit([{ record, expected: 0 }]);
      return userId;
    },

    async addCenter(name, province, district) {
      const center = centerNamed(name, district, { province, householdTarget: 0 });
      const id = `C${name.replace(/\D/g, '').padStart(6, '2')}` as typeof center.id;
      const record = { center: { ...center, id, key: name }, rev: 1, outcomes: {}, confirmations: [] };
      await database.store.centers.write(record, 0);
    },

    async due(kind, area, on) {
      const { record } = decideDeadline(dueKindOf(dues, kind), newDeadline(kind, { year }, area), {
        ...{ kind: 'set', id: 'set' as IntentId, by: { kind: 'operator' }, accepted: true, holds: false },
        ...{ at: new Date('2022-01-01T00:00:00Z'), due: on as IsoDate },
      });
      await database.store.deadlines.write(record, 0);
    },

    command: (...words) =>
      spawn(process.execPath, [program('src/cli.ts'), ...words], {
        cwd: repo,
        env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      }),

    pushesTo: (userId) =>
      line.platform
        .messagesTo(userId)
        .filter(({ via }) => via === 'push')
        .map(({ message }) => String(message.altText ?? message.text ?? '')),

    async close() {
      await office.close();
      await line.close();
      await database.close();
      await own.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
