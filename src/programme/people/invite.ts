import type { Scope } from '../area/areas.ts';
import type { IntentId, PersonId } from '../ids.ts';
import { remember, type Shared } from '../sharedRecord.ts';
import type { Binding, Role } from './actor.ts';

/** How long an invitation code can be used: 7 days, in milliseconds. */
export const inviteLife = 7 * 24 * 3600 * 1000;
/** Wrong codes in a row until the account waits. */
export const triesAllowed = 5;
/** How long it waits then: one hour, in milliseconds. */
export const lockLife = 3600 * 1000;

/** A one-time code for a role in an area. */
export type Invite = Shared<InviteOutcome> & {
  readonly code: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly expiresAt: Date;
  /** Whose place the invited person takes. */
  readonly takesOverFrom?: PersonId;
  readonly usedBy?: PersonId;
};

export type InviteOutcome =
  | { readonly kind: 'redeemed'; readonly binding: Binding; readonly from?: PersonId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' };

export type Redeem = { readonly id: IntentId; readonly by: PersonId; readonly at: Date };

export function decideInvite(present: Invite, intent: Redeem): { invite: Invite; outcome: InviteOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { invite: present, outcome: known };
  const outcome = redeem(present, intent);
  const used = outcome.kind === 'redeemed' ? { usedBy: intent.by } : {};
  return {
    outcome,
    invite: {
      ...present,
      ...used,
      rev: present.rev + 1,
      outcomes: remember(present.outcomes, intent.id, outcome),
    },
  };
}

function redeem(invite: Invite, { at, by }: Redeem): InviteOutcome {
  if (invite.usedBy) return { kind: 'used' };
  if (invite.expiresAt <= at) return { kind: 'expired' };
  const { role, scope, takesOverFrom } = invite;
  const from = takesOverFrom === by ? undefined : takesOverFrom;
  return { kind: 'redeemed', binding: { role, scope, since: at }, ...(from ? { from } : {}) };
}
