import { covers, type Scope } from '../area/areas.ts';
import { bangkokDate } from '../calendar/calendar.ts';
import type { IntentId, PersonId } from '../ids.ts';
import { decideOnce } from '../sharedRecord.ts';
import type { Role } from './actor.ts';
import { type Deputy, type DeputyOutcome, type DeputyTerm, levelAbove } from './deputy.ts';
import type { Seat } from './seat.ts';

export type NameDeputy = {
  readonly id: IntentId;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Date;
  /** The capacity in which it is done; none of the holder. */
  readonly capacity?: { readonly role: Role; readonly scope: Scope };
  /** Who holds the seat, as it was read for this. */
  readonly holders: readonly PersonId[];
  readonly to: { readonly person: PersonId; readonly name: string };
  /** Reports which the holder, if there is one, can sign are not among them. */
  readonly term: DeputyTerm;
};

/**
 * Names somebody for a seat; the latest word on a report, and the latest with a date, stand. @throws of an intent by
 * which the seat was taken or left.
 */
export function nameDeputy(
  seat: Seat,
  place: Pick<Deputy, 'role' | 'scope'>,
  intent: NameDeputy,
): { readonly record: Seat; readonly outcome: DeputyOutcome } {
  const { record, outcome } = decideOnce<Seat, Seat['outcomes'][string]>(seat, intent.id, () => {
    const why = refusalOf(place, intent);
    if (why) return { change: {}, outcome: why };
    const { by, byName, at, to, term } = intent;
    const deputy: Deputy = { ...place, to: to.person, name: to.name, by, byName, at, term };
    const others = (seat.deputies ?? []).flatMap((one) => beside(one, term, at));
    return { change: { deputies: [...others, deputy] }, outcome: { kind: 'named', deputy } };
  });
  if (outcome.kind === 'seated' || outcome.kind === 'vacated')
    throw new Error('one intent named a deputy and took or left the seat');
  return { record, outcome };
}

function refusalOf(
  { role, scope }: Pick<Deputy, 'role' | 'scope'>,
  { by, at, capacity, holders, to, term }: NameDeputy,
): DeputyOutcome | undefined {
  const isAbove = capacity?.role === levelAbove[role] && capacity && covers(capacity.scope, scope);
  const isHolder = holders.includes(by);
  if (!isAbove && !isHolder) return { kind: 'notEntitled' };
  if (to.person === by || holders.includes(to.person)) return { kind: 'notEntitled' };
  if (term.kind === 'reports') {
    if (!isAbove) return { kind: 'notEntitled' };
    return term.reports.length === 0 ? { kind: 'nothingWaits' } : undefined;
  }
  if (!isHolder && holders.length > 0) return { kind: 'seatTaken' };
  return term.until < bangkokDate(at) ? { kind: 'dateIsPast' } : undefined;
}

/** What of an earlier deputy stands beside a new term. */
function beside(one: Deputy, next: DeputyTerm, at: Date): readonly Deputy[] {
  const { term } = one;
  if (term.kind === 'until') return next.kind === 'until' || term.until < bangkokDate(at) ? [] : [one];
  if (next.kind === 'until') return [one];
  const reports = term.reports.filter((report) => !next.reports.includes(report));
  return reports.length === 0 ? [] : [{ ...one, term: { ...term, reports } }];
}

/** Nobody stands in who is to be forgotten. */
export function dropDeputy(seat: Seat, { id, by }: Pick<NameDeputy, 'id' | 'by'>) {
  const { deputies = [] } = seat;
  const rest = deputies.filter(({ to }) => to !== by);
  if (rest.length === deputies.length) return undefined;
  return decideOnce<Seat, Seat['outcomes'][string]>(seat, id, () => ({
    change: { deputies: rest },
    outcome: { kind: 'vacated' },
  }));
}
