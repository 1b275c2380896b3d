import type { CommitResult, Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CaseId, CenterId, FiscalYear, PersonId, Receipt } from '../../programme/ids.ts';
import type { ReportCase } from './rules/reportCase.ts';

/** `receiptTaken`: another case carries the receipt; the same decision is made again with another one. */
export type Cases = Records<CaseId, ReportCase, CommitResult | 'receiptTaken'> & {
  readonly within: (scopes: readonly Scope[], years: readonly FiscalYear[]) => Promise<readonly ReportCase[]>;
  readonly ofCenter: (center: CenterId) => Promise<readonly ReportCase[]>;
  readonly byReceipt: (receipt: Receipt, within: readonly Scope[]) => Promise<ReportCase | undefined>;
  /** Those whose draft a person fills in at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly ReportCase[]>;
};
