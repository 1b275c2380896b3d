import { randomUUID } from 'node:crypto';
import { noticeRow } from '../app/inbox/ownRows.ts';
import type { Store } from '../app/ports.ts';
import { dateNotices } from '../features/deadline/dateNotices.ts';
import { nationalDeadlines2565, prachinBuriDeadlines2565 } from '../features/deadline/deadlines2565.ts';
import { setDeadline } from '../features/deadline/perform.ts';
import type { Deadlines } from '../features/deadline/store.ts';
import { features } from '../features/index.ts';
import { duesOf } from '../kernel/dues.ts';
import type {
  Deadline,
  DeadlineOutcome,
  DeadlinePlace,
  DeadlineWarning,
} from '../programme/deadline/deadline.ts';
import { warningsOf } from '../programme/deadline/decideDeadline.ts';
import { nextDue } from '../programme/deadline/dueFor.ts';
import { dueKindOf } from '../programme/deadline/kind.ts';
import type { Letter } from '../programme/deadline/letter.ts';
import type { IntentId, IsoDate } from '../programme/ids.ts';

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

/**
 * Sets a date as whoever runs the command line: nobody can be asked, so the warnings are given back. Those for whom it
 * changes something are told by the bot, as of a date that was set by message.
 */
export async function setByOperator(
  store: Pick<Store, 'deadlines' | 'persons' | 'inbox'>,
  place: DeadlinePlace,
  { due, letter }: { readonly due: IsoDate; readonly letter?: Letter },
  at: Date,
): Promise<{
  readonly outcome: DeadlineOutcome;
  readonly warnings: readonly DeadlineWarning[];
  readonly told: number;
}> {
  const { kind, area, ...period } = place;
  const dues = duesOf(features);
  const next = nextDue(await store.deadlines.rules(period.year), dueKindOf(dues, kind), period, area);
  const id = `command:${randomUUID()}` as IntentId;
  const by = { kind: 'operator' as const };
  const given = { id, at, due, ...(letter && { letter }), accepted: true, by };
  const { outcome, record } = await setDeadline({ ...store, dues }, place, given);
  const notices =
    outcome.kind === 'set' ? await dateNotices({ ...store, dues }, { place, due, at, record }) : [];
  await store.inbox.insert(notices.map(({ to, notice }) => noticeRow(id, to, notice, at)));
  return { outcome, warnings: warningsOf({ due, at, ...(next && { next }) }), told: notices.length };
}
