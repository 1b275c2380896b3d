import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import type { Person } from '../../../kernel/person.ts';
import type { Readers } from '../../../kernel/reads.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Scope } from '../../../programme/area/areas.ts';
import { may } from '../../../programme/people/actor.ts';
import { seeHouseholdCounts, seeHouseholds } from '../deeds.ts';
import type { DebtReport } from '../rules/round.ts';

type DebtReportReaders = Pick<Readers, 'debtReportsOf' | 'debtReportsIn' | 'debtReportWith'>;

/** The reports of both rounds, as the person whose turn it is may see them. */
export const debtReportReaders = ({
  centers,
  debtReports,
}: Pick<Kept, 'centers' | 'debtReports'>): DebtReportReaders => ({
  debtReportsOf: async ({ person }, id, year) => {
    const center = (await centers.read(id))?.center;
    const found = center ? await debtReports.within([scopeOfCenter(center)], [year]) : [];
    return asSeenBy(person, found);
  },
  debtReportsIn: async ({ person, year }, areas) => asSeenBy(person, await debtReports.within(areas, [year])),
  debtReportWith: async ({ person }, receipt, within) => {
    const found = await debtReports.byReceipt(receipt, within);
    return asSeenBy(person, found ? [found] : [])[0];
  },
});

/** Debt reports; without the names for those who see only figures, and not at all for those outside their areas. */
const asSeenBy = ({ bindings }: Person, reports: readonly DebtReport[]): readonly DebtReport[] =>
  reports.flatMap((report) => {
    const { province, district, center } = report;
    const where: Scope = { kind: 'center', province, district, center };
    if (may(bindings, seeHouseholds, where)) return [report];
    if (!may(bindings, seeHouseholdCounts, where)) return [];
    return [{ ...report, revisions: report.revisions.map((revision) => ({ ...revision, details: {} })) }];
  });
