import type { Context } from '../../kernel/flow.ts';
import type { Person, ToldDay } from '../../kernel/person.ts';
import type { Reply } from '../../kernel/reply.ts';
import type { Tick } from '../../kernel/tick.ts';
import { toldDay } from '../../kernel/toldDay.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { morningOf } from '../../programme/calendar/clockHours.ts';
import type { JobName } from '../../programme/job/job.ts';

/** Days that are remembered; runs for other instants may come in any order. */
const daysKept = 5;

const dayOf = (person: Person, { at }: Pick<Tick, 'at'>): ToldDay | undefined =>
  toldDay(person, bangkokDate(at));

/** What was told on the day of a run. */
export const toldOn = (person: Person, tick: Tick): readonly JobName[] => dayOf(person, tick)?.told ?? [];

/**
 * What need not be said again: a reminder that an office put off to the morning meets the clock's. One that it orders
 * at another time is meant to be heard once more.
 */
export function remindedOf(person: Person, tick: Tick, { quiet }: Context): readonly string[] {
  const isOfMorning = tick.at.getTime() === morningOf(bangkokDate(tick.at), quiet).getTime();
  return isOfMorning ? (dayOf(person, tick)?.duties ?? []) : [];
}

/** The days with what a message tells now. */
export function daysWith(
  person: Person,
  tick: Tick,
  jobs: readonly JobName[],
  { asLongAs = [] }: Reply,
): readonly ToldDay[] {
  const before = dayOf(person, tick);
  const day: ToldDay = {
    day: bangkokDate(tick.at),
    told: [...new Set([...(before?.told ?? []), ...jobs])],
    duties: [...new Set([...(before?.duties ?? []), ...asLongAs])],
  };
  const others = (person.clock?.days ?? []).filter((one) => one !== before);
  return [...others, day].slice(-daysKept);
}
