import type { Done, Job } from '../../kernel/effects.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { Kept } from '../../kernel/store.ts';
import { inviteLife } from '../../programme/people/invite.ts';
import { inviteCode } from '../../programme/people/inviteCode.ts';

/** A new invitation code for a role in an area; the same intent makes the same code. */
export function createInviting(store: Pick<Kept, 'invites'>, entropy: (of: string) => Uint8Array) {
  return async (job: Job, intent: IntentOf<'invite'>): Promise<Done> => {
    const { kind: of, ...invited } = intent;
    const code = inviteCode(entropy(job.id));
    const expiresAt = new Date(job.at.getTime() + inviteLife);
    await store.invites.write({ ...invited, code, expiresAt, rev: 1, outcomes: {} }, 0);
    return { outcome: { of, code, ...invited }, notices: [] };
  };
}
