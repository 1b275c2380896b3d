import type { mongo } from 'mongoose';
import type { DebtReport } from '../../features/household/rules/round.ts';
import type { DebtReports } from '../../features/household/store.ts';
import type { Box } from '../seal/box.ts';
import { type RecordDocument, type SealedRecords, sealedRecords } from './index.ts';
import { areasFilter } from './scopes.ts';

/** They are among the cases, so that a receipt is given once to all of these. */
export const debtReportsOnly = { round: { $exists: true } };

export type DebtReportRecords = SealedRecords<DebtReport>;

export const debtReportRecords = (db: mongo.Db, box: Box): DebtReportRecords =>
  sealedRecords(db.collection<RecordDocument>('cases'), box, {
    idOf: ({ id }) => id,
    inClear: ({ center, province, district, year, form, version, round, revisions }) => ({
      ...{ center, province, district, year, form, version, round },
      state: revisions.length > 0 ? 'submitted' : 'open',
      ...(revisions.length > 0 && { receipts: revisions.map(({ receipt }) => receipt) }),
    }),
  });

export function openDebtReports(records: DebtReportRecords): DebtReports {
  return {
    read: records.read,
    async write(report, expected) {
      const result = await records.write(report, expected);
      return result === 'duplicate' ? 'receiptTaken' : result;
    },
    within: (areas, years) =>
      records.find({ ...areasFilter(areas), ...debtReportsOnly, year: { $in: [...years] } }),
    async byReceipt(receipt, within) {
      const [found] = await records.find({ ...areasFilter(within), ...debtReportsOnly, receipts: receipt });
      return found;
    },
  };
}
