import type { LineFigures, MonthQuota, Reservation } from './monthQuota.ts';

/**
 * How long a reservation holds, in milliseconds: one day. LINE knows a retry key as long, so nothing is pushed under
 * a reservation that is older, and one that nobody settled is not kept for ever.
 */
export const reservationLife = 24 * 3600 * 1000;

/**
 * Takes in what LINE told. `asked` is the `rev` of the record that was read before asking: what was settled by then
 * is in LINE's figure and is forgotten, what was not may be and stays. So some pushes may be counted twice until the
 * next time, and none never.
 */
export function sync(
  present: MonthQuota,
  { told, asked, at }: { readonly told: LineFigures; readonly asked: number; readonly at: Date },
): { record: MonthQuota; outcome: LineFigures } {
  // An answer from before the one that stands knows nothing of the pushes that were forgotten with that one.
  if (asked < present.askedAt) return { record: present, outcome: present.told };
  const used = asked === present.askedAt ? Math.max(told.used, present.told.used) : told.used;
  const isOver = (one: Reservation) =>
    (one.settledAt !== undefined && one.settledAt <= asked) ||
    at.getTime() - one.at.getTime() > reservationLife;
  const reservations = present.reservations.filter((one) => !isOver(one));
  const next = { limit: told.limit, used };
  return {
    record: { ...present, rev: present.rev + 1, told: next, askedAt: asked, reservations },
    outcome: next,
  };
}
