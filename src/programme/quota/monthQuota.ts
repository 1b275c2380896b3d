import { bangkokDate } from '../calendar/calendar.ts';
import { isHeldBack, type SendClass, type Want } from './want.ts';

/**
 * The pushes of one month: what LINE told of them, and what was reserved since. Whatever sends to many – runs and
 * announcements – reserves here before it pushes, by compare-and-swap on `rev`, so that together they never push more
 * than is left. Notices of people's acts and alerts are few and are pushed without: LINE's next figure has them.
 */
export type MonthQuota = {
  /** `YYYY-MM`, in Bangkok, of the day of sending. */
  readonly month: string;
  readonly rev: number;
  readonly told: LineFigures;
  /** The `rev` that was read before LINE was last asked. */
  readonly askedAt: number;
  readonly reservations: readonly Reservation[];
};

/** What LINE answers: how many pushes the month has, and how many of them were used. */
export type LineFigures = { readonly limit: number | 'none'; readonly used: number };

/**
 * Pushes that one run or effect may make. Which ones is not listed: they are the first in their order, up to the last
 * one, so the same wants have the same grants however often they are asked for.
 */
export type Reservation = {
  readonly id: string;
  readonly at: Date;
  readonly granted: number;
  /** What LINE had counted by then. */
  readonly usedBefore?: number;
  readonly last?: Want;
  /** Granted keys of pushes that certainly did not go out. */
  readonly released: readonly string[];
  /** The `rev` with which it became known that none of its pushes is under way any more. */
  readonly settledAt?: number;
};

export const quotaMonthOf = (at: Date): string => bangkokDate(at).slice(0, 7);

/** A month begins with what LINE tells. */
export const openMonth = (month: string, told: LineFigures): MonthQuota => ({
  month,
  rev: 0,
  told,
  askedAt: 0,
  reservations: [],
});

/** Pushes that are neither used nor reserved; infinitely many where LINE sets no limit. */
export function leftOf({ told, reservations }: MonthQuota): number {
  if (told.limit === 'none') return Number.POSITIVE_INFINITY;
  return Math.max(0, told.limit - told.used - reservedIn(reservations));
}

const reservedIn = (reservations: readonly Reservation[]): number =>
  reservations.reduce((sum, { granted, released }) => sum + granted - released.length, 0);

/**
 * No fewer are left than `leftOf` says, which counts those twice that LINE counted while their reservation stands, and
 * no more than this: all that LINE counted since the first reservation are taken for pushes of reservations.
 */
function leftAtMost({ told, reservations }: MonthQuota): number {
  if (told.limit === 'none') return Number.POSITIVE_INFINITY;
  const usedBefore = reservations.map((one) => one.usedBefore ?? 0);
  const counted = Math.max(0, told.used - Math.min(told.used, ...usedBefore));
  const open = Math.max(0, reservedIn(reservations) - counted);
  return Math.max(0, told.limit - told.used - open);
}

/** A month with fewer pushes has no reserve. */
const smallestWithReserve = 100;

/** Pushes that summaries and announcements leave to the other classes: a tenth of the month, rounded up. */
export const reserveOf = ({ told: { limit } }: MonthQuota): number =>
  limit === 'none' || limit < smallestWithReserve ? 0 : Math.ceil(limit / 10);

/** Pushes that a class may take now. */
export const leftFor = (quota: MonthQuota, of: SendClass): number =>
  isHeldBack(of) ? Math.max(0, leftOf(quota) - reserveOf(quota)) : leftOf(quota);

/** What a card says before it is confirmed. */
export type Preview = {
  readonly left: number | 'none';
  /** How many of those left stay for more urgent classes. */
  readonly reserved: number;
  /** How many of the count could go out now; the others ride along with the next reply. */
  readonly granted: number;
};

/** How a number of pushes of one class would fare now. */
export function preview(quota: MonthQuota, of: SendClass, count: number): Preview {
  const left = leftOf(quota);
  const free = leftFor(quota, of);
  return {
    left: quota.told.limit === 'none' ? 'none' : left,
    reserved: quota.told.limit === 'none' ? 0 : left - free,
    granted: Math.min(count, free),
  };
}

/** Less than a tenth of the month is left, for certain: pushes of runs that are under way may be counted twice. */
export const isNearlyUsedUp = (quota: MonthQuota): boolean =>
  quota.told.limit !== 'none' && leftAtMost(quota) * 10 < quota.told.limit;
