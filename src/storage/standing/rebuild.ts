import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';
import type { CenterArea } from '../../features/household/rules/household.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import {
  type Contribution,
  contributionsOfCase,
  contributionsOfDebtReport,
  contributionsOfHousehold,
  figuresOfParts,
  type StandingFigures,
} from '../../programme/standing.ts';
import { idOfField } from '../db/document.ts';
import { assessmentsOnly, type CaseRecords } from '../records/cases.ts';
import { type DebtReportRecords, debtReportsOnly } from '../records/debtReports.ts';
import type { HouseholdRecords } from '../records/households.ts';
import { accept } from './accept.ts';
import { type StandingDocument, standingDocument } from './document.ts';

/** The records that standings are made of. */
export type StandingSources = {
  readonly cases: CaseRecords;
  readonly debtReports: DebtReportRecords;
  readonly households: HouseholdRecords;
};

type Sources = StandingSources & { readonly standings: mongo.Collection<StandingDocument> };

/** A center whose figures are not what its records say. */
export type Difference = {
  readonly center: CenterId;
  readonly stored: StandingFigures;
  readonly expected: StandingFigures;
};

/** Makes the standings of a year anew out of its records, while the bot may be at work. */
export async function rebuild(sources: Sources, year: FiscalYear): Promise<{ readonly centers: number }> {
  const all = await compare(sources, year);
  for (const { place, revs, contributions } of all) {
    const truths = [...new Set([...revs.keys(), ...contributions.keys()])].map((source) => {
      const seen = revs.get(source) ?? 0;
      const truth = contributions.get(source) ?? { source, rev: seen };
      // Whatever is above both came while this ran, and stays.
      return { ...truth, below: Math.max(seen, truth.rev) + 1 };
    });
    await accept(sources.standings, place, year, truths);
  }
  return { centers: all.length };
}

/** Compares the standings of a year with its records; what is on its way at that moment may show. */
export async function check(sources: Sources, year: FiscalYear): Promise<readonly Difference[]> {
  const all = await compare(sources, year);
  return all.flatMap(({ place: { center }, sums: stored, contributions }) => {
    const parts = [...contributions.values()].flatMap(({ part }) => (part ? [part] : []));
    const expected = figuresOfParts(parts);
    return isDeepStrictEqual(stored, expected) ? [] : [{ center, stored, expected }];
  });
}

type Compared = {
  readonly place: CenterArea;
  readonly sums: StandingFigures;
  /** The `rev` at which each source stands. */
  readonly revs: ReadonlyMap<string, number>;
  /** What each source says at its highest `rev`. */
  readonly contributions: Map<string, Contribution>;
};

/**
 * The standings are read before the records: a contribution follows its record, so a source that has no record by
 * then never had one.
 */
async function compare(sources: Sources, year: FiscalYear): Promise<readonly Compared[]> {
  const all = new Map<CenterId, Compared>();
  for await (const document of sources.standings.find({ year })) {
    const { center, province, district, parts, sums } = standingDocument.parse(document);
    const revs = new Map(Object.entries(parts).map(([field, { rev }]) => [idOfField(field), rev]));
    all.set(center, { place: { center, province, district }, sums, revs, contributions: new Map() });
  }
  for await (const contribution of contributionsTo(sources, year)) {
    const { place, source, rev } = contribution;
    const none = { place, sums: figuresOfParts([]), revs: new Map(), contributions: new Map() };
    const known = all.get(place.center) ?? none;
    if (rev > (known.contributions.get(source)?.rev ?? -1)) known.contributions.set(source, contribution);
    all.set(place.center, known);
  }
  return [...all.values()];
}

async function* contributionsTo({ cases, debtReports, households }: StandingSources, year: FiscalYear) {
  for await (const each of cases.each({ year, ...assessmentsOnly })) yield* contributionsOfCase(each);
  for await (const each of debtReports.each({ year, ...debtReportsOnly }))
    yield* contributionsOfDebtReport(each);
  for await (const each of households.each({})) yield* contributionsOfHousehold(each, year);
}
