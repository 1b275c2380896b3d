import type { Scope } from './areas.ts';
import type { Level } from './assessment.ts';

/** What one assessment adds to the figures of its center; absolute, never a difference. */
export type AssessmentPart = { readonly assessed: 1; readonly level: Level; readonly planLines: number };

/** Figures of an area and year, rolled up from its centers. */
export type AreaStanding = {
  readonly scope: Scope;
  readonly centers: number;
  readonly assessed: number;
  /** Centers by level. */
  readonly levels: { readonly 1: number; readonly 2: number; readonly 3: number };
  readonly planLines: number;
};
