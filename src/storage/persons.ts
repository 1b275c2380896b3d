import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { PersonRecord, Persons } from '../app/ports.ts';
import type { PersonId } from '../domain/ids.ts';
import type { EventId } from '../engine/ids.ts';
import type { Person } from '../flows/person.ts';
import type { Box } from './box.ts';
import { branded, fieldName, idOfField, sealed } from './document.ts';
import { duplicatesIn } from './duplicates.ts';
import { changes } from './person/changes.ts';
import { type PersonMarks, partsOf, placeOf } from './person/parts.ts';
import { areaFilter } from './scopes.ts';

const stored = z.object({
  _id: branded<PersonId>(),
  rev: z.number(),
  handled: z.array(branded<EventId>()),
  self: sealed,
  drafts: z.record(z.string(), sealed).default({}),
  outbox: sealed,
  pending: sealed,
});

/** The fields that queries know; the rest is in `person/parts.ts`. */
type PersonDocument = {
  readonly _id: PersonId;
  readonly rev: number;
  readonly partition: number;
  readonly bindings: readonly { readonly role: string; readonly kind: string }[];
  readonly unsettledSince?: Date;
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

export function openPersons(db: mongo.Db, box: Box, marks: PersonMarks): Persons {
  const persons = db.collection<PersonDocument>('persons');

  function toRecord(document: unknown): PersonRecord {
    const { _id: id, rev, handled, self, drafts, outbox, pending } = stored.parse(document);
    const part = <T>(path: string, content: Uint8Array) => box.take<T>(content, placeOf(id, path));
    const opened = Object.entries(drafts).map(([field, draft]) => [
      idOfField(field),
      part(`drafts.${field}`, draft),
    ]);
    return {
      rev,
      handled,
      person: { ...part<Omit<Person, 'drafts'>>('self', self), drafts: Object.fromEntries(opened) },
      outbox: part('outbox', outbox),
      pending: part('pending', pending),
    };
  }

  return {
    async read(ids) {
      const found = await persons.find({ _id: { $in: [...ids] } }).toArray();
      return found.map(toRecord);
    },

    async commit(writes) {
      if (writes.length === 0) return [];
      const updates = writes.map(({ record, expected, before }) => ({
        updateOne: {
          filter: { _id: record.person.id, rev: expected },
          update: changes(
            record.rev,
            partsOf(box, marks, record),
            before && partsOf(box, marks, before),
          ) as mongo.UpdateFilter<PersonDocument>,
          // Who lost a race then tries to insert and meets the id: only so a batch says who lost.
          upsert: true,
        },
      }));
      const lost = await duplicatesIn(persons.bulkWrite(updates, { ordered: false }));
      return writes.map((_, at) => (lost.includes(at) ? 'lost' : 'committed'));
    },

    async unsettled(partitions, before) {
      const filter = { partition: { $in: [...partitions] }, unsettledSince: { $lt: before } };
      const found = await persons.find(filter).project({ _id: 1 }).toArray();
      return found.map(({ _id }) => _id);
    },

    async holding(roles, where) {
      const bindings = { $elemMatch: { role: { $in: [...roles] }, ...areaFilter(where) } };
      const found = await persons.find({ bindings }).project({ _id: 1 }).sort({ _id: 1 }).toArray();
      return found.map(({ _id }) => _id);
    },

    async progress(drafts) {
      const ids = drafts.map(({ person }) => person);
      const found = await persons
        .find({ _id: { $in: ids } })
        .project<Pick<PersonDocument, '_id' | 'progress'>>({ progress: 1 })
        .toArray();
      const of = new Map(found.map(({ _id, progress }) => [_id, progress]));
      return new Map(
        drafts.flatMap(({ person, draft }) => {
          const answered = of.get(person)?.[fieldName(draft)];
          return answered === undefined ? [] : [[draft, answered]];
        }),
      );
    },
  };
}
