import type { CaseState } from '../../programme/report/case.ts';
import type { ReportRules, SignStep } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import { type Text, t } from '../reply.ts';

/** Where a report is in its chain, with whom and since when. */
export function whereText<C>(record: CaseState<C>, rules: Pick<ReportRules<C>, 'chain'>): Text {
  const stage = stageOf(record, rules);
  switch (stage.kind) {
    case 'notBegun':
    case 'inProgress':
      return t('report:where.notSubmitted');
    case 'waits':
      return t('report:where.waits', { step: waitingText(stage.step), since: { instant: stage.since } });
    case 'returned':
    case 'recalled':
      return t(`report:where.${stage.kind}`, { by: stage.ended.byName, since: { instant: stage.since } });
    case 'done':
      return t(stage.locked ? 'report:where.locked' : 'report:where.done', {
        since: { instant: stage.since },
      });
    default:
      return stage satisfies never;
  }
}

/** Whose signature a step waits for. */
export const waitingText = ({ role, act }: SignStep): Text =>
  t(`report:waits.${act}`, { who: t(`people:roles.${role}`) });
