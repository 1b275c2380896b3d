import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/engine/ids.ts';
import { createSealer, firstLookupKey, type Keys, SealProblem } from '../../../src/storage/seal/seal.ts';
import { seed } from '../../seed.ts';

const dataKey = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill) });
const keysOf = (...data: Keys['data']): Keys => ({ link: 'secret', data, lookup: firstLookupKey(data) });

const old = dataKey('2565', 1);
const sealer = createSealer(keysOf(old));

describe('a sealed value', () => {
  test('is read again as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, context) => {
        const plain: Json = JSON.parse(JSON.stringify(value));
        expect(sealer.open(sealer.seal(plain, context), context)).toEqual(plain);
      }),
      { seed },
    );
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
        expect(sealer.openBytes(sealer.seal(bytes, context), context)).toEqual(Buffer.from(bytes));
      }),
      { seed },
    );
  });

  test('shows nothing of what is in it', () => {
    const canary = 'สมหญิง ใจดี 081-234-5678';
    const sealed = sealer.seal({ name: canary, phone: '0812345678' }, 'person:name');
    for (const part of [canary, 'name', '0812345678']) expect(sealed.includes(Buffer.from(part))).toBe(false);
    expect(sealer.seal('ใช่', 'answer').equals(sealer.seal('ใช่', 'answer'))).toBe(false);
  });

  test('does not open when any bit of it was changed', () => {
    const sealed = sealer.seal({ points: 3 }, 'answer');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => sealer.open(changed, 'answer'), `bit ${bit}`).toThrow(SealProblem);
    }
  });

  test('does not open when it was cut or is something else', () => {
    const sealed = sealer.seal({ points: 3 }, 'answer');
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => sealer.open(sealed.subarray(0, length), 'answer'), `${length} bytes`).toThrow(SealProblem);
    expect(() => sealer.open(Buffer.from('{"points":3}'), 'answer')).toThrow(SealProblem);
  });

  test('does not open in another place than its own', () => {
    const sealed = sealer.seal('a name', 'person:P1:name');
    expect(() => sealer.open(sealed, 'person:P2:name')).toThrow(SealProblem);
    expect(() => sealer.openBytes(sealed, 'person:P1:name')).toThrow(SealProblem);
  });

  test('does not open with another key of the same name', () => {
    const stranger = createSealer(keysOf(dataKey('2565', 2)));
    expect(() => stranger.open(sealer.seal(1, 'answer'), 'answer')).toThrow(SealProblem);
  });
});

describe('after a rotation', () => {
  const rotated = createSealer(keysOf(dataKey('2566', 2), old));

  test('the old key opens what it sealed, and the new one seals', () => {
    expect(rotated.open(sealer.seal('before', 'answer'), 'answer')).toBe('before');
    expect(() => sealer.open(rotated.seal('after', 'answer'), 'answer')).toThrow('lacks the key "2566"');
  });

  test('people and look-ups are found as before', () => {
    expect(rotated.personId('U0123')).toBe(sealer.personId('U0123'));
    expect(rotated.hash('phone', '0812345678')).toBe(sealer.hash('phone', '0812345678'));
  });

  test('they are found as before even when the first key is gone, by the look-up key that the database keeps', () => {
    const later = createSealer({ ...keysOf(dataKey('2566', 2)), lookup: firstLookupKey([old]) });
    expect(later.personId('U0123')).toBe(sealer.personId('U0123'));
  });
});

describe('a look-up hash', () => {
  test('is the same for the same value and differs by kind, value and key', () => {
    const stranger = createSealer(keysOf(dataKey('2565', 2)));
    const hashes = [
      sealer.hash('phone', '0812345678'),
      sealer.hash('phone', '0812345679'),
      sealer.hash('code', '0812345678'),
      stranger.hash('phone', '0812345678'),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(sealer.hash('phone', '0812345678')).toBe(hashes[0]);
  });

  test('of a LINE user is P and 24 letters and digits, in which the user id is not', () => {
    const userId = `U${'0123456789abcdef'.repeat(2)}`;
    expect(sealer.personId(userId)).toMatch(/^P[0-9a-hjkmnp-tv-z]{24}$/);
    expect(sealer.personId(userId)).not.toBe(sealer.personId(userId.replace('0', '1')));
  });
});

test('without a key nothing is sealed', () => {
  expect(() => createSealer({ link: 'secret', data: [], lookup: Buffer.alloc(32) })).toThrow(RangeError);
});
