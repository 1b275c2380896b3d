import type { mongo } from 'mongoose';
import type { Persons } from '../../kernel/store.ts';
import { covers, type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Binding } from '../../programme/people/actor.ts';
import { fieldName } from '../db/document.ts';
import { duplicatesIn } from '../db/duplicates.ts';
import { areaFilter } from '../records/scopes.ts';
import type { Box } from '../seal/box.ts';
import { changes } from './changes.ts';
import { type PersonDocument, toRecord } from './document.ts';
import { type PersonMarks, partsOf } from './parts.ts';

/** A binding as it is stored. */
type BoundIn = Scope & { readonly role: string };

type Update = mongo.UpdateFilter<PersonDocument>;

export function openPersons(db: mongo.Db, box: Box, marks: PersonMarks): Persons {
  const persons = db.collection<PersonDocument>('persons');

  async function idsOf(filter: mongo.Filter<PersonDocument>) {
    const found = await persons.find(filter).project<Pick<PersonDocument, '_id'>>({ _id: 1 }).toArray();
    return found.map(({ _id }) => _id).sort();
  }

  const inArea = (role: Binding['role'], where: Scope): mongo.Filter<PersonDocument> => ({
    bindings: { $elemMatch: { role, ...areaFilter(where) } },
  });

  return {
    async read(ids) {
      const found = await persons.find({ _id: { $in: [...ids] } }).toArray();
      return found.map((document) => toRecord(box, document));
    },

    async commit(writes) {
      if (writes.length === 0) return [];
      const parts = (record: Parameters<typeof partsOf>[2]) => partsOf(box, marks, record);
      const updates = writes.map(({ record, expected, before }) => ({
        updateOne: {
          filter: { _id: record.person.id, rev: expected },
          update: changes(record.rev, parts(record), before && parts(before)) as Update,
          // Who lost a race then tries to insert and meets the id: only so a batch says who lost.
          upsert: true,
        },
      }));
      const lost = await duplicatesIn(persons.bulkWrite(updates, { ordered: false }));
      return writes.map((_, at) => (lost.includes(at) ? 'lost' : 'committed'));
    },

    unsettled: (partitions, before) =>
      idsOf({ partition: { $in: [...partitions] }, unsettledSince: { $lt: before } }),

    holding: (roles, where) =>
      idsOf({ bindings: { $elemMatch: { role: { $in: [...roles] }, ...areaFilter(where) } } }),

    async areasOf(role, where) {
      const found = (await persons.distinct('bindings', inArea(role, where))) as readonly BoundIn[];
      const areas = scopesIn(found, role, where).map((scope) => [scopeKey(scope), scope] as const);
      return [...new Map(areas.toSorted(([a], [b]) => (a < b ? -1 : 1))).values()];
    },

    async holders(role, where) {
      const found = await persons
        .find(inArea(role, where))
        .project<{ readonly _id: PersonId; readonly bindings: readonly BoundIn[]; readonly away?: true }>({
          ...{ bindings: 1, away: 1 },
        })
        .sort({ _id: 1 })
        .toArray();
      return found.flatMap(({ _id, bindings, away = false }) =>
        scopesIn(bindings, role, where).map((scope) => ({ person: _id, scope, away })),
      );
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

/** The areas of a role that lie within one. */
const scopesIn = (bindings: readonly BoundIn[], role: Binding['role'], where: Scope): readonly Scope[] =>
  bindings.flatMap(({ role: held, ...scope }) => (held === role && covers(where, scope) ? [scope] : []));
