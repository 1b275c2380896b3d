import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { InboxRow, NewRow } from '../../app/ports.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { EventId, Json } from '../../engine/ids.ts';
import { branded, sealed } from '../db/document.ts';
import { KeyAbsent, type Sealer, SealProblem } from '../seal/seal.ts';

const unfinished = z.object({
  _id: branded<EventId>(),
  person: branded<PersonId>(),
  partition: z.number(),
  receivedAt: z.date(),
  at: z.date(),
  place: z.number(),
  body: sealed,
  tries: z.number(),
  retryAt: z.date().optional(),
});

export type InboxDocument = z.output<typeof unfinished> & {
  /** The process that received the event. */
  readonly process: string;
  /** There until the row is finished or put aside; partial indexes cannot ask for an absent field. */
  readonly pending?: true;
  readonly failure?: string;
  readonly quarantinedAt?: Date;
  readonly finishedAt?: Date;
};

/** Redelivery may come a week later, so ids are remembered for longer than that; in seconds. */
const kept = 30 * 24 * 3600;
export const inOrder = { at: 1, place: 1, receivedAt: 1, _id: 1 } as const;
const partialFilterExpression = { pending: true };

export const inboxIndexes: readonly mongo.IndexDescription[] = [
  { key: { partition: 1, ...inOrder }, name: 'pendingOfPartition', partialFilterExpression },
  { key: { person: 1, ...inOrder }, name: 'pendingOfPerson', partialFilterExpression },
  { key: { finishedAt: 1 }, name: 'expiry', expireAfterSeconds: kept },
];

const bodyOf = (id: EventId) => `inbox/${id}/body`;

export function toDocument(
  { seal }: Pick<Sealer, 'seal'>,
  process: string,
  { id, body, ...row }: NewRow,
): InboxDocument {
  return { _id: id, ...row, body: seal(body, bodyOf(id)), tries: 0, process, pending: true };
}

/** Nothing for a document that cannot be read. */
export function toRow({ open }: Pick<Sealer, 'open'>, document: unknown): InboxRow | undefined {
  try {
    const { _id: id, body, retryAt: _, ...row } = unfinished.parse(document);
    return { id, ...row, ...opened(() => open(body, bodyOf(id))) };
  } catch (error) {
    if (error instanceof SealProblem || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** A row that others can open keeps its place, so that nothing of the person goes before it. */
function opened(open: () => Json): Pick<InboxRow, 'body' | 'unopened'> {
  try {
    return { body: open() };
  } catch (error) {
    if (error instanceof KeyAbsent) return { body: null, unopened: error };
    throw error;
  }
}
