import type { EventId } from '../../engine/ids.ts';
import type { Outgoing, Pending, PersonRecord } from '../../kernel/store.ts';
import { type Waiting, waitsOf, withRiderBack } from '../../kernel/waiting.ts';

/**
 * Something that happened and is not in the person's document yet. Marks are written together with the person's
 * next turn, so that they cost nothing under load; they fit any later state of the document.
 */
export type Mark =
  /** Answered with 200: only this makes a question heard. */
  | {
      readonly kind: 'sent';
      readonly id: string;
      readonly event: EventId;
      readonly heardAt: Date;
      /** LINE's ids of the messages that the reply itself is. */
      readonly messages?: readonly string[];
    }
  /** Not to be tried again. */
  | { readonly kind: 'over'; readonly id: string; readonly attempts: number }
  /** Certainly did not arrive and is not sent any more; what it carried waits for another reply. */
  | { readonly kind: 'dropped'; readonly id: string; readonly attempts: number }
  /** Waits for the next reply, since it may not be pushed. */
  | { readonly kind: 'kept'; readonly id: string; readonly attempts: number }
  | { readonly kind: 'performed'; readonly id: Pending['id'] }
  /** Its effects failed for good: it counts as not handled, so that an operator may try it again. */
  | { readonly kind: 'givenUp'; readonly id: Pending['id'] };

export const applyMarks = (record: PersonRecord, marks: readonly Mark[]): PersonRecord =>
  marks.reduce(applyMark, record);

function applyMark(record: PersonRecord, mark: Mark): PersonRecord {
  switch (mark.kind) {
    case 'sent':
      return heard(without(record, mark.id), mark);
    case 'over':
      return ofAttempt(record, mark) ? without(record, mark.id) : record;
    case 'dropped': {
      const entry = ofAttempt(record, mark);
      return entry ? freed(without(record, mark.id), entry) : record;
    }
    case 'kept': {
      const entry = ofAttempt(record, mark);
      return entry ? kept(without(record, mark.id), entry) : record;
    }
    case 'performed':
      return { ...record, pending: record.pending.filter(({ id }) => id !== mark.id) };
    case 'givenUp':
      return {
        ...record,
        pending: record.pending.filter(({ id }) => id !== mark.id),
        handled: record.handled.filter((id) => id !== mark.id),
      };
    default:
      return mark satisfies never;
  }
}

/** The entry that a mark is about, unless another process went on with it. */
const ofAttempt = (
  { outbox }: PersonRecord,
  mark: { readonly id: string; readonly attempts: number },
): Outgoing | undefined => outbox.find(({ id, attempts }) => id === mark.id && attempts === mark.attempts);

const without = (record: PersonRecord, id: string): PersonRecord => ({
  ...record,
  outbox: record.outbox.filter((entry) => entry.id !== id),
});

function heard(
  record: PersonRecord,
  { event, heardAt, messages }: Extract<Mark, { kind: 'sent' }>,
): PersonRecord {
  const { person } = record;
  if (person.shown.by !== event || person.shown.heardAt) return record;
  const shown = { ...person.shown, heardAt, ...(messages && { messages }) };
  return { ...record, person: { ...person, shown } };
}

/** A notice that rode along waits again, before the others. */
export function freed(record: PersonRecord, { carries }: Outgoing): PersonRecord {
  const { person } = record;
  return carries
    ? { ...record, person: { ...person, waiting: withRiderBack(person.waiting, carries) } }
    : record;
}

/** A push that nobody else caused is the receipt of what the person did. */
function kept(record: PersonRecord, { id, reply, cause }: Outgoing): PersonRecord {
  const { person } = record;
  const parts: readonly Waiting[] = cause ? waitsOf(id, cause) : [{ id, gone: 0, kind: 'receipt', reply }];
  return { ...record, person: { ...person, waiting: [...person.waiting, ...parts] } };
}
