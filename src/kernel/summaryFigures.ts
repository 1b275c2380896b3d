import type { IsoDate } from '../programme/ids.ts';

/** What summaries said last, by area, for what changed since. */
export type SummaryFigures = { readonly [area: string]: AreaFigures };

export type AreaFigures = {
  readonly on: IsoDate;
  readonly assessed: number;
  /** Absent in what was said before the target was counted. */
  readonly reducedOrCleared?: number;
  readonly joined: number;
  readonly withResult: number;
};
