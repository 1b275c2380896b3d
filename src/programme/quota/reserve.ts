import { leftFor, type MonthQuota, type Reservation } from './monthQuota.ts';
import { compareWants, inOrder, isHeldBack, type Want } from './want.ts';

export type Reserve = {
  readonly id: string;
  readonly at: Date;
  readonly wants: readonly Want[];
  /** LINE does not say what is left. What it said last may be old, and it refuses itself what is too many. */
  readonly isUntold?: boolean;
};
/** The keys that may be pushed, the most urgent first; the others ride along with the next reply. */
export type Granted = { readonly granted: readonly string[] };

/**
 * Reserves pushes. The same id again has the same answer; with fewer of the same wants, as after a crash when some
 * are no longer needed, what was granted of them.
 */
export function reserve(
  present: MonthQuota,
  { id, at, wants, isUntold = false }: Reserve,
): { record: MonthQuota; outcome: Granted } {
  const known = reservationOf(present, id);
  if (known) return { record: present, outcome: { granted: keysOf(grantedBefore(known, wants)) } };
  const granted = isUntold ? inOrder(wants) : grant(present, wants);
  const last = granted.at(-1);
  const usedBefore = present.told.used;
  const made = { id, at, granted: granted.length, usedBefore, ...(last && { last }), released: [] };
  return {
    record: { ...present, rev: present.rev + 1, reservations: [...present.reservations, made] },
    outcome: { granted: keysOf(granted) },
  };
}

const reservationOf = ({ reservations }: MonthQuota, id: string) => reservations.find((one) => one.id === id);
const keysOf = (wants: readonly Want[]) => wants.map(({ key }) => key);

/** As many as are left for their class. It is less for the later classes, so what is granted are the first in order. */
function grant(quota: MonthQuota, wants: readonly Want[]): readonly Want[] {
  const free = { first: leftFor(quota, 'act'), later: leftFor(quota, 'announcement') };
  return inOrder(wants).filter((want, place) => place < (isHeldBack(want.class) ? free.later : free.first));
}

/** What was given back stays so: its place may have gone to another. */
function grantedBefore({ granted, last, released }: Reservation, wants: readonly Want[]): readonly Want[] {
  if (!last) return [];
  const first = inOrder(wants.filter((want) => compareWants(want, last) <= 0)).slice(0, granted);
  return first.filter(({ key }) => !released.includes(key));
}

type Changed = { readonly record: MonthQuota; readonly outcome: undefined };

/** Gives back a push that was granted and certainly did not go out, such as one to a person who blocked the bot. */
export const release = (
  present: MonthQuota,
  { id, key }: { readonly id: string; readonly key: string },
): Changed =>
  change(present, id, (one) =>
    one.released.includes(key) || one.released.length >= one.granted
      ? one
      : { ...one, released: [...one.released, key] },
  );

/**
 * States that none of a reservation's pushes is under way any more and that its id will not be reserved again: it is
 * forgotten when LINE, asked later, has counted them.
 */
export const settleReservation = (present: MonthQuota, { id }: { readonly id: string }): Changed =>
  change(present, id, (one) => (one.settledAt === undefined ? { ...one, settledAt: present.rev + 1 } : one));

/** The record with one reservation changed; the record itself where it stays as it is. */
function change(present: MonthQuota, id: string, to: (one: Reservation) => Reservation): Changed {
  const before = reservationOf(present, id);
  const after = before && to(before);
  if (!after || after === before) return { record: present, outcome: undefined };
  const reservations = present.reservations.map((one) => (one === before ? after : one));
  return { record: { ...present, rev: present.rev + 1, reservations }, outcome: undefined };
}
