import { bareCode, encodeCrockford, readCrockford } from '../crockford.ts';

/** Symbols of an invitation code: 40 bits. */
const length = 8;

/** An invitation code out of five or more random bytes. */
export const inviteCode = (random: Uint8Array): string => encodeCrockford(random, length);

/** Reads an invitation code as people type it; nothing where it cannot be one. */
export function readInviteCode(text: string): string | undefined {
  const code = bareCode(text);
  return code.length === length ? readCrockford(code) : undefined;
}
