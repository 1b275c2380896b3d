import { type Scope, scopeKey } from '../area/areas.ts';
import type { IntentId, PersonId } from '../ids.ts';
import { remember, type Shared } from '../sharedRecord.ts';
import type { Role } from './actor.ts';
import type { Deputy, DeputyOutcome } from './deputy.ts';

/** A seat that one person holds at a time, such as a center's chair; whoever takes it ends the one before. */
export type Seat = Shared<SeatOutcome | DeputyOutcome> & {
  readonly id: string;
  readonly holder?: SeatHolder;
  /** Who was named to sign for it since somebody last took or left it, the newest last. */
  readonly deputies?: readonly Deputy[];
};
export type SeatHolder = { readonly person: PersonId; readonly since: Date };
export type SeatOutcome =
  | { readonly kind: 'seated'; readonly previous?: SeatHolder }
  | { readonly kind: 'vacated' };

export const seatId = (role: Role, scope: Scope): string => `${role}:${scopeKey(scope)}`;

/** A seat that nobody ever took. */
export const newSeat = (id: string): Seat => ({ id, rev: 0, outcomes: {} });

type SeatIntent = { readonly id: IntentId; readonly by: PersonId; readonly at: Date };

/** Whoever takes the seat signs for it from now on, and no deputy of before. */
export function decideSeat(present: Seat, intent: SeatIntent) {
  const known = present.outcomes[intent.id];
  if (known?.kind === 'seated') return { record: present, outcome: known };
  const previous = present.holder?.person === intent.by ? undefined : present.holder;
  const outcome = { kind: 'seated' as const, ...(previous ? { previous } : {}) };
  const record: Seat = {
    id: present.id,
    holder: { person: intent.by, since: intent.at },
    rev: present.rev + 1,
    outcomes: remember(present.outcomes, intent.id, outcome),
  };
  return { record, outcome };
}

/** Leaves a seat empty, where the person still holds it, and ends the deputies of that person with it. */
export function vacateSeat(present: Seat, { id, by }: Pick<SeatIntent, 'id' | 'by'>) {
  if (present.holder?.person !== by) return undefined;
  const outcome: SeatOutcome = { kind: 'vacated' };
  const { holder: _left, deputies: _ended, ...rest } = present;
  const outcomes = remember(present.outcomes, id, outcome);
  const record: Seat = { ...rest, rev: present.rev + 1, outcomes };
  return { record, outcome };
}
