import type { CenterId, FiscalYear } from '../../../programme/ids.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import { newestRevision, standingRevision } from '../../../programme/report/stage.ts';
import { unitId } from '../../../programme/report/unit.ts';
import type { AssessmentCase, AssessmentReport } from './assessmentCase.ts';

export type Newest = { readonly case: AssessmentCase; readonly revision: Revision<AssessmentReport> };

/** The case of a center in a year. */
export const caseOf = (
  cases: readonly AssessmentCase[],
  center: CenterId,
  year: FiscalYear,
): AssessmentCase | undefined =>
  cases.find(({ unit, period }) => unitId(unit) === center && period.year === year);

/** A report of a center in a year, the revision that `chosen` takes of its case; absent where that takes none. */
const reportBy =
  (chosen: (found: AssessmentCase) => Revision<AssessmentReport> | undefined) =>
  (cases: readonly AssessmentCase[], center: CenterId, year: FiscalYear): Newest | undefined => {
    const found = caseOf(cases, center, year);
    const revision = found && chosen(found);
    return found && revision ? { case: found, revision } : undefined;
  };

/** The newest submitted report of a center in a year; absent while none was submitted. */
export const newestReport = reportBy(newestRevision);

/** The report of a year that stands: the certified one, also while a newer one goes its way, else the newest. */
export const officialReport = reportBy(standingRevision);

/** The newest submitted report of a center, of whichever year was read. */
export function latestReport(cases: readonly AssessmentCase[], center: CenterId): Newest | undefined {
  const [year] = cases
    .filter(({ unit, revisions }) => unitId(unit) === center && revisions.length > 0)
    .map(({ period }) => period.year)
    .toSorted((a, b) => b - a);
  return year === undefined ? undefined : newestReport(cases, center, year);
}
