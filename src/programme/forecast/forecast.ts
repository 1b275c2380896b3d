import type { IsoDate } from '../ids.ts';
import { type Outlook, outlooksOf } from './outlook.ts';
import { courseOf, type OwedReport, type ReportRound } from './round.ts';
import { middleOf, mixedBinomial } from './spread.ts';

/** How many of an area's reports will be done by the end of the due date. */
export type Forecast = {
  readonly total: number;
  readonly done: number;
  readonly expected: number;
  /** The range that holds in about eight cases of ten, both ends included. */
  readonly low: number;
  readonly high: number;
  /** By center, the chance from 0 to 1 that what is open will be done in time. */
  readonly chances: ReadonlyMap<string, number>;
};

/**
 * Looks at how many were done on each working day of this round, and weighs scenarios by how well they tell it: steady
 * work or a rush towards the due date, some who never finish, days that are much or little alike. Each scenario has a
 * prior, so that eight centers and a round that has just begun are told something sensible; with many centers the
 * round speaks for itself. In a scenario the readiness of a round is log-normal, estimated from what was done of what
 * was to be expected and widened by how unlike the days are; what it brings of those still open is binomial. The
 * forecast is the weighed sum of the scenarios; its range holds 80 % of it. Nothing is drawn by chance.
 */
export function forecast(round: ReportRound, isWorkingDay: (date: IsoDate) => boolean): Forecast {
  const { reports, today, due } = round;
  const total = reports.length;
  const done = reports.filter(({ doneOn }) => doneOn !== undefined && doneOn <= due).length;
  const open = reports.filter(({ doneOn }) => doneOn === undefined);
  if (open.length === 0 || today > due) {
    const chances = new Map(open.map(({ center }) => [center, 0]));
    return { total, done, expected: done, low: done, high: done, chances };
  }
  const outlooks = outlooksOf(courseOf(round, isWorkingDay), total);
  const stages = stagesOf(open, round);
  const more = mixedBinomial(
    open.length,
    outlooks.map((outlook) => ({
      weight: outlook.weight,
      chance: stages.reduce((sum, { eager, share }) => sum + share * chanceIn(outlook, eager), 0),
    })),
  );
  const { low, high } = middleOf(more, 0.8);
  const chanceAt = new Map(
    stages.map(({ answered, eager }) => [
      answered,
      outlooks.reduce((sum, outlook) => sum + outlook.weight * chanceIn(outlook, eager), 0),
    ]),
  );
  const chances = new Map(open.map(({ center, answered }) => [center, chanceAt.get(answered) ?? 0]));
  const expected = done + [...chances.values()].reduce((sum, chance) => sum + chance, 0);
  return { total, done, expected, low: done + low, high: done + high, chances };
}

/** A report that is almost filled in is so many times as ready to be finished as one that is not begun. */
const readier = 3;

/** The open reports with so many answers: their share, and how much readier they are than the mean of all. */
type Stage = { readonly answered: number; readonly share: number; readonly eager: number };

/**
 * How far drafts were on earlier days is not known, so how far they are tells the open reports apart and leaves their
 * mean as the round's history has it.
 */
function stagesOf(open: readonly OwedReport[], { questions }: ReportRound): readonly Stage[] {
  const readinessAt = (answered: number) => 1 + (readier - 1) * Math.min(1, answered / questions);
  const mean = open.reduce((sum, { answered }) => sum + readinessAt(answered), 0) / open.length;
  const counts = new Map<number, number>();
  for (const { answered } of open) counts.set(answered, (counts.get(answered) ?? 0) + 1);
  return [...counts].map(([answered, count]) => ({
    answered,
    share: count / open.length,
    eager: readinessAt(answered) / mean,
  }));
}

const chanceIn = ({ never, readiness }: Outlook, eager: number): number =>
  (1 - never) * (1 - Math.exp(-readiness * eager));
