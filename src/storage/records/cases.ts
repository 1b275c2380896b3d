import type { mongo } from 'mongoose';
import type { ReportCase } from '../../features/assessment/rules/reportCase.ts';
import type { Cases } from '../../features/assessment/store.ts';
import type { Box } from '../seal/box.ts';
import { type RecordDocument, type SealedRecords, sealedRecords } from './index.ts';
import { areasFilter } from './scopes.ts';

export const caseIndexes: readonly mongo.IndexDescription[] = [
  { key: { province: 1, district: 1, year: 1 }, name: 'area' },
  { key: { center: 1, year: 1 }, name: 'center' },
  {
    key: { receipts: 1 },
    name: 'receipt',
    unique: true,
    partialFilterExpression: { receipts: { $exists: true } },
  },
  { key: { 'holder.person': 1 }, name: 'holder', sparse: true },
];

/** The reports of households' debts are kept beside the assessments. */
export const assessmentsOnly = { round: { $exists: false } };

/** A case without receipts lacks the field: of empty lists the unique index would allow only one. */
function inClear({ center, province, district, year, form, version, holder, revisions }: ReportCase) {
  const place = { center, province, district, year, form, version };
  const state = revisions.length > 0 ? 'submitted' : holder ? 'draft' : 'open';
  return {
    ...place,
    state,
    ...(holder && { holder: { person: holder.person, draft: holder.draft } }),
    ...(revisions.length > 0 && { receipts: revisions.map(({ receipt }) => receipt) }),
  };
}

export type CaseRecords = SealedRecords<ReportCase>;

export const caseRecords = (db: mongo.Db, box: Box): CaseRecords =>
  sealedRecords(db.collection<RecordDocument>('cases'), box, { idOf: ({ id }) => id, inClear });

export function openCases(records: CaseRecords): Cases {
  return {
    read: records.read,
    async write(record, expected) {
      const result = await records.write(record, expected);
      return result === 'duplicate' ? 'receiptTaken' : result;
    },
    within: (areas, years) =>
      records.find({ ...areasFilter(areas), ...assessmentsOnly, year: { $in: [...years] } }),
    ofCenter: (center) => records.find({ center, ...assessmentsOnly }),
    async byReceipt(receipt, within) {
      const [found] = await records.find({ ...areasFilter(within), ...assessmentsOnly, receipts: receipt });
      return found;
    },
    heldBy: (person) => records.find({ 'holder.person': person, ...assessmentsOnly }),
  };
}
