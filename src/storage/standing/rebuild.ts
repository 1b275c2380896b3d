import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';
import type { Counted } from '../../kernel/collection.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { CaseRow } from '../../programme/report/row.ts';
import { type Unit, unitId } from '../../programme/report/unit.ts';
import { type Contribution, type Figures, sumFigures } from '../../programme/standing.ts';
import { idOfField } from '../db/document.ts';
import type { SealedRecords } from '../records/index.ts';
import type { Accept } from './accept.ts';
import { type StandingDocument, wholeStanding } from './document.ts';

/** What is computed of a case of whatever kind. */
export type CaseMarks = { readonly countsOf: (record: AnyCase) => readonly Contribution[] };

/** The records that standings are made of. */
export type StandingSources = CaseMarks & {
  readonly cases: SealedRecords<AnyCase>;
  /** What else is counted, of every year. */
  readonly counted: () => AsyncIterable<Counted>;
};

type Sources = StandingSources & {
  readonly standings: mongo.Collection<StandingDocument>;
  readonly accept: Accept;
};

/** What stands, or is to stand, of a unit. */
type Stand = { readonly figures: Figures; readonly rows: readonly CaseRow[] };

/** A unit of which something else stands than its records say. */
export type Difference = { readonly unit: Unit; readonly stored: Stand; readonly expected: Stand };

/** Units whose standings are written at the same time. */
const atOnce = 8;

/** Makes the standings of a year anew out of its records, while the bot may be at work. */
export async function rebuild(sources: Sources, year: FiscalYear): Promise<readonly Unit[]> {
  const all = await compare(sources, year);
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map((one) => writeAnew(sources, year, one)));
  return all.map(({ unit }) => unit);
}

function writeAnew({ accept }: Sources, year: FiscalYear, { unit, revs, contributions }: Compared) {
  const truths = [...new Set([...revs.keys(), ...contributions.keys()])].map((source) => {
    const seen = revs.get(source) ?? 0;
    const truth = contributions.get(source) ?? { source, rev: seen };
    // Whatever is above both came while this ran, and stays.
    return { ...truth, below: Math.max(seen, truth.rev) + 1 };
  });
  return accept(unit, year, truths);
}

/** Compares the standings of a year with its records; what is on its way at that moment may show. */
export async function check(sources: Sources, year: FiscalYear): Promise<readonly Difference[]> {
  const all = await compare(sources, year);
  return all.flatMap(({ unit, stored, contributions }) => {
    const expected = standOf([...contributions.values()]);
    return isSame(stored, expected) ? [] : [{ unit, stored, expected }];
  });
}

function standOf(contributions: readonly Contribution[]): Stand {
  return {
    figures: sumFigures(contributions.map(({ figures = {} }) => figures)),
    rows: contributions.flatMap(({ row }) => row ?? []),
  };
}

/** A figure that is not there is 0, and rows have no order. */
function isSame(one: Stand, other: Stand): boolean {
  return isDeepStrictEqual(comparable(one), comparable(other));
}

const comparable = ({ figures, rows }: Stand) => ({
  figures: new Map(Object.entries(figures).filter(([, figure]) => figure !== 0)),
  rows: new Set(rows),
});

type Compared = {
  readonly unit: Unit;
  readonly stored: Stand;
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
  const all = new Map<string, Compared>();
  for await (const document of sources.standings.find({ year })) {
    const { unit, figures, rows, parts } = wholeStanding(document);
    const revs = new Map(Object.entries(parts).map(([field, { rev }]) => [idOfField(field), rev]));
    all.set(keyOf(unit), { unit, stored: { figures, rows }, revs, contributions: new Map() });
  }
  for await (const contribution of contributionsTo(sources, year)) {
    const { unit, source, rev } = contribution;
    const none = { unit, stored: standOf([]), revs: new Map(), contributions: new Map() };
    const known = all.get(keyOf(unit)) ?? none;
    if (rev > (known.contributions.get(source)?.rev ?? -1)) known.contributions.set(source, contribution);
    all.set(keyOf(unit), known);
  }
  return [...all.values()];
}

const keyOf = (unit: Unit): string => `${unit.kind}:${unitId(unit)}`;

async function* contributionsTo({ cases, countsOf, counted }: StandingSources, year: FiscalYear) {
  for await (const each of cases.each({ year })) yield* countsOf(each);
  for await (const each of counted()) if (each.year === year) yield* each.contributions;
}
