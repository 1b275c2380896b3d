import { reminderIdOf } from '../app/inbox/effectIds.ts';
import type { Reminder } from '../domain/job/reminder.ts';
import type { JobParts } from './parts.ts';

export type Settling = { readonly look: (open: readonly Reminder[]) => Promise<void> };

/** Reminders whose end nobody kept are looked after once they are open for so long, in milliseconds. */
const patience = 5_000;
const pause = 2_000;

/** Finds the end of reminders whose process died after it sent them and before it said so. */
export function createSettling({ store, clock }: Pick<JobParts, 'store' | 'clock'>): Settling {
  const since = new Map<string, number>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  return {
    async look(open) {
      const now = clock.monotonic();
      for (const { id } of open) if (!since.has(id)) since.set(id, now);
      if (now - lookedAt < pause) return;
      lookedAt = now;
      const old = open.filter(({ id }) => now - (since.get(id) ?? now) >= patience);
      for (const reminder of old)
        if (await hasLeft(reminder)) await store.reminders.settle(reminder.id, 'sent');
    },
  };

  /** It was handled, and nothing of it is left to be sent. */
  async function hasLeft({ id, person }: Reminder): Promise<boolean> {
    const isOf = (event: string) => reminderIdOf(event) === id;
    const pending = await store.inbox.pendingOf(person);
    if (pending.some((row) => isOf(row.id))) return false;
    const [record] = await store.persons.read([person]);
    const outbox = record?.outbox ?? [];
    return !outbox.some(({ event }) => isOf(event)) && !record?.pending.some((one) => isOf(one.id));
  }
}
