import type { IsoDate } from '../programme/ids.ts';
import type { Person, ToldDay } from './person.ts';

/** What the clock, and offices by its way, told a person on a day. */
export const toldDay = ({ clock }: Pick<Person, 'clock'>, on: IsoDate): ToldDay | undefined =>
  clock?.days.find(({ day }) => day === on);
