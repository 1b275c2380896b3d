import { readDataKeys } from '../../src/config.ts';
import type { Keys } from '../../src/storage/index.ts';

const keyOf = (id: 'k1' | 'k2') => `${id}:${Buffer.alloc(32, id).toString('base64')}`;

/** The two keys of a rotation as settings name them, the one that seals first. */
export const dataKeys = (...ids: readonly ('k1' | 'k2')[]): string => ids.map(keyOf).join(',');

/** The keys of a process with that setting. */
export function keysOf(setting: string): Keys {
  const data = readDataKeys(setting);
  if (!data) throw new Error('not a setting of data keys');
  return { link: 'the link secret of a run', data, lookup: new Uint8Array(32).fill(9) };
}
