import type { mongo } from 'mongoose';
import type { EventId } from '../../src/engine/ids.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { createSealer, openStore } from '../../src/storage/index.ts';
import type { Evidence } from '../app/oracle.ts';
import { submission } from '../app/toy.ts';
import { figures, marks } from '../storage/mongoWorld.ts';
import { stores } from '../support/stores.ts';
import { dataKeys, keysOf } from './keys.ts';
import { readCount } from './sharedCount.ts';

type Row = {
  readonly _id: EventId;
  readonly person?: PersonId;
  readonly body?: unknown;
  readonly pending?: true;
  readonly quarantinedAt?: Date;
};

/** What the database tells after a run; each document still names all that it handled, in order. */
export async function readEvidence(
  db: mongo.Db,
  people: readonly PersonId[],
): Promise<Pick<Evidence, 'memory' | 'shared'>> {
  const sealer = createSealer(keysOf(dataKeys('k2', 'k1')));
  const store = openStore({ stores, db, sealer, process: 'judge', clock: () => new Date(), marks, figures });
  const records = await store.persons.read(people);
  const rows = await db.collection<Row>('inbox').find().toArray();
  const { totals } = await readCount(db);
  return {
    memory: {
      people: new Map(records.map((record) => [record.person.id, record])),
      history: records.flatMap(({ person, handled }) =>
        handled.map((event) => ({ person: person.id, event, by: 'one of them' })),
      ),
      rows: new Map(rows.map((row) => [row._id, judged(row)])),
    },
    shared: {
      outcomes: new Map(Object.entries(totals).map(([intent, total]) => [intent, submission(total)])),
    },
  };
}

function judged({ _id: id, person, body, pending, quarantinedAt }: Row) {
  const ended = quarantinedAt ? ('quarantined' as const) : ('finished' as const);
  return {
    id,
    person: person ?? ('nobody' as PersonId),
    body: body === undefined ? null : 'kept',
    state: pending ? ('pending' as const) : ended,
  };
}
