import type { Center } from '../center.ts';

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

/** The target of an area: the sum of its centers' own, never a count of centers times five. */
export const targetOf = (centers: readonly Pick<Center, 'householdTarget'>[]): number =>
  centers.reduce((sum, { householdTarget }) => sum + householdTarget, 0);

/** When an area is complete: each center reached its own target, or all of them the sum. A setting of the area. */
export type TargetRule = 'eachCenter' | 'sum';

export type Reached = { readonly target: number; readonly reached: number };

export function isComplete(centers: readonly Reached[], rule: TargetRule): boolean {
  if (rule === 'eachCenter') return centers.every(({ target, reached }) => reached >= target);
  const total = (of: (center: Reached) => number) => centers.reduce((sum, center) => sum + of(center), 0);
  return total(({ reached }) => reached) >= total(({ target }) => target);
}
