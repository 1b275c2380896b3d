import { covers, type Scope } from '../area/areas.ts';
import type { IntentId, PersonId } from '../ids.ts';
import { remember, type Shared } from '../sharedRecord.ts';
import { type Binding, invitableBy, type Role } from './actor.ts';

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
  /** Who made it by message; nobody where the command line did. */
  readonly issuedBy?: PersonId;
  readonly withdrawnBy?: PersonId;
};

export type InviteOutcome =
  | { readonly kind: 'redeemed'; readonly binding: Binding; readonly from?: PersonId }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' }
  | { readonly kind: 'withdrawn' }
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
  if (invite.withdrawnBy) return { kind: 'withdrawn' };
  if (invite.expiresAt <= at) return { kind: 'expired' };
  const { role, scope, takesOverFrom } = invite;
  const from = takesOverFrom === by ? undefined : takesOverFrom;
  return { kind: 'redeemed', binding: { role, scope, since: at }, ...(from ? { from } : {}) };
}

/** Takes back a code that nobody used yet. */
export function withdrawInvite(
  present: Invite,
  { id, by, at }: Redeem,
): { invite: Invite; outcome: InviteOutcome } {
  const known = present.outcomes[id];
  if (known) return { invite: present, outcome: known };
  const ended = present.expiresAt <= at ? ({ kind: 'expired' } as const) : undefined;
  const outcome: InviteOutcome = present.usedBy ? { kind: 'used' } : (ended ?? { kind: 'withdrawn' });
  const withdrawn = outcome.kind === 'withdrawn' ? { withdrawnBy: present.withdrawnBy ?? by } : {};
  const outcomes = remember(present.outcomes, id, outcome);
  return { outcome, invite: { ...present, ...withdrawn, rev: present.rev + 1, outcomes } };
}

/** Whether one of these capacities invites to the role in the area. */
export const mayInvite = (
  bindings: readonly Binding[],
  { role, scope }: Pick<Invite, 'role' | 'scope'>,
): boolean =>
  bindings.some((binding) => invitableBy[binding.role].includes(role) && covers(binding.scope, scope));
