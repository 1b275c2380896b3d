import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts } from '../../kernel/effects.ts';
import type { Intent, Outcome } from '../../kernel/intent.ts';
import { type Binding, isSingleSeat } from '../../programme/people/actor.ts';
import { decideInvite, type InviteOutcome } from '../../programme/people/invite.ts';
import { decideSeat, newSeat, seatId } from '../../programme/people/seat.ts';
import { handOver } from './handOver.ts';

type Redeemed = Extract<InviteOutcome, { kind: 'redeemed' }>;

/** Redeeming a code: the invitation decides, then the seat; the one who held it is told. */
export function createRedeem(parts: Pick<Parts, 'store' | 'reports' | 'profile'>) {
  const { store } = parts;
  return async (job: Job, intent: Extract<Intent, { kind: 'redeem' }>): Promise<Done> => {
    const decided = await decideShared(store.invites, intent.code, (present) => {
      if (!present) return undefined;
      const { invite, outcome } = decideInvite(present, { id: job.id, by: job.by.id, at: job.at });
      return { record: invite, outcome };
    });
    const result = decided?.outcome ?? { kind: 'unknown' as const };
    if (result.kind !== 'redeemed') {
      return { outcome: { of: 'redeem', result }, notices: [] };
    }
    const { role, scope } = result.binding;
    const center = scope.kind === 'center' ? await store.centers.read(scope.center) : undefined;
    const profile = job.by.name ? undefined : await parts.profile(job.by.lineUser);
    const binding: Binding = { ...result.binding, ...(center ? { centerName: center.center.name } : {}) };
    const handed = await takeOver(job, result, job.by.name ?? profile?.name ?? '');
    const outcome: Outcome = {
      of: 'redeem',
      result: { ...result, binding },
      ...(profile ? { name: profile.name } : {}),
      ...(handed ? { drafts: handed.drafts } : {}),
    };
    const seats = isSingleSeat(role) ? await seated(job, binding) : [];
    const others = seats.filter(({ to }) => to !== result.from);
    return { outcome, notices: [...(handed?.notices ?? []), ...others] };
  };

  /** The old account first; the new one gets the drafts with the outcome, in the turn that binds it. */
  async function takeOver(job: Job, { binding, from }: Redeemed, toName: string) {
    if (from === undefined) return undefined;
    const drafts = await handOver(parts, { id: job.id, from, to: job.by.id, toName, binding });
    if (!drafts) return undefined;
    const notice = { kind: 'areaTakenOver' as const, binding, by: toName, intent: job.id };
    return { drafts, notices: [{ to: from, notice }] };
  }

  async function seated(job: Job, binding: Binding): Promise<Done['notices']> {
    const id = seatId(binding.role, binding.scope);
    const decided = await decideShared(store.seats, id, (present) =>
      decideSeat(present ?? newSeat(id), { id: job.id, by: job.by.id, at: binding.since }),
    );
    const previous = decided?.outcome.previous;
    return previous
      ? [
          {
            to: previous.person,
            notice: { kind: 'seatTaken', binding: { ...binding, since: previous.since } },
          },
        ]
      : [];
  }
}
