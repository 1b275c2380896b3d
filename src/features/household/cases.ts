import type { CasesOf } from '../../kernel/report/cases.ts';
import type { ReportKind } from '../../kernel/report/kind.ts';
import type { Kept } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import { debtReportFromBefore } from './before.ts';
import { seeHouseholdCounts, seeHouseholds } from './deeds.ts';
import { roundReceived } from './round/received.ts';
import { roundPhotos, roundSigned } from './round/signed.ts';
import { type DebtReport, type RoundContent, type RoundObstacle, roundRules } from './rules/round.ts';
import type { RoundNo } from './rules/roundRow.ts';
import { contributionsOfDebtReport } from './standing.ts';

/** The two rounds among the kinds of reports. */
export const roundKinds: { readonly [R in RoundNo]: ReportKind<RoundContent> } = {
  1: kindOf(roundRules[1]),
  2: kindOf(roundRules[2]),
};

function kindOf(rules: ReportRules<RoundContent>): ReportKind<RoundContent> {
  return {
    rules,
    counts: contributionsOfDebtReport,
    seenBy: [seeHouseholds, seeHouseholdCounts],
    readBy: [seeHouseholds],
    received: roundReceived,
    signed: roundSigned,
    photos: roundPhotos,
    before: debtReportFromBefore,
  };
}

/** The cases of one round. */
export const roundCases = ({ cases }: Pick<Kept, 'cases'>, round: RoundNo): CasesOf<DebtReport> =>
  cases.of<RoundContent, RoundObstacle>(roundRules[round]);

/** The cases of both rounds, round 1 first. */
export function debtCases(store: Pick<Kept, 'cases'>) {
  const both = [roundCases(store, 1), roundCases(store, 2)];
  return {
    within: async (areas: readonly Scope[], years: readonly FiscalYear[]): Promise<readonly DebtReport[]> =>
      (await Promise.all(both.map((cases) => cases.within(areas, years)))).flat(),
  };
}
