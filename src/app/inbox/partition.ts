import type { PersonId } from '../../programme/ids.ts';
import { partitions } from '../ports.ts';

/** The partition of a person, the same in every process and version: FNV-1a, folded. */
export function partitionOf(person: PersonId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < person.length; at += 1) {
    hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & (partitions - 1);
}
