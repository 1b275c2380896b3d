import { mayWriteAt, nextMorning } from '../programme/calendar/clockHours.ts';
import { preview } from '../programme/quota/monthQuota.ts';
import type { SendClass } from '../programme/quota/want.ts';
import type { Reached } from './duty/readLate.ts';
import type { Parts } from './effects.ts';
import type { Reach } from './reach.ts';

/** How many people something reaches, what of the month's pushes it takes, and when, where now is not the time. */
export async function reachOf(
  { pushes, clock, quiet }: Pick<Parts, 'pushes' | 'clock' | 'quiet'>,
  { to, away }: Reached,
  as: SendClass,
): Promise<Reach> {
  const now = clock.now();
  const people = to.length;
  const opensAt = mayWriteAt(now, quiet) ? {} : { opensAt: nextMorning(now, quiet) };
  return { people, away, ...preview(await pushes.now(), as, people), ...opensAt };
}
