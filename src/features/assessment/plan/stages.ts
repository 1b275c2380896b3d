import { clauses } from '../../../kernel/clauses.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { type PlanStage, planStages } from '../rules/planState.ts';

/** How many lines of plans are in each state; nothing is said of a state that none is in. */
export const stagesText = (lines: Text, counts: { readonly [S in PlanStage]: number }): Text =>
  clauses([
    lines,
    ...planStages
      .toReversed()
      .flatMap((stage) =>
        counts[stage] > 0
          ? [t(`assessment:summary.stage.${stage}`, { count: counts[stage].toLocaleString('en') })]
          : [],
      ),
  ]);
