import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { parseInstant } from './programme/calendar/calendar.ts';

/** Every setting: its default as README prints it, and what it is for. The only list of them. */
const table = {
  PORT: ['3000', 'port of the webhook and of kept photos and documents; 0 takes a free one'],
  HOST: ['127.0.0.1 in a trial, else 0.0.0.0', 'address to listen on'],
  MONGODB_URI: ['a local MongoDB', 'MongoDB replica set; required in production'],
  LINE_CHANNEL_SECRET: ['', 'channel secret; two of them, comma-separated, while it is rotated'],
  LINE_CHANNEL_ACCESS_TOKEN: ['', 'long-lived channel access token'],
  LINE_API_BASE_URL: ['https://api.line.me', "LINE's Messaging API"],
  LINE_DATA_API_BASE_URL: ['https://api-data.line.me', "LINE's API for photos and files"],
  LINE_LOGIN_CHANNEL_ID: ['', 'LINE Login channel of the report pages, which a later release brings'],
  LINE_LIFF_ID: ['', 'LIFF app of the report pages, which a later release brings'],
  PUBLIC_BASE_URL: [
    '',
    'https address under which photos and documents are fetched; without it photos are words and announcements carry none',
  ],
  LINK_SECRET: [
    'made once in DATA_DIR',
    'signs the links to photos and documents; receipts and invitation codes come of it too',
  ],
  DATA_KEYS: ['made once in DATA_DIR', 'id:base64 of 32 bytes, comma-separated; the first seals, all open'],
  SIGNING_KEY: ['made once in DATA_DIR', 'PEM file with the RSA key that signs official documents'],
  SIGNING_CERTIFICATE: ['made once in DATA_DIR', 'PEM file with the certificate of that key'],
  DATA_DIR: ['.data', 'folder of the local MongoDB, the keys made here and the trial clock'],
  TIME_ZONE: [
    'Asia/Bangkok',
    "IANA time zone in which the scheduler ticks; days, hours and holidays of the office are Bangkok's in any zone",
  ],
  QUIET_HOURS: ['20:00-07:00', 'no push messages between these hours; equal hours switch it off'],
  MAX_INTEREST_PERCENT: [
    '15',
    "highest interest a year on a household's debt; the law lets no lender take more",
  ],
  LOG_LEVEL: ['info', 'fatal, error, warn, info, debug, trace or silent'],
  SIMULATOR_PORT: ['PORT + 1', 'port of the LINE stand-in of a trial'],
  TRIAL_NOW: ['2565-08-01T09:00', 'instant at which the clock of a new trial starts'],
  METRICS_TOKEN: [
    '',
    'bearer token for /metrics; without it nobody is shown them in production, and this machine alone in a trial',
  ],
  ALLOW_OLD_MONGODB: ['0', '1 accepts a MongoDB with known holes on another machine'],
} as const;

export const settingNames: readonly string[] = Object.keys(table);
export const settings = Object.entries(table).map(([name, row]) => ({
  name,
  default: row[0],
  meaning: row[1],
}));

type Fields = { readonly [name in keyof typeof table]?: z.ZodType };
type Env = Readonly<Record<string, string | undefined>>;

/** A setting that `read` understands; a fault is told by its cure. */
const readAs = <T>(read: (text: string) => T | undefined, cure: string) =>
  z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: cure });
    return z.NEVER;
  });
const required = (where: string) =>
  z.string({ error: `is required as soon as any LINE_ setting is given; ${where}` });
const list = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function readUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}` === '';
  return plain ? url : undefined;
}

/** LINE and the phones of people take nothing but https; a trial shows its pages on this machine as well. */
function readBaseUrl(text: string, isTrial: boolean): string | undefined {
  const url = readUrl(text);
  const isTaken = url?.protocol === 'https:' || (isTrial && url !== undefined && isLoopback(url));
  return isTaken ? url?.href.replace(/\/+$/, '') : undefined;
}

const isLoopback = ({ hostname }: URL): boolean => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);

/** LINE's own clients drop a path in front of theirs, so an address with one would be half obeyed. */
function readOrigin(text: string): string | undefined {
  const url = readUrl(text);
  return url?.pathname === '/' ? url.origin : undefined;
}

function readSecrets(text: string): readonly string[] | undefined {
  return list(text).every((secret) => secret !== '') ? list(text) : undefined;
}

/** Percent with up to two decimals; nobody may set more than a hundred. */
function readPercent(text: string): number | undefined {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100 ? Number(text) : undefined;
}

function readDataKey(text: string): DataKey | undefined {
  const [, id, encoded = ''] = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  return id === undefined ? undefined : { id, key: Buffer.from(encoded, 'base64') };
}

/** Reads `id:base64 of 32 bytes`, comma-separated; an id names one key only. */
export function readDataKeys(text: string): readonly DataKey[] | undefined {
  const keys = list(text).flatMap((part) => readDataKey(part) ?? []);
  const whole = keys.length === list(text).length && new Set(keys.map(({ id }) => id)).size === keys.length;
  return whole ? keys : undefined;
}

function readQuietHours(text: string): QuietHours | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!parts) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.slice(1).map(Number);
  return { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
}

function readTimeZone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text;
  } catch {
    return undefined;
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = readAs(readPort, 'give a whole number from 0 to 65535');
const mongodbUri = readAs(
  (text) => (/^mongodb(\+srv)?:\/\/\S+$/.test(text) ? text : undefined),
  'give a connection string such as mongodb://db1,db2,db3/fundline?replicaSet=rs0',
);
const lineOrigin = readAs(readOrigin, "give LINE's address alone, http or https, without a path");

const common = {
  PORT: port.prefault(table.PORT[0]),
  HOST: z.string().optional(),
  LINK_SECRET: z.string().optional(),
  DATA_KEYS: readAs(
    readDataKeys,
    'give id:key, comma-separated, each id once (letters, digits, - and _), each key 32 bytes in base64: openssl rand -base64 32',
  ).optional(),
  SIGNING_KEY: z.string().optional(),
  SIGNING_CERTIFICATE: z.string().optional(),
  DATA_DIR: z
    .string()
    .prefault(table.DATA_DIR[0])
    .transform((text) => resolve(text)),
  TIME_ZONE: readAs(readTimeZone, 'give an IANA zone such as Asia/Bangkok').prefault(table.TIME_ZONE[0]),
  QUIET_HOURS: readAs(readQuietHours, 'give two times such as 20:00-07:00').prefault(table.QUIET_HOURS[0]),
  MAX_INTEREST_PERCENT: readAs(readPercent, 'give percent a year from 0 to 100, such as 15').prefault(
    table.MAX_INTEREST_PERCENT[0],
  ),
  LOG_LEVEL: z.enum(logLevels, { error: `give one of ${logLevels.join(', ')}` }).prefault(table.LOG_LEVEL[0]),
  METRICS_TOKEN: z.string().optional(),
  ALLOW_OLD_MONGODB: z.enum(['0', '1'], { error: 'give 1, or leave it out' }).prefault('0'),
} satisfies Fields;

const trialFields = z.object({
  ...common,
  MONGODB_URI: mongodbUri.optional(),
  PUBLIC_BASE_URL: readAs(
    (text) => readBaseUrl(text, true),
    'give an https address without query, or an http one of this machine',
  ).optional(),
  SIMULATOR_PORT: port.optional(),
  TRIAL_NOW: readAs(parseInstant, 'give an instant such as 2565-08-01T09:00').prefault(table.TRIAL_NOW[0]),
});

const trialSettings = trialFields.refine(
  ({ PORT, SIMULATOR_PORT }) => SIMULATOR_PORT === undefined || PORT !== SIMULATOR_PORT || PORT === 0,
  // Told together with the other faults, not after them.
  { path: ['SIMULATOR_PORT'], error: 'give another port than PORT', when: () => true },
);

const productionSettings = z.object({
  ...common,
  MONGODB_URI: required('give the connection string of a replica set').pipe(mongodbUri),
  LINE_CHANNEL_SECRET: required('copy it from Basic settings in the LINE Developers console').pipe(
    readAs(readSecrets, 'has an empty part: give one secret, or two separated by a comma'),
  ),
  PUBLIC_BASE_URL: readAs(
    (text) => readBaseUrl(text, false),
    'give an https address without query; LINE fetches from no other',
  ).optional(),
  LINE_CHANNEL_ACCESS_TOKEN: required('issue it under Messaging API in the LINE Developers console'),
  LINE_API_BASE_URL: lineOrigin.prefault(table.LINE_API_BASE_URL[0]),
  LINE_DATA_API_BASE_URL: lineOrigin.prefault(table.LINE_DATA_API_BASE_URL[0]),
  LINE_LOGIN_CHANNEL_ID: z.string().optional(),
  LINE_LIFF_ID: z.string().optional(),
});

/** A key that seals data: its public id and 32 secret bytes. */
export type DataKey = { readonly id: string; readonly key: Uint8Array };
/** Minutes after midnight; over midnight where `from` is later than `to`; none where they are equal. */
export type QuietHours = { readonly from: number; readonly to: number };

type Common = {
  readonly port: number;
  readonly host: string;
  readonly publicBaseUrl: string | undefined;
  readonly linkSecret: string | undefined;
  /** The first one seals. */
  readonly dataKeys: readonly DataKey[] | undefined;
  /** Files; both or none. */
  readonly signing: { readonly key: string; readonly certificate: string } | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly timeZone: string;
  readonly quietHours: QuietHours;
  readonly maxInterestPercent: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly metricsToken: string | undefined;
  readonly allowOldMongodb: boolean;
};

export type LineConfig = {
  /** Any of them may have signed a webhook. */
  readonly channelSecrets: readonly string[];
  readonly channelAccessToken: string;
  readonly apiBaseUrl: string;
  readonly dataApiBaseUrl: string;
  readonly loginChannelId: string | undefined;
  readonly liffId: string | undefined;
};

export type TrialConfig = Common & {
  readonly mode: 'trial';
  readonly mongodbUri: string | undefined;
  readonly simulatorPort: number;
  readonly trialNow: Date;
};
export type ProductionConfig = Common & {
  readonly mode: 'production';
  readonly mongodbUri: string;
  readonly line: LineConfig;
};
export type Config = TrialConfig | ProductionConfig;

export type Fault = { readonly setting: string; readonly cure: string };

/** Every wrong setting at once, each with its cure; values are not repeated, since some are secret. */
export class ConfigProblem extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(['Settings are wrong:', ...faults.map(({ setting, cure }) => `  ${setting}: ${cure}`)].join('\n'));
    this.name = 'ConfigProblem';
    this.faults = faults;
  }
}

/** Reads the settings; an empty one counts as absent, and any LINE_ setting means production. */
export function readConfig(env: Env = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, text = '']) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
  const production = Object.keys(given).some((name) => name.startsWith('LINE_'));
  return frozen(production ? readProduction(given) : readTrial(given));
}

function readTrial(given: Env): TrialConfig {
  const read = accepted(trialSettings.safeParse(given));
  // The stand-in's default follows PORT, so that moving one port never makes the two collide.
  const simulatorPort = read.SIMULATOR_PORT ?? (read.PORT === 0 ? 0 : (read.PORT + 1) % 65_536);
  const { MONGODB_URI: mongodbUri, TRIAL_NOW: trialNow } = read;
  return { ...toCommon(read, '127.0.0.1'), mode: 'trial', mongodbUri, simulatorPort, trialNow };
}

function readProduction(given: Env): ProductionConfig {
  const read = accepted(productionSettings.safeParse(given));
  const line = {
    channelSecrets: read.LINE_CHANNEL_SECRET,
    channelAccessToken: read.LINE_CHANNEL_ACCESS_TOKEN,
    apiBaseUrl: read.LINE_API_BASE_URL,
    dataApiBaseUrl: read.LINE_DATA_API_BASE_URL,
    loginChannelId: read.LINE_LOGIN_CHANNEL_ID,
    liffId: read.LINE_LIFF_ID,
  };
  return { ...toCommon(read, '0.0.0.0'), mode: 'production', mongodbUri: read.MONGODB_URI, line };
}

type CommonRead = z.output<z.ZodObject<typeof common>> & { PUBLIC_BASE_URL?: string | undefined };

function toCommon(read: CommonRead, hostByDefault: string): Common {
  return {
    port: read.PORT,
    host: read.HOST ?? hostByDefault,
    publicBaseUrl: read.PUBLIC_BASE_URL,
    linkSecret: read.LINK_SECRET,
    dataKeys: read.DATA_KEYS,
    signing: signingIn(read),
    dataDir: read.DATA_DIR,
    timeZone: read.TIME_ZONE,
    quietHours: read.QUIET_HOURS,
    maxInterestPercent: read.MAX_INTEREST_PERCENT,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN,
    allowOldMongodb: read.ALLOW_OLD_MONGODB === '1',
  };
}

function signingIn({ SIGNING_KEY: key, SIGNING_CERTIFICATE: certificate }: CommonRead): Common['signing'] {
  if (key === undefined && certificate === undefined) return undefined;
  if (key !== undefined && certificate !== undefined) return { key, certificate };
  const setting = key === undefined ? 'SIGNING_KEY' : 'SIGNING_CERTIFICATE';
  throw new ConfigProblem([
    { setting, cure: 'give the PEM files of both the key and its certificate, or neither' },
  ]);
}

function accepted<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  throw new ConfigProblem(
    result.error.issues.map(({ path, message }) => ({ setting: path.join('.'), cure: message })),
  );
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part)) frozen(part);
  return Object.freeze(value);
}

/** What the machine says about where programs and caches are. */
export type HostEnv = {
  readonly systemBinary: string | undefined;
  readonly mongodbUri: string | undefined;
  readonly downloadSite: string;
  /** Folders where programs are looked for. */
  readonly path: readonly string[];
  /** Fundline's own folder in the user's cache. */
  readonly cacheDir: string;
  /** Handed on to the programs that are run. */
  readonly env: Env;
};

export function readHostEnv(env: Env = process.env): HostEnv {
  const { XDG_CACHE_HOME = '', HOME, PATH = '' } = env;
  const cache = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(HOME || homedir(), '.cache');
  return {
    systemBinary: env.MONGOMS_SYSTEM_BINARY || undefined,
    mongodbUri: env.MONGODB_URI || undefined,
    downloadSite: env.MONGOMS_DOWNLOAD_MIRROR || 'https://fastdl.mongodb.org',
    path: PATH.split(delimiter).filter((folder) => folder !== ''),
    cacheDir: join(cache, 'fundline'),
    env,
  };
}
