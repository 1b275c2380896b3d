import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type mongoose from 'mongoose';
import { z } from 'zod';
import { type Config, type DataKey, readDataKeys } from '../../config.ts';
import { hasCode, keptOnce } from './keptOnce.ts';
import { createSealer, firstLookupKey, type Keys } from './seal.ts';

type Db = mongoose.mongo.Db;

/** Keys that are unreadable or are not those of the database; the message names the cure. */
export class KeyProblem extends Error {
  override readonly name = 'KeyProblem';
}

export type LoadedKeys = { readonly keys: Keys; readonly warnings: readonly string[] };

/** The keys given as settings; those that are absent are made once in DATA_DIR. */
export async function loadKeys(
  { mode, linkSecret, dataKeys, dataDir }: Pick<Config, 'mode' | 'linkSecret' | 'dataKeys' | 'dataDir'>,
  random: (length: number) => Buffer = randomBytes,
): Promise<LoadedKeys> {
  const linkFile = join(dataDir, 'link-secret');
  const keyFile = join(dataDir, 'data-keys');
  const secret = linkSecret ?? (await keptOnce(linkFile, () => random(32).toString('base64url')));
  const data = dataKeys ?? readDataKeys(await keptOnce(keyFile, () => `k1:${random(32).toString('base64')}`));
  if (secret === '') throw new KeyProblem(`${linkFile} is empty: put its content back, or set LINK_SECRET.`);
  if (!data) throw new KeyProblem(`${keyFile} is damaged: put its content back, or set DATA_KEYS.`);
  const made = [
    ...(linkSecret ? [] : [`LINK_SECRET (${linkFile})`]),
    ...(dataKeys ? [] : [`DATA_KEYS (${keyFile})`]),
  ];
  const warnings = [
    ...made.map(
      (name) => `${name} was made here: keep a copy, and give it to every other process as a setting.`,
    ),
    ...(secret.length < 16
      ? ['LINK_SECRET is short enough to be guessed: give at least 16 characters.']
      : []),
  ];
  const keys = { link: secret, data, lookup: firstLookupKey(data) };
  return { keys, warnings: mode === 'production' ? warnings : [] };
}

/** What the database remembers of the keys: nothing that would give one away. */
const remembered = z.object({
  /** The keys with which anything may be sealed. */
  data: z.record(z.string(), z.string()),
  /** Those that some process holds only to open with. */
  second: z.record(z.string(), z.string()).optional(),
  lookup: z.instanceof(Uint8Array),
  link: z.string().optional(),
});
type Remembered = z.output<typeof remembered>;

/** By this the database knows a key again: key id → hash. */
export function fingerprint(keys: Pick<Keys, 'data'>): Readonly<Record<string, string>> {
  const hashed = ({ key }: DataKey) =>
    createHash('sha256').update('fundline fingerprint').update(key).digest('hex');
  return Object.fromEntries(keys.data.map((each) => [each.id, hashed(each).slice(0, 32)]));
}

/**
 * Refuses keys that are not those of the database, and resolves to the keys to work with: the look-up key is the
 * database's own. New data keys are welcome and remembered. One with which a process seals may not be missing
 * from then on; one that all hold only as a second key may, so that keys can be rotated process by process.
 */
export async function assertSameKeys(db: Db, keys: Keys): Promise<Keys> {
  await rememberFirst(db, keys);
  refuseOthers(await recall(db), keys);
  await rememberNew(db, keys);
  const known = await recall(db);
  refuseOthers(known, keys);
  const lookup = createSealer(keys).openBytes(known.lookup, 'meta:lookup');
  const own = { ...keys, lookup };
  await refuseOtherLink(db, known, own);
  return own;
}

const meta = (db: Db) => db.collection<{ _id: string }>('meta');
const linkHash = (keys: Keys) => createSealer(keys).hash('link secret', keys.link);

async function recall(db: Db): Promise<Remembered> {
  return remembered.parse(await meta(db).findOne({ _id: 'keys' }, { promoteBuffers: true }));
}

async function rememberFirst(db: Db, keys: Keys): Promise<void> {
  const lookup = createSealer(keys).seal(keys.lookup, 'meta:lookup');
  const first = { ...printsOf(keys), lookup, link: linkHash(keys) };
  await meta(db)
    .updateOne({ _id: 'keys' }, { $setOnInsert: first }, { upsert: true })
    .catch((error: unknown) => {
      // Another process was first.
      if (!hasCode(error, 11000)) throw error;
    });
}

/** The first key seals and the others open. */
const printsOf = ({ data: [first, ...others] }: Keys) => ({
  data: fingerprint({ data: first ? [first] : [] }),
  second: fingerprint({ data: others }),
});

async function rememberNew(db: Db, keys: Keys): Promise<void> {
  const { data, second } = printsOf(keys);
  const isNew = (...fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, { $exists: false }]));
  for (const [id, print] of Object.entries(second))
    await meta(db).updateOne(
      { _id: 'keys', ...isNew(`data.${id}`, `second.${id}`) },
      { $set: { [`second.${id}`]: print } },
    );
  for (const [id, print] of Object.entries(data))
    await meta(db).updateOne({ _id: 'keys', ...isNew(`data.${id}`) }, { $set: { [`data.${id}`]: print } });
}

/** Whether anything may be sealed in a database with a key that is not among these. */
export async function lacksKey(db: Db, keyIds: readonly string[]): Promise<boolean> {
  const found = await meta(db).findOne({ _id: 'keys' }, { projection: { data: 1 } });
  return Object.keys(remembered.pick({ data: true }).parse(found ?? { data: {} }).data).some(
    (id) => !keyIds.includes(id),
  );
}

function refuseOthers(known: Remembered, keys: Keys): void {
  const prints = fingerprint(keys);
  for (const [id, print] of Object.entries({ ...known.second, ...known.data })) {
    if (prints[id] === print || !(id in known.data || id in prints)) continue;
    const fault = prints[id] ? `The key "${id}" is not the one` : `DATA_KEYS lacks the key "${id}"`;
    throw new KeyProblem(
      `${fault} that sealed this database. Give the same DATA_KEYS as before (or the file data-keys in the same ` +
        'DATA_DIR), new keys beside them; or use another database. A trial begins anew with: npm start -- --fresh',
    );
  }
}

async function refuseOtherLink(db: Db, known: Remembered, keys: Keys): Promise<void> {
  const hash = linkHash(keys);
  if (known.link === hash) return;
  if (known.link === undefined) {
    await meta(db).updateOne({ _id: 'keys', link: { $exists: false } }, { $set: { link: hash } });
    return refuseOtherLink(db, await recall(db), keys);
  }
  throw new KeyProblem(
    'LINK_SECRET is not the one of this database, so links made by one process would fail at another. Give every ' +
      'process the same. To change it for all, which ends all links: stop them and run in mongosh ' +
      "db.meta.updateOne({_id: 'keys'}, {$unset: {link: ''}})",
  );
}
