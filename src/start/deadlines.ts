import { randomUUID } from 'node:crypto';
import { setDeadline } from '../app/perform/deadline.ts';
import type { Deadlines } from '../app/ports.ts';
import type {
  Deadline,
  DeadlineOutcome,
  DeadlinePlace,
  DeadlineWarning,
} from '../domain/deadline/deadline.ts';
import { nationalDeadlines2565, prachinBuriDeadlines2565 } from '../domain/deadline/deadlines2565.ts';
import { warningsOf } from '../domain/deadline/decideDeadline.ts';
import { nextDue } from '../domain/deadline/dueFor.ts';
import type { IntentId, IsoDate } from '../domain/ids.ts';

/** The dates that travel with the product. */
export const knownDeadlines: readonly Deadline[] = [...nationalDeadlines2565, ...prachinBuriDeadlines2565];

/** Takes over dates with who set them when; where an area has its own for a report already, these stay. */
export async function takeOverDeadlines(deadlines: Deadlines, known: readonly Deadline[]) {
  let taken = 0;
  for (const deadline of known) {
    if (await deadlines.read(deadline.id)) continue;
    if ((await deadlines.write(deadline, 0)) === 'committed') taken += 1;
  }
  return { taken, kept: known.length - taken };
}

/** Sets a date as whoever runs the command line: nobody can be asked, so the warnings are given back. */
export async function setByOperator(
  deadlines: Deadlines,
  place: DeadlinePlace,
  due: IsoDate,
  now: Date,
): Promise<{ readonly outcome: DeadlineOutcome; readonly warnings: readonly DeadlineWarning[] }> {
  const { kind, area, ...period } = place;
  const next = nextDue(await deadlines.rules(period.year), kind, period, area);
  const id = `command:${randomUUID()}` as IntentId;
  const given = { id, at: now, due, accepted: true, by: { kind: 'operator' as const } };
  const { outcome } = await setDeadline(deadlines, place, given);
  return { outcome, warnings: warningsOf({ due, at: now, ...(next && { next }) }) };
}
