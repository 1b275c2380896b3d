import type { Course } from './round.ts';
import { type Scenario, scenarios, sharesOf, unlikes } from './scenarios.ts';

/** One way in which it may go on: how likely it is, and what it holds for those still open. */
export type Outlook = {
  readonly weight: number;
  /** The share of those open that do not finish in time whatever comes. */
  readonly never: number;
  /** How ready the others are to finish: each does with the chance 1 − exp(−readiness). */
  readonly readiness: number;
};

/** The readiness of a whole round before anything is known of it: log-normal around 2.4, so nine in ten finish. */
const usual = { log: Math.log(2.4), spread: 0.6 };
/** Days are alike in a row: what is ahead differs from its mean by so many times more than single days would. */
const inARow = 1.5;
/** The variance with which people may behave differently from now on. */
const change = 0.03;

/** A normal distribution in few points. */
const points = [-2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4].map((z) => ({
  z,
  height: Math.exp((-z * z) / 2),
}));
const heights = points.reduce((sum, { height }) => sum + height, 0);

/** What a round may still bring, weighed by how well each scenario tells its past. */
export function outlooksOf(course: Course, total: number): readonly Outlook[] {
  const told = new Map(unlikes.map(([unlike]) => [unlike, whatever(course, unlike)]));
  const fits = scenarios.map((scenario) => {
    const fit = fitOf(scenario, course, total);
    return { ...fit, log: fit.log + (told.get(scenario.unlike) ?? 0) };
  });
  const best = Math.max(...fits.map(({ log }) => log));
  const weights = fits.map(({ log }) => Math.exp(log - best));
  const sum = weights.reduce((so, weight) => so + weight, 0);
  return fits.flatMap(({ never, centre, spread }, place) => {
    const weight = (weights[place] ?? 0) / sum;
    if (weight < negligible) return [];
    return points.map(({ z, height }) => ({
      weight: (weight * height) / heights,
      never,
      readiness: Math.exp(centre + spread * z),
    }));
  });
}

const negligible = 1e-6;

type Fit = {
  /** The logarithm of how well the scenario tells the past, its prior included. */
  readonly log: number;
  readonly never: number;
  /** Of the logarithm of the readiness ahead. */
  readonly centre: number;
  readonly spread: number;
};

function fitOf(scenario: Scenario, { past, ahead }: Course, total: number): Fit {
  const { never, unlike, prior } = scenario;
  const shares = sharesOf(scenario, [...past.map(({ toGo }) => toGo), ...ahead]);
  const seen = past.map(({ open, done }, day) => ({
    // Those who never finish are not at risk; a few always may be, or a scenario would be ruled out by one report.
    mean: Math.max(open - never * total, total / 50) * (shares[day] ?? 0),
    done,
  }));
  const done = sumOf(seen, (day) => day.done);
  const mean = sumOf(seen, (day) => day.mean);
  const { centre, spread } = levelOf(done, mean, unlike / Math.max(1, seen.length));
  const off = (centre - usual.log) / usual.spread;
  const likelihood = sumOf(seen, (day) => chanceOf(day.done, Math.exp(centre) * day.mean, unlike));
  const future = shares.slice(past.length);
  const share = sumOf(future, (each) => each);
  const uneven = (unlike * inARow * sumOf(future, (each) => each * each)) / share ** 2;
  return {
    log: Math.log(prior * spread) + likelihood - (off * off) / 2,
    never: Math.min(1, (never * total) / Math.max(1, total - done)),
    centre: centre + Math.log(share),
    spread: Math.sqrt(spread ** 2 + Math.log1p(change + uneven)),
  };
}

/** The logarithm of a round's readiness: what was done of what was to be expected, drawn towards the usual. */
function levelOf(done: number, mean: number, unlike: number) {
  const usually = 1 / usual.spread ** 2;
  if (done === 0 || mean === 0) {
    // Nothing done yet tells of a low readiness as far as something was to be expected.
    const centre = usual.log - Math.log1p((Math.exp(usual.log) * mean) / usually);
    return { centre, spread: usual.spread };
  }
  const told = 1 / (1 / done + unlike);
  const centre = (Math.log(done / mean) * told + usual.log * usually) / (told + usually);
  return { centre, spread: 1 / Math.sqrt(told + usually) };
}

/**
 * The logarithm of the chance that a day brings so many, as far as it depends on the mean: negative binomial, since
 * days are unlike one another.
 */
function chanceOf(done: number, mean: number, unlike: number): number {
  const size = 1 / unlike;
  return (done > 0 ? done * Math.log(mean / (size + mean)) : 0) - size * Math.log1p(mean / size);
}

/** The part of it for all past days that is the same whatever the mean. */
function whatever({ past }: Course, unlike: number): number {
  let log = 0;
  for (const { done } of past) for (let k = 0; k < done; k += 1) log += Math.log(1 / unlike + k);
  return log;
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
