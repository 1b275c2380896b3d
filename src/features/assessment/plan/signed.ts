import { clauses } from '../../../kernel/clauses.ts';
import { type Block, said, type Text, t } from '../../../kernel/reply.ts';
import type { ReportCase } from '../../../programme/report/case.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import type { PlanLine } from '../rules/assessment.ts';
import type { AssessmentReport } from '../rules/assessmentCase.ts';
import type { PlanStates } from '../rules/carryPlan.ts';
import type { PlanStage } from '../rules/planState.ts';
import { dateText, stateText } from './lineText.ts';
import { stagesText } from './stages.ts';

type Report = ReportCase<AssessmentReport, unknown> & Partial<PlanStates>;
type States = PlanStates['planStates'];

/** How far the plan is: known of the newest report alone. */
export const statesIn = (record: Report, { no }: Revision<unknown>): States =>
  newestRevision(record)?.no === no ? (record.planStates ?? {}) : {};

/**
 * Part 5, with how far each line is where something was told of it; who and by when are said once where they are the
 * same for all lines.
 */
export function planBlocks({ plan }: AssessmentReport, states: States): readonly Block[] {
  const [first] = plan;
  const isShared = first !== undefined && plan.every(({ who, by }) => who === first.who && by === first.by);
  const lines = plan.map((line, place): Block => {
    const state = states[place + 1];
    return {
      kind: 'text',
      text: clauses([
        aimText(line),
        ...(isShared ? [] : [doneBy(line)]),
        ...(state ? [stateText(state)] : []),
      ]),
    };
  });
  return [
    { kind: 'title', text: planTitle(plan, states) },
    ...(isShared ? [{ kind: 'text', text: doneBy(first), tone: 'quiet' } as const] : []),
    ...lines,
  ];
}

/** Nothing is said of states as long as nobody told of one. */
function planTitle({ length: count }: AssessmentReport['plan'], states: States): Text {
  const title = t('assessment:signed.plan', { count });
  const told = Object.values(states);
  const inStage = (stage: PlanStage) => told.filter(({ state }) => state === stage).length;
  const [done, underWay] = [inStage('done'), inStage('underWay')];
  return told.length === 0 ? title : stagesText(title, { done, underWay, notBegun: count - done - underWay });
}

const aimText = ({ indicator, aim }: PlanLine): Text =>
  indicator === undefined ? said(aim) : t('assessment:signed.aim', { n: indicator, aim: said(aim) });

const doneBy = ({ who, by }: PlanLine): Text =>
  t('assessment:signed.doneBy', { who: said(who), by: dateText(by) });
