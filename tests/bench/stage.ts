import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, readHostEnv } from '../../src/config.ts';
import { importRegistry } from '../../src/features/registry/file/importRegistry.ts';
import { districtsOf, provinces, type Scope } from '../../src/programme/area/areas.ts';
import { bangkokDate } from '../../src/programme/calendar/calendar.ts';
import { openDatabase } from '../../src/start/database.ts';
import { createInvite } from '../../src/start/invite.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import { startMongod } from '../../src/storage/mongod/startMongod.ts';
import { channel } from './channel.ts';
import { type Env, type Started, startBot, startOwn } from './processes.ts';

/** All that a comparison needs, on loopback and in a folder that is thrown away. */
export type Stage = {
  readonly standIn: Started;
  readonly echo: Started;
  readonly bot: Started;
  /** The process of MongoDB. */
  readonly mongodPid: number;
  /** Invitation codes of officers, each of a district of its own with one center. */
  readonly codes: readonly string[];
  readonly close: () => Promise<void>;
};

export type StageOptions = {
  readonly officers: number;
  readonly profile: string | undefined;
  readonly tell: (line: string) => void;
};

/** A MongoDB and a stand-in for LINE, and this bot as often as it is started. */
export type Bare = {
  readonly standIn: Started;
  readonly mongodPid: number;
  /** The settings of this bot. */
  readonly env: Env;
  /** The path of a file in the folder that is thrown away. */
  readonly file: (name: string) => string;
  readonly startBot: (flags: readonly string[], more?: Env) => Promise<Started>;
  readonly startEcho: () => Promise<Started>;
  readonly close: () => Promise<void>;
};

export async function openBare({ tell }: Pick<StageOptions, 'tell'>): Promise<Bare> {
  const endings: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  const ending = <T extends { readonly stop: () => Promise<void> }>(started: T): T => {
    endings.push(started.stop);
    return started;
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'fundline-bench-'));
    endings.push(() => rm(folder, { recursive: true, force: true }));
    const mongod = await findMongod({ host: readHostEnv(), progress: tell, now: Date.now });
    const { uri, pid: mongodPid } = ending(await startMongod({ mongod }));
    const system = systemEnv();
    const standIn = ending(await startOwn('standIn', system));
    const lineUrl = `http://127.0.0.1:${standIn.port}`;
    const env = { ...system, ...settings(uri, lineUrl, folder) };
    const file = (name: string) => join(folder, name);
    return {
      standIn,
      mongodPid,
      env,
      file,
      startBot: async (flags, more = {}) => ending(await startBot(file('log'), { ...env, ...more }, flags)),
      startEcho: async () => ending(await startOwn('echo', { ...system, LINE_API_BASE_URL: lineUrl })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function openStage({ officers, profile, tell }: StageOptions): Promise<Stage> {
  const bare = await openBare({ tell });
  try {
    const echo = await bare.startEcho();
    const codes = await prepare(bare.env, officers, tell);
    const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    return { ...bare, echo, bot: await bare.startBot(flags), codes };
  } catch (error) {
    await bare.close();
    throw error;
  }
}

/** What every process gets of this one's environment, and nothing else of it. */
const systemEnv = (): Env => ({ PATH: readHostEnv().path.join(':'), NODE_ENV: 'production' });

const settings = (uri: string, lineUrl: string, folder: string): Env => ({
  HOST: '127.0.0.1',
  MONGODB_URI: uri,
  LINE_CHANNEL_SECRET: channel.secret,
  LINE_CHANNEL_ACCESS_TOKEN: channel.token,
  LINE_API_BASE_URL: lineUrl,
  LINE_DATA_API_BASE_URL: lineUrl,
  DATA_DIR: join(folder, 'data'),
});

/** A registry with one center in each of so many districts, and an invitation for the officer of each. */
async function prepare(env: Env, officers: number, tell: StageOptions['tell']): Promise<readonly string[]> {
  const database = await openDatabase(readConfig(env), { owner: 'command', progress: tell });
  try {
    const now = database.clock.now();
    const districts = provinces
      .flatMap((province) => districtsOf(province).map((district) => ({ province, district })))
      .slice(0, officers);
    const registry = { bytes: Buffer.from(csvOf(districts)), name: 'registry.csv' };
    await importRegistry(registry, database.store.registry, bangkokDate(now), false);
    return await Promise.all(
      districts.map((district) => {
        const scope: Scope = { kind: 'district', ...district };
        return createInvite(database.store, { role: 'officer', scope }, now, randomBytes(16));
      }),
    );
  } finally {
    await database.close();
  }
}

function csvOf(districts: readonly { readonly province: string; readonly district: string }[]): string {
  const rows = districts.map(
    ({ province, district }, at) =>
      `${province},${district},ในเมือง,${(at % 20) + 1},บ้านใหม่,ศูนย์จัดการกองทุนชุมชนบ้านใหม่ ${at + 1}`,
  );
  return ['province,district,subdistrict,moo,village,center', ...rows].join('\n');
}
