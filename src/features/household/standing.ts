import type { FiscalYear } from '../../programme/ids.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import { rowOf } from '../../programme/report/row.ts';
import { type Contribution, type Figures, figureOf } from '../../programme/standing.ts';
import {
  contributionsOf,
  type DebtFigures,
  type DebtProgress,
  type Contribution as HouseholdContribution,
  noFigures,
  noProgress,
  progressOf,
} from './rules/figures.ts';
import type { Household } from './rules/household.ts';
import { type RoundContent, roundOf, roundRules } from './rules/round.ts';

export const debtFigureNames: readonly string[] = Object.keys({ ...noFigures, ...noProgress });

/** What reports say of households and their debts. */
export const debtFigures = (figures: Figures): DebtFigures => named(noFigures, figures);
/** What is in progress. */
export const debtProgress = (figures: Figures): DebtProgress => named(noProgress, figures);

function named<F extends { readonly [name: string]: number }>(none: F, figures: Figures): F {
  const found = { ...none };
  for (const name of Object.keys(none)) Object.assign(found, { [name]: figureOf(figures, name) });
  return found;
}

/** How a round of a center stands, and what it counts of it and of its households. */
export function contributionsOfDebtReport(
  report: ReportCase<RoundContent, unknown>,
): readonly Contribution[] {
  const { id: source, rev, unit } = report;
  const counted = contributionsOf(report).map(toContribution);
  const own = counted.find((each) => each.source === source) ?? { unit, source, rev, figures: {} };
  return [
    { ...own, row: rowOf(report, roundRules[roundOf(report)]) },
    ...counted.filter((each) => each.source !== source),
  ];
}

export const contributionsOfHousehold = (household: Household, year: FiscalYear): readonly Contribution[] =>
  progressOf(household, year).map(toContribution);

/** What a household or a round says of a center, as standings take it. */
export function toContribution({
  place: { center, province, district },
  source,
  rev,
  part,
}: HouseholdContribution<DebtFigures & DebtProgress>): Contribution {
  return {
    unit: { kind: 'center', province, district, center },
    source,
    rev,
    ...(part && { figures: { ...part } }),
  };
}
