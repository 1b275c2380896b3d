import { covers, type Scope } from '../../../programme/area/areas.ts';

/** A target of the nation as it was announced, which its parts do not have to add up to. */
export type AnnouncedTarget = {
  readonly announced: number;
  readonly parts: readonly { readonly name: TargetPart; readonly households: number }[];
};

/** Centers founded 2551–2560 without a budget, and centers with one. */
export type TargetPart = 'unbudgeted' | 'budgeted';

/** The nation's households to be restructured, and reduced or cleared, by fiscal year. */
export const announcedTargets: { readonly [year: number]: AnnouncedTarget } = {
  2565: {
    announced: 14_250,
    parts: [
      { name: 'unbudgeted', households: 4620 },
      { name: 'budgeted', households: 9530 },
    ],
  },
};

/** What the parts add up to, and how far the announced figure is from it: shown, not hidden. */
export function partsOf({ announced, parts }: AnnouncedTarget): {
  readonly sum: number;
  readonly difference: number;
} {
  const sum = parts.reduce((so, { households }) => so + households, 0);
  return { sum, difference: announced - sum };
}

/** The target of a center, and how many households reduced or cleared their debt by submitted reports. */
export type CenterTarget = { readonly target?: number | undefined; readonly reached: number };

/** The target of an area, and how many of its centers have not reached their own, or have one that is not known. */
export type AreaTarget = {
  readonly householdTarget: number;
  /** Households reduced or cleared in centers that have a target, and in the others, which no target counts. */
  readonly reachedInTarget: number;
  readonly reachedOutside: number;
  readonly centersBelowTarget: number;
  readonly centersUnknown: number;
};

/** The target of an area is the sum of its centers' own, never a count of centers times five. */
export const targetOf = (centers: readonly CenterTarget[]): AreaTarget => ({
  householdTarget: centers.reduce((sum, { target = 0 }) => sum + target, 0),
  reachedInTarget: reachedBy(centers.filter(({ target = 0 }) => target > 0)),
  reachedOutside: reachedBy(centers.filter(({ target = 0 }) => target === 0)),
  centersBelowTarget: centers.filter(({ target = 0, reached }) => reached < target).length,
  centersUnknown: centers.filter(({ target }) => target === undefined).length,
});

const reachedBy = (centers: readonly CenterTarget[]): number =>
  centers.reduce((sum, { reached }) => sum + reached, 0);

/** When an area is complete: each center reached its own target, or all of them the sum. */
type TargetRule = 'eachCenter' | 'sum';

/** Set by area, FY2565: five households are an average in the nation, and in the trial province the least of each center. */
const targetRules: readonly { readonly area: Scope; readonly rule: TargetRule }[] = [
  { area: { kind: 'province', province: 'ปราจีนบุรี' }, rule: 'eachCenter' },
];

/**
 * Whether as many households of its centers with a target reduced or cleared their debt as the area is to have, by the
 * rule that is set for it; not
 * as long as the target of one of its centers is not known.
 */
export function isComplete(
  area: Scope,
  { householdTarget, reachedInTarget, centersBelowTarget, centersUnknown }: AreaTarget,
): boolean {
  if (centersUnknown > 0) return false;
  const rule = targetRules.find((set) => covers(set.area, area))?.rule ?? 'sum';
  return rule === 'eachCenter' ? centersBelowTarget === 0 : reachedInTarget >= householdTarget;
}
