import { levelAbove } from '../../programme/people/deputy.ts';
import type { CaseState } from '../../programme/report/case.ts';
import type { ReportRules, SignStep } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import { type Text, t } from '../reply.ts';
import { nameText } from '../roleText.ts';
import type { SeatNow } from './seatNow.ts';

/** Where a report is in its chain, with whom as far as that is known, and since when. */
export function whereText<C>(
  record: CaseState<C>,
  rules: Pick<ReportRules<C>, 'chain'>,
  seat?: SeatNow,
): Text {
  const stage = stageOf(record, rules);
  switch (stage.kind) {
    case 'notBegun':
    case 'inProgress':
      return t('report:where.notSubmitted');
    case 'waits':
      return waitsText(stage.step, { instant: stage.since }, seat);
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

/** Whose signature is waited for; where nobody gives it, what can be done, and by whom. */
function waitsText(step: SignStep, since: { readonly instant: Date }, seat: SeatNow | undefined): Text {
  const waits = t('report:where.waits', {
    step: seat?.kind === 'standIns' ? standInText(step, seat.names) : waitingText(step),
    since,
  });
  const above = levelAbove[step.role];
  if (!above || (seat?.kind !== 'vacant' && seat?.kind !== 'left')) return waits;
  const params = { waits, above: t(`people:roles.${above}`) };
  return t(`report:where.${seat.kind}${step.onPaper ? 'OrPaper' : ''}`, params);
}

/** Who stands in for the seat whose signature a step waits for. */
export const standInText = ({ role, act }: SignStep, names: readonly string[]): Text =>
  t(`report:standIn.${act}`, { names: names.map((name) => nameText(name)), seat: t(`people:roles.${role}`) });

/** Whose signature a step waits for. */
export const waitingText = ({ role, act }: SignStep): Text =>
  t(`report:waits.${act}`, { who: t(`people:roles.${role}`) });
