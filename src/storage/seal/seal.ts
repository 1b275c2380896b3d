import { Buffer } from 'node:buffer';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { DataKey } from '../../config.ts';
import { encodeCrockford } from '../../domain/crockford.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Json } from '../../engine/ids.ts';

/**
 * Sealed bytes: version, kind (JSON or bytes), length of the key id, key id, nonce, tag, ciphertext (AES-256-GCM).
 * All before the nonce is authenticated together with the context, so sealed bytes open only where they belong.
 */
const version = 1;
const kinds = { json: 0, bytes: 1 } as const;
const nonceLength = 12;
const tagLength = 16;

export type Keys = {
  /** Signs the links to report pages and downloads. */
  readonly link: string;
  /** The first one seals, all of them open. */
  readonly data: readonly DataKey[];
  /**
   * Makes the look-up hashes. They are ids in the database, so this key never changes: it comes of the first data
   * key that the database ever had, and the database keeps it sealed while data keys come and go.
   */
  readonly lookup: Uint8Array;
};

export type Sealer = {
  /** The context names the place where the value belongs, for example `person:name`. */
  readonly seal: (value: Json | Uint8Array, context: string) => Buffer;
  /** Opens what was sealed as JSON. */
  readonly open: (sealed: Uint8Array, context: string) => Json;
  /** Opens what was sealed as bytes. */
  readonly openBytes: (sealed: Uint8Array, context: string) => Buffer;
  /** A keyed hash by which a value is found again without being kept; the same value of another kind differs. */
  readonly hash: (kind: string, value: string) => string;
  readonly personId: (lineUserId: string) => PersonId;
  /** The ids of the keys that it holds. */
  readonly keyIds: readonly string[];
};

/** Sealed bytes that do not open: changed, or sealed elsewhere. */
export class SealProblem extends Error {
  override readonly name = 'SealProblem';
}

/** Sealed with a key that other processes hold and this one does not; it is left to them. */
export class KeyAbsent extends SealProblem {}

export const isKeyAbsent = (error: unknown): boolean => error instanceof KeyAbsent;

export function createSealer(keys: Keys, random: (length: number) => Buffer = createRandom()): Sealer {
  const secrets = new Map(keys.data.map(({ id, key }) => [id, derive(key, 'fundline seal')]));
  const [current] = keys.data;
  const secret = current && secrets.get(current.id);
  if (!secret) throw new RangeError('no data key to seal with');
  const headers = { json: header(current.id, kinds.json), bytes: header(current.id, kinds.bytes) };
  const lookup = createSecretKey(keys.lookup);
  const digest = (kind: string, value: string) =>
    createHmac('sha256', lookup).update(kind).update('\0').update(value).digest();
  return {
    keyIds: keys.data.map(({ id }) => id),
    seal: (value, context) =>
      value instanceof Uint8Array
        ? encrypt(secret, headers.bytes, value, context, random(nonceLength))
        : encrypt(secret, headers.json, Buffer.from(JSON.stringify(value)), context, random(nonceLength)),
    open: (sealed, context) => JSON.parse(decrypt(secrets, sealed, kinds.json, context).toString()),
    openBytes: (sealed, context) => decrypt(secrets, sealed, kinds.bytes, context),
    hash: (kind, value) => digest(kind, value).toString('base64url'),
    personId: (lineUserId) =>
      `P${encodeCrockford(digest('line user', lineUserId), 24).toLowerCase()}` as PersonId,
  };
}

/** Bytes for nonces. They are drawn in advance and each is given once, since a draw costs more than sealing does. */
function createRandom(): (length: number) => Buffer {
  let supply = randomBytes(0);
  return (length) => {
    if (supply.length < length) supply = randomBytes(256 * length);
    const taken = supply.subarray(0, length);
    supply = supply.subarray(length);
    return taken;
  };
}

/** The look-up key of a database that has none yet. */
export function firstLookupKey(data: readonly DataKey[]): Uint8Array {
  const oldest = data.at(-1);
  if (!oldest) throw new RangeError('no data key');
  return derive(oldest.key, 'fundline look-up').export();
}

/** One key for one purpose, so that no key is used in two ways. */
function derive(key: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, new Uint8Array(), purpose, 32)));
}

function header(keyId: string, kind: number): Buffer {
  return Buffer.from([version, kind, keyId.length, ...Buffer.from(keyId, 'ascii')]);
}

function encrypt(secret: KeyObject, head: Buffer, plain: Uint8Array, context: string, nonce: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.concat([head, Buffer.from(context)]));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([head, nonce, cipher.getAuthTag(), ...body]);
}

function decrypt(
  secrets: ReadonlyMap<string, KeyObject>,
  sealed: Uint8Array,
  kind: number,
  context: string,
): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const headLength = 3 + (bytes[2] ?? 0);
  if (bytes[0] !== version || bytes.length < headLength + nonceLength + tagLength)
    throw new SealProblem(`${context}: these are not sealed bytes`);
  if (bytes[1] !== kind) throw new SealProblem(`${context}: sealed as another kind of value`);
  const keyId = bytes.toString('ascii', 3, headLength);
  const secret = secrets.get(keyId);
  if (!secret) throw new KeyAbsent(`${context}: DATA_KEYS lacks the key "${keyId}"`);
  const [nonceEnd, tagEnd] = [headLength + nonceLength, headLength + nonceLength + tagLength];
  const options = { authTagLength: tagLength };
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(headLength, nonceEnd), options);
  decipher.setAAD(Buffer.concat([bytes.subarray(0, headLength), Buffer.from(context)]));
  decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  } catch {
    throw new SealProblem(`${context}: changed, or sealed in another place`);
  }
}
