import type { mongo } from 'mongoose';
import type { Store } from '../app/ports.ts';
import type { PersonId } from '../programme/ids.ts';
import { duplicatesIn } from './db/duplicates.ts';
import { areaFilter } from './records/scopes.ts';

type AuditDocument = {
  readonly _id: string;
  readonly who: PersonId;
  readonly at: Date;
  readonly did: string;
  readonly record: string;
  readonly kind?: string;
};

export const auditIndexes: readonly mongo.IndexDescription[] = [
  { key: { at: 1 }, name: 'time' },
  { key: { who: 1, at: 1 }, name: 'person' },
  { key: { record: 1, at: 1 }, name: 'record' },
];

/** Entries are only ever added. The same id again adds nothing. */
export function openAudit(db: mongo.Db): Store['audit'] {
  const entries = db.collection<AuditDocument>('audit');
  return {
    async add(id, who, at, audits) {
      if (audits.length === 0) return;
      const documents = audits.map(({ did, record, scope }, place) => ({
        _id: `${id}/${place}`,
        who,
        at,
        did,
        record,
        ...(scope && { kind: scope.kind, ...areaFilter(scope) }),
      }));
      await duplicatesIn(entries.insertMany(documents, { ordered: false }));
    },
  };
}
