import type { Role } from '../domain/actor.ts';
import type { Scope } from '../domain/areas.ts';
import { inviteLife } from '../domain/invite.ts';
import { inviteCode } from '../domain/inviteCode.ts';
import type { OpenStore } from '../storage/index.ts';

/** Stores a new invitation code; the randomness is handed in. */
export async function createInvite(
  store: Pick<OpenStore, 'invites'>,
  role: Role,
  scope: Scope,
  now: Date,
  random: Uint8Array,
): Promise<string> {
  const code = inviteCode(random);
  const expiresAt = new Date(now.getTime() + inviteLife);
  await store.invites.write({ code, role, scope, expiresAt, rev: 1, outcomes: {} }, 0);
  return code;
}
