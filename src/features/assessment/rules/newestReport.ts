import type { CenterId, FiscalYear } from '../../../programme/ids.ts';
import type { ReportCase, Revision } from './reportCase.ts';

export type Newest = { readonly case: ReportCase; readonly revision: Revision };

/** The newest submitted report of a center in a year; absent while none was submitted. */
export function newestReport(
  cases: readonly ReportCase[],
  center: CenterId,
  year: FiscalYear,
): Newest | undefined {
  const found = cases.find((one) => one.center === center && one.year === year);
  const revision = found?.revisions.at(-1);
  return found && revision ? { case: found, revision } : undefined;
}

/** The newest submitted report of a center, of whichever year was read. */
export function latestReport(cases: readonly ReportCase[], center: CenterId): Newest | undefined {
  const [year] = cases
    .filter((one) => one.center === center && one.revisions.length > 0)
    .map((one) => one.year)
    .toSorted((a, b) => b - a);
  return year === undefined ? undefined : newestReport(cases, center, year);
}
