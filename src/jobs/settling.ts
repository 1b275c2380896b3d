import { againId, reminderIdOf } from '../app/inbox/effectIds.ts';
import type { NewRow, RowState, Store } from '../app/ports.ts';
import type { PersonRecord, ReminderEnd } from '../kernel/store.ts';
import type { Reminder } from '../programme/job/reminder.ts';

type Known = Pick<Store, 'inbox' | 'persons'>;

/**
 * The ends of reminders that nobody told, as when a process died before it said so. Those that are still on their way
 * have none. That one was sent is never concluded: whatever ended its sending left as little behind.
 */
export async function endsOf(
  { inbox, persons }: Known,
  reminders: readonly Reminder[],
): Promise<readonly ReminderEnd[]> {
  const rows = await rowsOf(inbox, reminders);
  const handled = reminders.filter(({ id }) => rows.get(id) === 'finished');
  const records = await persons.read(handled.map(({ person }) => person));
  const of = new Map(records.map((record) => [record.person.id, record]));
  return reminders.flatMap(({ id, person }) => {
    const end = endOf(id, rows.get(id), of.get(person));
    return end ? [{ id, ...end }] : [];
  });
}

/** How the last row of each stands; a reminder that was told anew has several. */
export async function rowsOf(
  inbox: Known['inbox'],
  reminders: readonly Pick<Reminder, 'id'>[],
): Promise<ReadonlyMap<string, RowState>> {
  const rows = new Map<string, RowState>();
  let asked = reminders.map(({ id }) => id as NewRow['id']);
  while (asked.length > 0) {
    const found = await inbox.states(asked);
    for (const [event, state] of found) rows.set(reminderIdOf(event), state);
    asked = [...found].flatMap(([event, state]) => (state === 'finished' ? [againId(event)] : []));
  }
  return rows;
}

type End = Omit<ReminderEnd, 'id'>;
const away: End = { state: 'skipped', why: 'away' };
const unknown: End = { state: 'failed', why: 'unknown' };

function endOf(id: string, row: RowState | undefined, record: PersonRecord | undefined): End | undefined {
  if (row === 'quarantined') return unknown;
  if (row !== 'finished') return undefined;
  const isOf = (event: string) => reminderIdOf(event) === id;
  if (!record?.person.consentedAt) return away;
  const { person, outbox, pending } = record;
  if (outbox.some(({ event }) => isOf(event)) || pending.some((one) => isOf(one.id))) return undefined;
  if (person.waiting.some((one) => isOf(one.id))) return { state: 'kept', why: 'quota' };
  return person.away ? away : unknown;
}
