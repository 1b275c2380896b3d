import type { Level } from '../features/assessment/rules/assessment.ts';
import type { ReportCase } from '../features/assessment/rules/reportCase.ts';
import {
  contributionsOf,
  type DebtFigures,
  type DebtProgress,
  noFigures,
  noProgress,
  progressOf,
  sumFigures,
  sumProgress,
} from '../features/household/rules/figures.ts';
import type { CenterArea, Household } from '../features/household/rules/household.ts';
import type { DebtReport } from '../features/household/rules/round.ts';
import { type AreaTarget, targetOf } from '../features/household/rules/target.ts';
import type { Scope } from './area/areas.ts';
import type { FiscalYear } from './ids.ts';

/** What one assessment adds to the figures of its center; absolute, never a difference. */
export type AssessmentPart = { readonly assessed: 1; readonly level: Level; readonly planLines: number };
/** What a debt report says, for itself or of one household. */
export type DebtPart = { readonly debt: Partial<DebtFigures> };
/** What one household says of the work that goes on. */
export type ProgressPart = { readonly progress: Partial<DebtProgress> };
export type StandingPart = AssessmentPart | DebtPart | ProgressPart;

/**
 * What one source says for a center's figures at its `rev`; it stands unless the same source said something there at
 * a higher one. Without a part the source says nothing there any more.
 */
export type Contribution = {
  readonly place: CenterArea;
  readonly source: string;
  readonly rev: number;
  readonly part?: StandingPart;
};

/** The figures of a center, and of any area as sums of its centers'. */
export type StandingFigures = {
  readonly assessed: number;
  /** Centers by level. */
  readonly levels: { readonly 1: number; readonly 2: number; readonly 3: number };
  readonly planLines: number;
  /** By submitted reports. */
  readonly debt: DebtFigures;
  /** In progress, reported or not. */
  readonly progress: DebtProgress;
};

export const nothingStands: StandingFigures = {
  assessed: 0,
  levels: { 1: 0, 2: 0, 3: 0 },
  planLines: 0,
  debt: noFigures,
  progress: noProgress,
};

/** Figures of an area and year, rolled up from its centers. */
export type AreaStanding = StandingFigures &
  AreaTarget & {
    readonly scope: Scope;
    readonly centers: number;
  };

/** Rolls up the centers of an area. */
export const areaStandingOf = (
  scope: Scope,
  centers: readonly { readonly householdTarget: number; readonly figures: StandingFigures }[],
): AreaStanding => ({
  scope,
  centers: centers.length,
  ...targetOf(
    centers.map(({ householdTarget: target, figures }) => ({ target, joined: figures.debt.joined })),
  ),
  ...addUp(centers.map(({ figures }) => figures)),
});

/** What the newest revision of an assessment contributes; nothing before the first. */
export function contributionsOfCase(report: ReportCase): readonly Contribution[] {
  const last = report.revisions.at(-1)?.report;
  if (!last) return [];
  const { center, province, district, id: source, rev } = report;
  const part: AssessmentPart = { assessed: 1, level: last.level, planLines: last.plan.length };
  return [{ place: { center, province, district }, source, rev, part }];
}

export const contributionsOfDebtReport = (report: DebtReport): readonly Contribution[] =>
  contributionsOf(report).map(({ part, ...rest }) => (part ? { ...rest, part: { debt: part } } : rest));

export const contributionsOfHousehold = (household: Household, year: FiscalYear): readonly Contribution[] =>
  progressOf(household, year).map(({ part, ...rest }) =>
    part ? { ...rest, part: { progress: part } } : rest,
  );

/** What a center's parts add up to. */
export function figuresOfParts(parts: readonly StandingPart[]): StandingFigures {
  const assessments = parts.flatMap((part) => ('assessed' in part ? [part] : []));
  const atLevel = (level: Level) => assessments.filter((part) => part.level === level).length;
  return {
    assessed: assessments.length,
    levels: { 1: atLevel(1), 2: atLevel(2), 3: atLevel(3) },
    planLines: assessments.reduce((sum, { planLines }) => sum + planLines, 0),
    debt: sumFigures(parts.flatMap((part) => ('debt' in part ? [part.debt] : []))),
    progress: sumProgress(parts.flatMap((part) => ('progress' in part ? [part.progress] : []))),
  };
}

/** What the figures of several centers add up to. */
function addUp(all: readonly StandingFigures[]): StandingFigures {
  const sum = (of: (figures: StandingFigures) => number) => all.reduce((so, each) => so + of(each), 0);
  return {
    assessed: sum(({ assessed }) => assessed),
    levels: {
      1: sum((each) => each.levels[1]),
      2: sum((each) => each.levels[2]),
      3: sum((each) => each.levels[3]),
    },
    planLines: sum(({ planLines }) => planLines),
    debt: sumFigures(all.map(({ debt }) => debt)),
    progress: sumProgress(all.map(({ progress }) => progress)),
  };
}
