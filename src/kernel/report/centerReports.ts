import type { Center } from '../../programme/center/center.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import { ruleFor } from '../../programme/deadline/dueFor.ts';
import type { DeadlineKind } from '../../programme/deadline/kind.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { CaseState } from '../../programme/report/case.ts';
import { newestRevision } from '../../programme/report/stage.ts';
import { unitId } from '../../programme/report/unit.ts';
import type { DocumentAsked, DocumentContent, DocumentSource } from '../document/kind.ts';
import type { Text } from '../reply.ts';
import type { CasesOf } from './cases.ts';
import { answersText } from './paper.ts';

/** A center's report as a document has it. */
export type CenterReport<R extends CaseState<unknown>> = {
  readonly case: R;
  readonly revision: R['revisions'][number];
  readonly center: Center;
};

/**
 * The reports of an area's centers, by center: the revision that was asked for, else the one that `stands`; with the
 * newest revision of each.
 */
export async function centerReports<R extends CaseState<unknown>>(
  cases: CasesOf<R>,
  { store }: DocumentSource,
  { area, year, revisions }: DocumentAsked,
  stands: (found: R) => R['revisions'][number] | undefined,
): Promise<Required<Pick<DocumentContent, 'newest'>> & { readonly reports: readonly CenterReport<R>[] }> {
  const [found, centers] = await Promise.all([cases.within([area], [year]), store.centers.within([area])]);
  const byUnit = new Map(found.map((one) => [unitId(one.unit), one]));
  const reports = centers
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((center): readonly CenterReport<R>[] => {
      const report = byUnit.get(center.id);
      const asked = report?.revisions.find(({ no }) => no === revisions?.[report.id]);
      const revision = report && (asked ?? stands(report));
      return report && revision ? [{ case: report, revision, center }] : [];
    });
  return {
    reports,
    newest: Object.fromEntries(found.map((one) => [one.id, newestRevision(one)?.no ?? 0])),
  };
}

/** What a report of a district's center answers: the letter that set the date by which it was due. */
export function answeredLetter(
  rules: readonly DeadlineRule[],
  kind: DeadlineKind,
  year: FiscalYear,
  { province, district }: { readonly province: string; readonly district: string },
): Text | undefined {
  const rule = ruleFor(rules, kind, { year }, { kind: 'district', province, district });
  return rule?.letter && answersText(rule.letter);
}
