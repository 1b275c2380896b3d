import { assessmentCases } from '../../features/assessment/cases.ts';
import type { AssessmentCase } from '../../features/assessment/rules/assessmentCase.ts';
import { debtCases } from '../../features/household/cases.ts';
import { type DebtReport, formOf } from '../../features/household/rules/round.ts';
import { debtProgress } from '../../features/household/standing.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { owedIn } from '../../programme/duty/owed.ts';
import type { AssessmentState, DebtState, Situation } from '../../programme/duty/situation.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import { centerUnit } from '../../programme/report/unit.ts';
import type { Kept } from '../store.ts';

export type SituationStore = Pick<
  Kept,
  'centers' | 'cases' | 'deadlines' | 'standings' | 'persons' | 'years'
>;

/** Who owes what in these areas, as it is now; of a year that is closed nobody owes anything. */
export async function readDuties(
  store: SituationStore,
  areas: readonly Scope[],
  year: FiscalYear,
): Promise<readonly Duty[]> {
  const years = await store.years.list();
  // While none was ever opened the present one is.
  const isOpen = years.length === 0 || years.some((one) => one.year === year && !one.closedAt);
  return isOpen ? owedIn(await readSituation(store, areas, year)) : [];
}

/** All that says who owes what in these areas, as it is now. */
async function readSituation(
  store: SituationStore,
  areas: readonly Scope[],
  year: FiscalYear,
): Promise<Situation> {
  const [centers, cases, debtReports, rules, units] = await Promise.all([
    store.centers.rows(areas),
    assessmentCases(store).within(areas, [year]),
    debtCases(store).within(areas, [year]),
    store.deadlines.rules(year),
    store.standings.within(areas, year),
  ]);
  const households = new Map(
    units.flatMap(({ unit, figures }) =>
      unit.kind === 'center' ? [[unit.center, debtProgress(figures)] as const] : [],
    ),
  );
  const answered = await answeredIn(store, cases);
  const assessments = cases.map(assessmentState);
  return { year, rules, centers, assessments, debtReports: debtReports.map(debtState), answered, households };
}

const debtState = (report: DebtReport): DebtState => ({
  center: centerUnit(report.unit).center,
  year: report.period.year,
  revisions: report.revisions,
  form: formOf(report),
});

const assessmentState = ({ unit, period, revisions, holder }: AssessmentCase): AssessmentState => ({
  center: centerUnit(unit).center,
  year: period.year,
  revisions,
  ...(holder && { holder: { person: holder.person } }),
});

/** Answered indicators of the assessments that somebody has in hand. */
export async function answeredIn(
  { persons }: Pick<SituationStore, 'persons'>,
  cases: readonly AssessmentCase[],
): Promise<ReadonlyMap<CenterId, number>> {
  const held = cases.flatMap(({ unit, holder }) =>
    holder ? [{ center: centerUnit(unit).center, ...holder }] : [],
  );
  if (held.length === 0) return new Map();
  const progress = await persons.progress(held);
  return new Map(held.map(({ center, draft }) => [center, progress.get(draft) ?? 0]));
}
