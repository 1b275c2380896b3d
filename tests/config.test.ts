import { describe, expect, test } from 'vitest';
import { ConfigProblem, readConfig, readHostEnv, settingNames, settings } from '../src/config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 8).toString('base64');
const production = {
  LINE_CHANNEL_SECRET: 'secret-of-today',
  LINE_CHANNEL_ACCESS_TOKEN: 'token',
  MONGODB_URI: 'mongodb://db1,db2/fundline?replicaSet=rs0',
};

/** The settings that are refused. */
function refused(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.faults.map(({ setting }) => setting);
    throw error;
  }
  return [];
}

describe('a machine without any setting', () => {
  test('runs a trial on loopback, in Bangkok, on 1 August 2565', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'trial',
      port: 3000,
      host: '127.0.0.1',
      simulatorPort: 3001,
      mongodbUri: undefined,
      timeZone: 'Asia/Bangkok',
      quietHours: { from: 20 * 60, to: 7 * 60 },
      logLevel: 'info',
      allowOldMongodb: false,
      trialNow: new Date('2022-08-01T02:00:00Z'),
    });
  });

  test('takes a setting that is empty or blank as one that is absent', () => {
    expect(readConfig({ PORT: '', LINE_CHANNEL_SECRET: '  ', DATA_KEYS: '' })).toEqual(readConfig({}));
  });

  test('cannot change its settings while it runs', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.quietHours)).toBe(true);
  });
});

describe('production', () => {
  test('begins with any LINE_ setting', () => {
    expect(readConfig(production).mode).toBe('production');
    for (const name of settingNames.filter((each) => each.startsWith('LINE_')))
      expect(refused({ [name]: 'https://x.test' })).toContain('MONGODB_URI');
  });

  test("talks to LINE's own addresses unless told otherwise", () => {
    expect(readConfig(production)).toMatchObject({
      host: '0.0.0.0',
      line: { apiBaseUrl: 'https://api.line.me', dataApiBaseUrl: 'https://api-data.line.me' },
    });
    const moved = readConfig({ ...production, LINE_API_BASE_URL: 'http://127.0.0.1:9000/' });
    expect(moved).toMatchObject({ line: { apiBaseUrl: 'http://127.0.0.1:9000' } });
  });

  test('knows two channel secrets while they are rotated', () => {
    const config = readConfig({ ...production, LINE_CHANNEL_SECRET: 'new, old' });
    expect(config).toMatchObject({ line: { channelSecrets: ['new', 'old'] } });
    expect(refused({ ...production, LINE_CHANNEL_SECRET: 'new,' })).toEqual(['LINE_CHANNEL_SECRET']);
  });
});

describe('wrong settings', () => {
  test('are all told at once, each with its name', () => {
    const wrong = {
      LINE_API_BASE_URL: 'ftp://line',
      PORT: '70000',
      PUBLIC_BASE_URL: 'fundline.example',
      DATA_KEYS: 'k1:short',
      TIME_ZONE: 'Asia/Krung_Thep',
      QUIET_HOURS: '20-7',
      LOG_LEVEL: 'loud',
      ALLOW_OLD_MONGODB: 'yes',
    };
    const required = ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET', 'MONGODB_URI'];
    expect([...refused(wrong)].sort()).toEqual([...Object.keys(wrong), ...required].sort());
  });

  test('are told together with a stand-in on the same port as the bot', () => {
    const wrong = { PORT: '4000', SIMULATOR_PORT: '4000', QUIET_HOURS: 'never', TRIAL_NOW: '2565-13-01' };
    expect([...refused(wrong)].sort()).toEqual(['QUIET_HOURS', 'SIMULATOR_PORT', 'TRIAL_NOW']);
  });

  test('are told without repeating a value, which may be a secret', () => {
    const secret = `k1:${Buffer.alloc(31, 7).toString('base64')}`;
    expect(() => readConfig({ DATA_KEYS: secret })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });

  test.each([
    ['PORT', ['-1', '3e3', '65536', 'http']],
    ['MONGODB_URI', ['localhost:27017', 'postgres://db']],
    ['DATA_KEYS', ['k1', `k1:${key},k1:${otherKey}`, `k1:${key},`, `a b:${key}`, `k1:${key.slice(0, -1)}`]],
    ['QUIET_HOURS', ['24:00-07:00', '20:00', '20:60-07:00']],
    ['MAX_INTEREST_PERCENT', ['-1', '101', '15%', '7.555', 'fifteen']],
    ['TRIAL_NOW', ['yesterday', '2565-02-29T09:00', '2565-08-01T25:00']],
    [
      'PUBLIC_BASE_URL',
      [
        ...['https://x.test/?a=1', 'https://user@x.test', 'javascript:alert(1)'],
        ...['http://fundline.example', 'http://127.evil.example', 'http://10.0.0.7'],
      ],
    ],
  ])('of %s are refused: %j', (name, values) => {
    for (const value of values) expect(refused({ [name]: value }), value).toEqual([name]);
  });

  test('of LINE_API_BASE_URL include a path, which would be dropped on the way', () => {
    const wrong = { ...production, LINE_API_BASE_URL: 'https://proxy.test/line' };
    expect(refused(wrong)).toEqual(['LINE_API_BASE_URL']);
  });
});

describe('right settings', () => {
  test('give keys of 32 bytes, the first one sealing', () => {
    const { dataKeys } = readConfig({ DATA_KEYS: `2566:${key}, 2565:${otherKey}` });
    expect(dataKeys?.map(({ id, key: bytes }) => [id, bytes.length])).toEqual([
      ['2566', 32],
      ['2565', 32],
    ]);
  });

  test.each([
    ['2565-08-09T18:00', '2022-08-09T11:00:00.000Z'],
    ['2022-08-09T18:00', '2022-08-09T11:00:00.000Z'],
    ['2565-08-09T18:00:00Z', '2022-08-09T18:00:00.000Z'],
  ])('read TRIAL_NOW in either era, as Bangkok time without an offset: %s', (text, instant) => {
    expect(readConfig({ TRIAL_NOW: text })).toMatchObject({ trialNow: new Date(instant) });
  });

  test('move the stand-in along with the port', () => {
    expect(readConfig({ PORT: '4000' })).toMatchObject({ port: 4000, simulatorPort: 4001 });
    expect(readConfig({ PORT: '0' })).toMatchObject({ port: 0, simulatorPort: 0 });
    expect(readConfig({ PORT: '0', SIMULATOR_PORT: '0' })).toMatchObject({ port: 0, simulatorPort: 0 });
  });

  test('let a trial show its photos and documents on this machine, and production only by https', () => {
    for (const PUBLIC_BASE_URL of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000']) {
      expect(readConfig({ PUBLIC_BASE_URL })).toMatchObject({ publicBaseUrl: PUBLIC_BASE_URL });
      expect(refused({ ...production, PUBLIC_BASE_URL })).toEqual(['PUBLIC_BASE_URL']);
    }
    const PUBLIC_BASE_URL = 'https://fundline.example/bot/';
    expect(readConfig({ ...production, PUBLIC_BASE_URL }).publicBaseUrl).toBe('https://fundline.example/bot');
  });

  test('let quiet hours be switched off', () => {
    expect(readConfig({ QUIET_HOURS: '00:00-00:00' }).quietHours).toEqual({ from: 0, to: 0 });
  });
});

/** A value of each setting that is not its default. */
const other: Readonly<Record<string, string>> = {
  PORT: '4000',
  HOST: '::1',
  MONGODB_URI: 'mongodb://db3/fundline?replicaSet=rs0',
  LINE_CHANNEL_SECRET: 'another-secret',
  LINE_CHANNEL_ACCESS_TOKEN: 'another-token',
  LINE_API_BASE_URL: 'http://127.0.0.1:9000',
  LINE_DATA_API_BASE_URL: 'http://127.0.0.1:9001',
  LINE_LOGIN_CHANNEL_ID: '1234567890',
  LINE_LIFF_ID: '1234567890-AbcdEfgh',
  PUBLIC_BASE_URL: 'https://fundline.example',
  LINK_SECRET: 'a secret for links',
  DATA_KEYS: `k1:${key}`,
  DATA_DIR: '/var/lib/fundline',
  TIME_ZONE: 'Asia/Vientiane',
  QUIET_HOURS: '21:00-06:00',
  MAX_INTEREST_PERCENT: '7.5',
  LOG_LEVEL: 'debug',
  SIMULATOR_PORT: '4001',
  TRIAL_NOW: '2566-01-01',
  METRICS_TOKEN: 'a token for metrics',
  ALLOW_OLD_MONGODB: '1',
  SIGNING_KEY: '/keys/new.pem',
  SIGNING_CERTIFICATE: '/keys/new-certificate.pem',
};
/** One without the other is refused. */
const signing = { SIGNING_KEY: '/keys/old.pem', SIGNING_CERTIFICATE: '/keys/old-certificate.pem' };

test.each(Object.entries(signing))('%s alone is refused', (name, file) => {
  expect(refused({ ...production, [name]: file })).toHaveLength(1);
});

test.each(settings)('$name is read and has its meaning told', ({ name, meaning }) => {
  const trialOnly = name === 'SIMULATOR_PORT' || name === 'TRIAL_NOW';
  const base = trialOnly ? {} : { ...production, ...(name in signing && signing) };
  expect(readConfig({ ...base, [name]: other[name] })).not.toEqual(readConfig(base));
  expect(meaning).not.toBe('');
});

test('the cache is in the folder that the user chose, else in the home folder', () => {
  expect(readHostEnv({ HOME: '/home/somchai' }).cacheDir).toBe('/home/somchai/.cache/fundline');
  expect(readHostEnv({ HOME: '/home/somchai', XDG_CACHE_HOME: '/var/cache' }).cacheDir).toBe(
    '/var/cache/fundline',
  );
  expect(readHostEnv({ HOME: '/home/somchai', XDG_CACHE_HOME: 'relative' }).cacheDir).toBe(
    '/home/somchai/.cache/fundline',
  );
});
