import type { Draft, Facts } from '../../engine/draft.ts';
import type { DraftId, Json } from '../../engine/ids.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import type { CenterUnit } from '../../programme/report/unit.ts';
import { assessmentRules } from './rules/assessmentCase.ts';
import type { Newest } from './rules/newestReport.ts';

/** A new draft about a center; what the registry and last year's report say is frozen into it. */
export function startDraft(
  id: DraftId,
  center: Center,
  { year, version }: { readonly year: FiscalYear; readonly version: number },
  lastYears: Newest | undefined,
  at: Date,
): Draft {
  return {
    id,
    form: assessmentRules.form,
    version,
    subject: { center: center.id, year: String(year) },
    facts: { ...registryFacts(center), ...lastYearFacts(lastYears, version) },
    log: [],
    misses: 0,
    startedAt: at,
    touchedAt: at,
  };
}

export const centerOf = (draft: Draft): CenterId => (draft.subject.center ?? '') as CenterId;
/** The center with its district and province, as they were when it was begun. */
export function unitOf(draft: Draft): CenterUnit {
  const [, , district = '', province = ''] = placeOf(draft);
  return { kind: 'center', province, district, center: centerOf(draft) };
}
/** Moo, tambon, district and province. */
export const placeOf = ({ facts }: Draft): readonly string[] => String(facts.place ?? '').split('|');
export const yearOf = (draft: Draft): FiscalYear => Number(draft.subject.year) as FiscalYear;
export const subjectIs = (draft: Draft, center: CenterId, year: FiscalYear): boolean =>
  centerOf(draft) === center && yearOf(draft) === year;
export const centerName = (draft: Draft): string => String(draft.facts.name ?? '');

function registryFacts(center: Center): Facts {
  return {
    name: center.name,
    village: center.village,
    place: [center.moo, center.subdistrict, center.district, center.province].join('|'),
    founded: center.founded ?? null,
    chairName: center.chair.name ?? null,
    chairPhone: center.chair.phone ?? null,
    committeeSize: center.committeeSize ?? null,
    divisions: center.divisions,
    memberFunds: center.memberFunds,
  };
}

/** Indicators of another version are others. */
function lastYearFacts(lastYears: Newest | undefined, version: number): Facts {
  if (lastYears?.case.form.version !== version) return {};
  const report = lastYears.revision.content;
  const points: { [indicator: string]: Json } = { ...report.points };
  return { lastPoints: points, lastTotal: report.total };
}

/** Last year's points of an indicator, where they are known. */
export function lastYearPoints(draft: Draft, indicator: number): number | undefined {
  const points = draft.facts.lastPoints;
  if (points === null || points === undefined || typeof points !== 'object') return undefined;
  const value = new Map<string, unknown>(Object.entries(points)).get(String(indicator));
  return typeof value === 'number' ? value : undefined;
}
