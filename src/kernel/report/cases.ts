import type { Scope } from '../../programme/area/areas.ts';
import type { CaseId, FiscalYear, PersonId, Receipt } from '../../programme/ids.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import type { CommitResult, Records } from '../store.ts';

declare module '../terms.ts' {
  interface Stores {
    readonly cases: Cases;
  }
}

/** A case of any kind of report. */
export type AnyCase = ReportCase<unknown, unknown>;

/** The cases of reports, of all kinds together, so that a receipt is given once. */
export type Cases = {
  /** Those of one kind, with outcomes of its own and what else its records hold. */
  readonly of: <C, O = never, Extra = unknown>(rules: ReportRules<C>) => CasesOf<ReportCase<C, O> & Extra>;
  /** Those of any kind whose draft a person fills in at present, wherever they are. */
  readonly heldBy: (person: PersonId) => Promise<readonly AnyCase[]>;
  /** The one of any kind that carries a receipt, in these areas. */
  readonly byReceipt: (receipt: Receipt, within: readonly Scope[]) => Promise<AnyCase | undefined>;
};

/** `receiptTaken`: another case carries the receipt; the same decision is made again with another one. */
export type CasesOf<R> = Records<CaseId, R, CommitResult | 'receiptTaken'> & {
  readonly within: (areas: readonly Scope[], years: readonly FiscalYear[]) => Promise<readonly R[]>;
  /** All periods of one unit, by `unitId`. */
  readonly ofUnit: (unit: string) => Promise<readonly R[]>;
};
