import type { mongo } from 'mongoose';
import type { Box } from '../seal/box.ts';
import { type PersonDocument, toRecord } from './document.ts';

/** Marks who left LINE, which releases before kept sealed only. */
export async function showAway({ db, box }: { readonly db: mongo.Db; readonly box: Box }): Promise<void> {
  const persons = db.collection<PersonDocument>('persons');
  const bound = { 'bindings.0': { $exists: true }, away: { $exists: false } } as const;
  for await (const { _id } of persons.find(bound).project<Pick<PersonDocument, '_id'>>({ _id: 1 })) {
    let isSettled = false;
    while (!isSettled) {
      const found = await persons.findOne({ _id });
      const record = found && toRecord(box, found);
      // Whoever changed the person meanwhile may be of a release before: it is looked at again.
      isSettled =
        !record?.person.away ||
        (await persons.updateOne({ _id, rev: record.rev }, { $set: { away: true } })).matchedCount > 0;
    }
  }
}
