import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { EventId } from '../../engine/ids.ts';
import type { Person } from '../../kernel/person.ts';
import type { PersonRecord } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import { branded, idOfField, sealed } from '../db/document.ts';
import type { Box } from '../seal/box.ts';
import { placeOf } from './parts.ts';

/** The fields that queries know; the rest is written by its parts. */
export type PersonDocument = {
  readonly _id: PersonId;
  readonly rev: number;
  readonly partition: number;
  readonly bindings: readonly { readonly role: string; readonly kind: string }[];
  readonly unsettledSince?: Date;
  /** Of who left LINE. */
  readonly away?: true;
  readonly progress?: { readonly [draft: string]: number };
};

export const personIndexes: readonly mongo.IndexDescription[] = [
  {
    key: { partition: 1, unsettledSince: 1 },
    name: 'unsettled',
    partialFilterExpression: { unsettledSince: { $exists: true } },
  },
  {
    key: { 'bindings.role': 1, 'bindings.province': 1, 'bindings.district': 1, 'bindings.center': 1 },
    name: 'bindings',
  },
];

const stored = z.object({
  _id: branded<PersonId>(),
  rev: z.number(),
  handled: z.array(branded<EventId>()),
  self: sealed,
  drafts: z.record(z.string(), sealed).default({}),
  outbox: sealed,
  pending: sealed,
});

export function toRecord({ take }: Pick<Box, 'take'>, document: unknown): PersonRecord {
  const { _id: id, rev, handled, self, drafts, outbox, pending } = stored.parse(document);
  const opened = Object.entries(drafts).map(([field, draft]) => [
    idOfField(field),
    take(draft, placeOf(id, `drafts.${field}`)),
  ]);
  return {
    rev,
    handled,
    person: {
      ...take<Omit<Person, 'drafts'>>(self, placeOf(id, 'self')),
      drafts: Object.fromEntries(opened),
    },
    outbox: take(outbox, placeOf(id, 'outbox')),
    pending: take(pending, placeOf(id, 'pending')),
  };
}
