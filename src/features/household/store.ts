import type { CommitResult, Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CaseId, FiscalYear, HouseholdId, Receipt } from '../../programme/ids.ts';
import type { Household } from './rules/household.ts';
import type { DebtReport } from './rules/round.ts';

export type Households = Records<HouseholdId, Household> & {
  /** Those that are in these areas now, by number; closed ones too. */
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Household[]>;
};

export type DebtReports = Records<CaseId, DebtReport, CommitResult | 'receiptTaken'> & {
  readonly within: (scopes: readonly Scope[], years: readonly FiscalYear[]) => Promise<readonly DebtReport[]>;
  readonly byReceipt: (receipt: Receipt, within: readonly Scope[]) => Promise<DebtReport | undefined>;
};
