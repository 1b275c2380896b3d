import type { Pending, PersonRecord } from '../../kernel/store.ts';
import { intentId, outcomeId, reminderIdOf } from '../inbox/effectIds.ts';
import type { Insert } from '../inbox/intake.ts';
import { encodeOutcome, noticeRow } from '../inbox/ownRows.ts';
import { partitionOf } from '../inbox/partition.ts';
import { type Lane, receive } from '../lane/lane.ts';
import type { Marking } from '../lane/marking.ts';
import type { NewRow } from '../ports.ts';
import type { Surroundings } from '../process/surroundings.ts';

/**
 * Performs what a turn left to be done: the shared record decides, others are told, the audit is written – all
 * by ids, so that it may be done again. What was decided comes back as the next row of this person.
 */
export type PerformEffects = (lane: Lane, record: PersonRecord, pending: Pending) => Promise<void>;

export function createPerformEffects(
  { store, perform, settleReminder, clock }: Surroundings,
  insert: Insert,
  /** Hands new rows of others to their lanes. */
  offer: (rows: readonly NewRow[]) => void,
  { note }: Marking,
): PerformEffects {
  function toRows({ person }: PersonRecord, pending: Pending, result: Awaited<ReturnType<typeof perform>>) {
    const { id, at, token: replyToken, tokenAt } = pending;
    const now = clock.now();
    const to = {
      lineUser: person.lineUser,
      ...(replyToken === undefined ? {} : { replyToken }),
      ...(tokenAt ? { tokenAt } : {}),
    };
    const outcome: NewRow = {
      id: outcomeId(id),
      person: person.id,
      partition: partitionOf(person.id),
      receivedAt: now,
      at,
      place: 0,
      body: encodeOutcome(result.outcome, to),
    };
    const notices = result.notices.map((one) => noticeRow(id, one.to, one.notice, now));
    return { outcome, notices };
  }

  return async (lane, record, pending) => {
    const { id, intent, audits, told = [], erased, at } = pending;
    if (intent) {
      const result = await perform({ id: intentId(id), by: record.person, intent, at });
      const { outcome, notices } = toRows(record, pending, result);
      const fresh = await insert([outcome, ...notices]);
      offer(fresh.filter((row) => row !== outcome));
      if (fresh.includes(outcome)) receive(lane, { ...outcome, tries: 0 });
      // It was inserted by somebody before: what became of it only the inbox tells.
      else lane.isStale = true;
    }
    if (audits.length > 0) await store.audit.add(id, lane.person, at, audits);
    for (const one of told) await settleReminder({ ...one, id: reminderIdOf(one.id) });
    if (erased) await store.inbox.forget(lane.person, record.handled);
    note(lane, { kind: 'performed', id });
  };
}
