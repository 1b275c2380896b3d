import fc from 'fast-check';
import { addDays } from '../../../src/programme/calendar/calendar.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';

export const day = (text: string): IsoDate => text as IsoDate;
export const year = 2565 as FiscalYear;
/** An instant of a day in Bangkok. */
export const at = (date: string, clock = '08:30'): Date => new Date(`${date}T${clock}:00+07:00`);

/** Any day from 1 October 2564 (2021) to the end of 2570 (2027). */
export const anyDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: 2282 })
  .map((days) => addDays(day('2021-10-01'), days));
