import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts } from '../../kernel/effects.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { Kept } from '../../kernel/store.ts';
import { inviteLife, withdrawInvite } from '../../programme/people/invite.ts';
import { inviteCode } from '../../programme/people/inviteCode.ts';

/** A new invitation code for a role in an area; the same intent makes the same code. */
export function createInviting({
  store,
  entropy,
  botId,
}: Pick<Parts, 'entropy' | 'botId'> & { readonly store: Pick<Kept, 'invites'> }) {
  return async (job: Job, intent: IntentOf<'invite'>): Promise<Done> => {
    const { kind: of, ...invited } = intent;
    const code = inviteCode(entropy(job.id));
    const expiresAt = new Date(job.at.getTime() + inviteLife);
    const issuedBy = job.by.id;
    await store.invites.write({ ...invited, code, expiresAt, issuedBy, rev: 1, outcomes: {} }, 0);
    const bot = await botId();
    return { outcome: { of, code, ...invited, expiresAt, ...(bot && { bot }) }, notices: [] };
  };
}

/** The invitation decides whether it can still be taken back. */
export function createWithdrawing({ invites }: Pick<Kept, 'invites'>) {
  return async ({ id, by, at }: Job, { code }: IntentOf<'withdrawInvite'>): Promise<Done> => {
    const decided = await decideShared(invites, code, (present) => {
      if (!present) return undefined;
      const { invite, outcome } = withdrawInvite(present, { id, by: by.id, at });
      return { record: invite, outcome };
    });
    if (!decided) throw new Error('an intent names an invitation that does not exist');
    const { role, scope } = decided.record;
    return { outcome: { of: 'withdrawInvite', role, scope, result: decided.outcome }, notices: [] };
  };
}
