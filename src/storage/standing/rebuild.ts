import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';
import type { CaseId, CenterId, FiscalYear } from '../../domain/ids.ts';
import type { ReportCase } from '../../domain/reportCase.ts';
import type { AssessmentPart } from '../../domain/standing.ts';
import type { CaseRecords } from '../cases.ts';
import { idOfField } from '../document.ts';
import { accept } from './accept.ts';
import { type Figures, type Place, type StandingDocument, standingDocument } from './document.ts';

/** What a case adds to its center's figures, at the `rev` of that decision; nothing while none is submitted. */
export type ContributionOf = (
  report: ReportCase,
) => { readonly rev: number; readonly part: AssessmentPart } | undefined;

type Sources = {
  readonly standings: mongo.Collection<StandingDocument>;
  readonly cases: CaseRecords;
  readonly contributionOf: ContributionOf;
};

/** A center whose figures are not what its cases say. */
export type Difference = {
  readonly center: CenterId;
  readonly stored: Figures;
  readonly expected: Figures;
};

/** Makes the standings of a year anew out of its cases, while the bot may be at work. */
export async function rebuild(sources: Sources, year: FiscalYear): Promise<{ readonly centers: number }> {
  const all = await compare(sources, year);
  for (const { place, revs, contributions } of all) {
    for (const source of new Set([...revs.keys(), ...contributions.keys()])) {
      const seen = revs.get(source) ?? 0;
      const truth = contributions.get(source) ?? { rev: seen };
      // Whatever is above both came while this ran, and stays.
      await accept(sources.standings, place, year, source, truth, Math.max(seen, truth.rev) + 1);
    }
  }
  return { centers: all.length };
}

/** Compares the standings of a year with its cases; what is on its way at that moment may show. */
export async function check(sources: Sources, year: FiscalYear): Promise<readonly Difference[]> {
  const all = await compare(sources, year);
  return all.flatMap(({ place: { center }, sums: stored, contributions }) => {
    const expected = fold([...contributions.values()].map(({ part }) => part));
    return isDeepStrictEqual(stored, expected) ? [] : [{ center, stored, expected }];
  });
}

type Compared = {
  readonly place: Place;
  readonly sums: Figures;
  /** The `rev` at which each source stands. */
  readonly revs: ReadonlyMap<CaseId, number>;
  readonly contributions: Map<CaseId, { readonly rev: number; readonly part: AssessmentPart }>;
};

/**
 * The standings are read before the cases: a contribution follows its case, so a source that has no case by then
 * never had one.
 */
async function compare({ standings, cases, contributionOf }: Sources, year: FiscalYear) {
  const all = new Map<CenterId, Compared>();
  for await (const document of standings.find({ year })) {
    const { center, province, district, parts, sums } = standingDocument.parse(document);
    const revs = new Map(Object.entries(parts).map(([field, { rev }]) => [idOfField(field) as CaseId, rev]));
    all.set(center, { place: { center, province, district }, sums, revs, contributions: new Map() });
  }
  for await (const report of cases.each({ year })) {
    const contribution = contributionOf(report);
    if (!contribution) continue;
    const { center, province, district } = report;
    const none = { sums: fold([]), revs: new Map(), contributions: new Map() };
    const known = all.get(center) ?? { place: { center, province, district }, ...none };
    known.contributions.set(report.id, contribution);
    all.set(center, known);
  }
  return [...all.values()];
}

function fold(parts: readonly AssessmentPart[]): Figures {
  const atLevel = (level: number) => parts.filter((part) => part.level === level).length;
  return {
    assessed: parts.length,
    levels: { 1: atLevel(1), 2: atLevel(2), 3: atLevel(3) },
    planLines: parts.reduce((sum, { planLines }) => sum + planLines, 0),
  };
}
