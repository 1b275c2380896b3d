import type { CenterId, FiscalYear } from '../programme/ids.ts';

/** A center in a year, as buttons and open questions carry it: `<center>@<year>`. */
export const centerYearKey = (center: string, year: FiscalYear): string => `${center}@${year}`;

/** What such a key says. Buttons of before name the center alone. */
export function readCenterYear(key: string | undefined): {
  readonly center?: CenterId;
  readonly year?: FiscalYear;
} {
  const [center, year] = key?.split('@') ?? [];
  const known = readYear(year);
  return { ...(center && { center: center as CenterId }), ...(known && { year: known }) };
}

/** A fiscal year of four digits that a button carries. */
export const readYear = (word: string | undefined): FiscalYear | undefined =>
  word !== undefined && /^\d{4}$/.test(word) ? (Number(word) as FiscalYear) : undefined;
