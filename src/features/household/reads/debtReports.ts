import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import type { Person } from '../../../kernel/person.ts';
import type { Readers } from '../../../kernel/reads.ts';
import type { Kept } from '../../../kernel/store.ts';
import { may } from '../../../programme/people/actor.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import { scopeOfUnit } from '../../../programme/report/unit.ts';
import { debtCases } from '../cases.ts';
import { seeHouseholdCounts, seeHouseholds } from '../deeds.ts';
import type { DebtReport, RoundContent } from '../rules/round.ts';

type DebtReportReaders = Pick<Readers, 'debtReportsOf' | 'debtReportsIn'>;

/** The reports of both rounds, as the person whose turn it is may see them. */
export function debtReportReaders(store: Pick<Kept, 'centers' | 'cases'>): DebtReportReaders {
  const cases = debtCases(store);
  return {
    debtReportsOf: async ({ person }, id, year) => {
      const center = (await store.centers.read(id))?.center;
      const found = center ? await cases.within([scopeOfCenter(center)], [year]) : [];
      return asSeenBy(person, found);
    },
    debtReportsIn: async ({ person }, areas, year) => asSeenBy(person, await cases.within(areas, [year])),
  };
}

/** Debt reports; without the names for those who see only figures, and not at all for those outside their areas. */
const asSeenBy = ({ bindings }: Person, reports: readonly DebtReport[]): readonly DebtReport[] =>
  reports.flatMap((report) => {
    const where = scopeOfUnit(report.unit);
    if (may(bindings, seeHouseholds, where)) return [report];
    if (!may(bindings, seeHouseholdCounts, where)) return [];
    return [{ ...report, revisions: report.revisions.map(withoutNames) }];
  });

const withoutNames = (revision: Revision<RoundContent>): Revision<RoundContent> => ({
  ...revision,
  content: { ...revision.content, details: {} },
});
