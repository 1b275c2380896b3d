import type { DebtProgress } from '../../features/household/rules/figures.ts';
import type { DebtForm } from '../../features/household/rules/round.ts';
import type { CenterRow } from '../center/record.ts';
import type { DeadlineRule } from '../deadline/deadline.ts';
import type { CenterId, FiscalYear, PersonId } from '../ids.ts';

/** What has to be known of some centers to say who owes what in a year. */
export type Situation = {
  readonly year: FiscalYear;
  readonly rules: readonly DeadlineRule[];
  readonly centers: readonly CenterRow[];
  /** Of these centers; reports of other years are passed over. */
  readonly assessments: readonly AssessmentState[];
  readonly debtReports: readonly DebtState[];
  /** How many indicators are answered in the draft of a center's assessment. */
  readonly answered: ReadonlyMap<CenterId, number>;
  readonly households: ReadonlyMap<CenterId, Pick<DebtProgress, 'inWork' | 'resultsInWork'>>;
};

/** Who a submitted report waits for: one who signs, or the officer again after it was returned. */
export type Signer = 'chair' | 'districtHead' | 'provinceHead';
export type WaitsFor = Signer | 'officer';

/**
 * A report on its way. Once submitted it is done for its officer; `waitsFor` tells who comes next while it is being
 * certified, and is absent while there is no such chain, and after the last signature.
 */
type OnItsWay = {
  readonly center: CenterId;
  readonly year: FiscalYear;
  readonly revisions: readonly unknown[];
  readonly waitsFor?: WaitsFor;
};

/** What of a report case matters here; its holder is given only while that person may still fill it in. */
export type AssessmentState = OnItsWay & { readonly holder?: { readonly person: PersonId } };
export type DebtState = OnItsWay & { readonly form: DebtForm };

/** Where a report is on its way. */
export type Stage =
  | { readonly kind: 'open'; readonly holder?: PersonId }
  | { readonly kind: 'returned'; readonly holder?: PersonId }
  | { readonly kind: 'signing'; readonly by: Signer }
  | { readonly kind: 'done' };

export function stageOf(report: AssessmentState | DebtState | undefined): Stage {
  const person = report && 'holder' in report ? report.holder?.person : undefined;
  const holder = person === undefined ? {} : { holder: person };
  if (!report || report.revisions.length === 0) return { kind: 'open', ...holder };
  if (report.waitsFor === 'officer') return { kind: 'returned', ...holder };
  return report.waitsFor ? { kind: 'signing', by: report.waitsFor } : { kind: 'done' };
}
