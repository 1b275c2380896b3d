import { type Invite, inviteLife } from '../programme/people/invite.ts';
import { inviteCode } from '../programme/people/inviteCode.ts';
import type { OpenStore } from '../storage/index.ts';

export type Invited = Pick<Invite, 'role' | 'scope' | 'takesOverFrom'>;

/** Stores a new invitation code; the randomness is handed in. */
export async function createInvite(
  store: Pick<OpenStore, 'invites'>,
  invited: Invited,
  now: Date,
  random: Uint8Array,
): Promise<string> {
  const code = inviteCode(random);
  const expiresAt = new Date(now.getTime() + inviteLife);
  await store.invites.write({ ...invited, code, expiresAt, rev: 1, outcomes: {} }, 0);
  return code;
}
