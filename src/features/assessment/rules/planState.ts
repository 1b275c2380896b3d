import type { IsoDate } from '../../../programme/ids.ts';

export const planStages = ['notBegun', 'underWay', 'done'] as const;
export type PlanStage = (typeof planStages)[number];

export type NamedFile = { readonly file: string; readonly name: string };

/** The state of a line of a center's development plan, told by message after the assessment. */
export type PlanState = {
  readonly state: PlanStage;
  readonly on: IsoDate;
  /** File ids of photos. */
  readonly evidence: readonly string[];
  /** Documents that were sent as evidence. */
  readonly documents?: readonly NamedFile[];
};
