import type { IsoDate } from '../ids.ts';

/**
 * What pushes are for, the most urgent first: when a month's quota runs short, it goes in this order. Notices of acts
 * and alerts are pushed without asking; they are named here since what is asked for leaves the reserve to them.
 */
export const sendClasses = [
  /** A report that came back or waits for a signature, also as the clock tells it, and other notices of people's acts. */
  'act',
  'overdue',
  /** A reminder of what is due within three days. */
  'soon',
  'adminAlert',
  /** A reminder of what is due later. */
  'later',
  'summary',
  'announcement',
] as const;
export type SendClass = (typeof sendClasses)[number];

/** From these the reserve of a month is kept. */
const heldBack: readonly SendClass[] = ['summary', 'announcement'];
export const isHeldBack = (of: SendClass): boolean => heldBack.includes(of);

/** One push that somebody is to be sent; its key is its own among those of one reservation. */
export type Want = { readonly key: string; readonly class: SendClass; readonly due?: IsoDate };

/** The most urgent first: by class, then what is due earlier, then by key, so that the order is always the same. */
export const inOrder = (wants: readonly Want[]): readonly Want[] => wants.toSorted(compareWants);

export function compareWants(a: Want, b: Want): number {
  const byClass = sendClasses.indexOf(a.class) - sendClasses.indexOf(b.class);
  return byClass || compareText(a.due ?? noDate, b.due ?? noDate) || compareText(a.key, b.key);
}

/** What has no date comes after what has one. */
const noDate = '9999-12-31';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
