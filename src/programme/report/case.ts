import type { CaseId, Receipt } from '../ids.ts';
import type { Shared } from '../sharedRecord.ts';
import type { FormVersion } from './hash.ts';
import type { CaseOutcome, Holder } from './outcome.ts';
import { type Period, periodKey } from './period.ts';
import type { Revision } from './revision.ts';
import type { ReportRules } from './rules.ts';
import { type Unit, unitId } from './unit.ts';

/**
 * The case of one report of any kind: who holds its draft, what was submitted and who signed it. Several people meet
 * here, so the case itself decides (`decideReport`). `O` are outcomes of a feature's own beside those of all cases.
 */
export type ReportCase<C, O = never> = Shared<CaseOutcome | O> & CaseState<C>;

/** A case without what it remembers of its outcomes. */
export type CaseState<C> = {
  readonly id: CaseId;
  /** The kind of report. */
  readonly kind: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly form: FormVersion;
  readonly holder?: Holder | undefined;
  readonly revisions: readonly Revision<C>[];
};

/** The id of a case: `center|village|area : form : period`. */
export const reportCaseId = (unit: Unit, form: string, period: Period): CaseId =>
  caseIdOf(unitId(unit), form, period);

/** The same of a unit by its `unitId`. */
export const caseIdOf = (unit: string, form: string, period: Period): CaseId =>
  brand(`${unit}:${form}:${periodKey(period)}`);

const brand = (text: string): CaseId => text as CaseId;

/** A case that nobody has begun, with the version of the form that its year has pinned. */
export const newReportCase = <C>(
  rules: ReportRules<C>,
  unit: Unit,
  period: Period,
  version: number,
): ReportCase<C> => ({
  id: reportCaseId(unit, rules.form, period),
  kind: rules.id,
  unit,
  period,
  form: { id: rules.form, version },
  revisions: [],
  rev: 0,
  outcomes: {},
});

/** All receipts that a case has given; each is given once in all cases. */
export const receiptsOf = ({ revisions }: CaseState<unknown>): readonly Receipt[] => [
  ...new Set(
    revisions.flatMap(({ receipt, signatures, takenBack = [], ended }) => [
      receipt,
      ...signatures.map((one) => one.receipt),
      ...takenBack.map((one) => one.signature.receipt),
      ...(ended?.kind === 'returned' && ended.receipt ? [ended.receipt] : []),
    ]),
  ),
];
