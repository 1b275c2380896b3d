import type { FiscalYear } from '../../../programme/ids.ts';
import type { ReportCase } from '../../../programme/report/case.ts';
import { certifiedRevision } from '../../../programme/report/stage.ts';
import { centerUnit } from '../../../programme/report/unit.ts';
import type { CenterArea, Household, Work } from './household.ts';
import { countFlags, stepFlags } from './plausibility.ts';
import { isReducedOrCleared, resultIn } from './result.ts';
import { type RoundContent, roundOf } from './round.ts';
import type { RoundNo, RoundRow, RowResult } from './roundRow.ts';

/** What reports say of households and their debts; sums of areas are sums of these, field by field. */
export type DebtFigures = {
  /** Households that a report has named. */
  readonly joined: number;
  /** Households that did not consent: in no other figure. */
  readonly declined: number;
  /** Households with a result in a submitted round 2; all that follows is about these. */
  readonly withResult: number;
  readonly restructured: number;
  readonly reduced: number;
  readonly cleared: number;
  /** Restructured and, besides, reduced or cleared: the nation's target. */
  readonly restructuredAndReduced: number;
  readonly notYet: number;
  readonly contractsBefore: number;
  readonly contractsAfter: number;
  /** Satang. */
  readonly debtBefore: number;
  readonly debtAfter: number;
  /** What the debts fell by where they fell, and grew by where they grew; never set against each other. */
  readonly debtReduced: number;
  readonly debtGrown: number;
  /** What was owed to informal lenders and still is, and what was moved into funds from outside; in no figure above. */
  readonly informalBefore: number;
  readonly informalAfter: number;
  readonly movedIn: number;
  /** Remarks of the reports for the province to look at. */
  readonly flags: number;
  /** Centers whose round 1, and whose round 2, is submitted. */
  readonly round1: number;
  readonly round2: number;
  /** Centers with such a report that every step has signed, also while a newer revision runs. */
  readonly round1Certified: number;
  readonly round2Certified: number;
};

export const noFigures: DebtFigures = {
  joined: 0,
  declined: 0,
  withResult: 0,
  restructured: 0,
  reduced: 0,
  cleared: 0,
  restructuredAndReduced: 0,
  notYet: 0,
  contractsBefore: 0,
  contractsAfter: 0,
  debtBefore: 0,
  debtAfter: 0,
  debtReduced: 0,
  debtGrown: 0,
  informalBefore: 0,
  informalAfter: 0,
  movedIn: 0,
  flags: 0,
  round1: 0,
  round2: 0,
  round1Certified: 0,
  round2Certified: 0,
};

/**
 * What one source says for a center's figures, absolute and at its `rev`: it stands unless the same source said
 * something there at a higher one. Without a part it is a tombstone: the source says nothing there any more.
 */
export type Contribution<Figures = DebtFigures> = {
  readonly place: CenterArea;
  readonly source: string;
  readonly rev: number;
  readonly part?: Partial<Figures>;
};

/**
 * What a case contributes: for itself under its own id and `rev`, and for each household under that household's
 * id and `rev`. A household counts in the center whose report named it last, as joined and, apart from that, with
 * its result; the centers where it was before get tombstones. So it counts once, in whatever order the reports of
 * the centers come, and it goes on counting until the new center names it.
 */
export function contributionsOf(report: ReportCase<RoundContent, unknown>): readonly Contribution[] {
  const newest = report.revisions.at(-1)?.content;
  if (!newest) return [];
  const { center, province, district } = centerUnit(report.unit);
  const round = roundOf(report);
  const place = { center, province, district };
  const flags = countFlags(newest.flags);
  const own: Contribution = {
    place,
    source: report.id,
    rev: report.rev,
    part: {
      flags,
      ...(round === 1 && { declined: newest.declined }),
      [`round${round}`]: 1,
      ...(certifiedRevision(report) && { [`round${round}Certified`]: 1 }),
    },
  };
  return [own, ...newest.rows.flatMap((row) => rowContributions(row, place, round))];
}

function rowContributions(row: RoundRow, place: CenterArea, round: RoundNo): readonly Contribution[] {
  const { household, rev, from, result } = row;
  const inAllCenters = (source: string, part: Partial<DebtFigures>): readonly Contribution[] => [
    ...from.map((left) => ({ place: left, source, rev })),
    { place, source, rev, part },
  ];
  const joining = inAllCenters(`${household}:joined`, { joined: 1 });
  if (round === 1) return joining;
  return [...joining, ...inAllCenters(`${household}:result`, result ? resultPart(result) : {})];
}

function resultPart(result: RowResult): Partial<DebtFigures> {
  return {
    withResult: 1,
    restructured: Number(result.restructured),
    reduced: Number(result.reduced),
    cleared: Number(result.cleared),
    restructuredAndReduced: Number(result.restructured && isReducedOrCleared(result)),
    notYet: Number(result.notYet),
    contractsBefore: result.contractsBefore,
    contractsAfter: result.contractsAfter,
    debtBefore: result.beforeSatang,
    debtAfter: result.afterSatang,
    debtReduced: result.reducedSatang,
    debtGrown: result.grownSatang,
    informalBefore: result.informal?.before ?? 0,
    informalAfter: result.informal?.after ?? 0,
    movedIn: result.movedInSatang ?? 0,
  };
}

/** What the target counts; a household that cleared its debt is not counted as reduced too. */
export const reducedOrCleared = ({ reduced, cleared }: Pick<DebtFigures, 'reduced' | 'cleared'>): number =>
  reduced + cleared;

/** What is in progress, shown beside the figures of reports. */
export type DebtProgress = {
  /** Households in the work, reported or not. */
  readonly inWork: number;
  /** Those of them with a plan, and with a result. */
  readonly plansInWork: number;
  readonly resultsInWork: number;
  /** Those whose result is that the debt was reduced or cleared. */
  readonly reducedOrClearedInWork: number;
  /** Remarks on the steps of all of the year. */
  readonly flagsInWork: number;
};

export const noProgress: DebtProgress = {
  inWork: 0,
  plansInWork: 0,
  resultsInWork: 0,
  reducedOrClearedInWork: 0,
  flagsInWork: 0,
};

/** What a household contributes to what is in progress in its center in a year; at each of its decisions. */
export function progressOf(household: Household, year: FiscalYear): readonly Contribution<DebtProgress>[] {
  const { id: source, rev, place, earlier, closed } = household;
  const work = household.work[year];
  if (!work) return [];
  const left = earlier.filter(({ center }) => center !== place.center).map(areaOf);
  const part = {
    inWork: closed ? 0 : 1,
    plansInWork: !closed && work.plan ? 1 : 0,
    resultsInWork: !closed && work.result ? 1 : 0,
    reducedOrClearedInWork: !closed && hasReachedTarget(work) ? 1 : 0,
    flagsInWork: countFlags(stepFlags(place.no, work.steps)),
  };
  return [...left.map((area) => ({ place: area, source, rev })), { place: areaOf(place), source, rev, part }];
}

/** Whether a household's stated result counts for the target. */
export const hasReachedTarget = (work: Work): boolean =>
  work.result !== undefined && isReducedOrCleared(resultIn(work, work.result));

const areaOf = ({ center, province, district }: CenterArea): CenterArea => ({ center, province, district });

/** Adds parts up, field by field. */
export const sumFigures = (parts: readonly Partial<DebtFigures>[]): DebtFigures => sum(noFigures, parts);
export const sumProgress = (parts: readonly Partial<DebtProgress>[]): DebtProgress => sum(noProgress, parts);

function sum<F extends { readonly [name: string]: number }>(none: F, parts: readonly Partial<F>[]): F {
  const sums = { ...none };
  for (const name of namesOf(none)) {
    const total = parts.reduce((so, part) => so + (part[name] ?? 0), 0);
    Object.assign(sums, { [name]: total });
  }
  return sums;
}

const namesOf = <F extends object>(figures: F): readonly (keyof F & string)[] =>
  Object.keys(figures).filter((name): name is keyof F & string => name in figures);
