const DAY_MS = 86_400_000;

const toIso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The date as `YYYY-MM-DD`, or undefined when the calendar has no such day. Gregorian year of four digits, month 1–12. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? toIso(date.getTime()) : undefined;
}

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** The day so many days after, or before when negative. */
export const daysAfter = (iso: string, days: number): string => toIso(Date.parse(iso) + days * DAY_MS);

/** How many days lie between two dates, whichever comes first. */
export const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;

/** Day of the week, Sunday 0. */
export const weekdayOf = (iso: string): number => new Date(Date.parse(iso)).getUTCDay();
