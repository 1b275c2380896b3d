import type { PlanLine } from './assessment.ts';

/** What makes a line of a plan the one it is, in every report that has it. */
export type LineWords = Pick<PlanLine, 'aim' | 'indicator'>;

/** Who does it, and by when, may differ. */
export const isSameLine = (one: LineWords, other: LineWords | undefined): boolean =>
  one.aim === other?.aim && one.indicator === other.indicator;
