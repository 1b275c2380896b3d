import type { mongo } from 'mongoose';
import type { AnyCase, Cases, CasesOf } from '../../kernel/report/cases.ts';
import { receiptsOf } from '../../programme/report/case.ts';
import { scopeOfUnit, unitId } from '../../programme/report/unit.ts';
import type { Box } from '../seal/box.ts';
import { type RecordDocument, type SealedRecords, sealedRecords } from './index.ts';
import { areasFilter } from './scopes.ts';

export const caseIndexes: readonly mongo.IndexDescription[] = [
  { key: { kind: 1, year: 1, province: 1, district: 1 }, name: 'kind' },
  { key: { unit: 1, kind: 1 }, name: 'unit' },
  {
    key: { receipts: 1 },
    name: 'receipt',
    unique: true,
    partialFilterExpression: { receipts: { $exists: true } },
  },
  { key: { 'holder.person': 1 }, name: 'holder', sparse: true },
];

/** A case without receipts lacks the field: of empty lists the unique index would allow only one. */
function inClear(record: AnyCase) {
  const { kind, unit, period, holder } = record;
  const { kind: _area, ...place } = scopeOfUnit(unit);
  const receipts = receiptsOf(record);
  return {
    ...place,
    kind,
    unit: unitId(unit),
    ...period,
    ...(holder && { holder: { person: holder.person, draft: holder.draft } }),
    ...(receipts.length > 0 && { receipts }),
  };
}

const recordsOf = <R extends AnyCase>(db: mongo.Db, box: Box): SealedRecords<R> =>
  sealedRecords<R>(db.collection<RecordDocument>('cases'), box, { idOf: ({ id }) => id, inClear });

/** All of them, for what goes through every kind. */
export const caseRecords = (db: mongo.Db, box: Box): SealedRecords<AnyCase> => recordsOf(db, box);

export function openCases(db: mongo.Db, box: Box): Cases {
  const all = caseRecords(db, box);
  return {
    of: ({ id }) => casesOf(recordsOf(db, box), id),
    heldBy: (person) => all.find({ 'holder.person': person }),
    async byReceipt(receipt, within) {
      const [found] = await all.find({ ...areasFilter(within), receipts: receipt });
      return found;
    },
  };
}

const casesOf = <R extends AnyCase>(records: SealedRecords<R>, kind: string): CasesOf<R> => ({
  read: records.read,
  async write(record, expected) {
    const result = await records.write(record, expected);
    return result === 'duplicate' ? 'receiptTaken' : result;
  },
  within: (areas, years) => records.find({ ...areasFilter(areas), kind, year: { $in: [...years] } }),
  ofUnit: (unit) => records.find({ unit, kind }),
});
