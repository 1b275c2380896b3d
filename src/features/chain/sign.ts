import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import type { Capacity } from '../../programme/report/revision.ts';
import type { WaitingReport } from './waiting.ts';

/** To sign these reports as they were shown; `gone` were shown with them and do not wait any more. */
export const signNow = (
  person: Person,
  shown: readonly { readonly waiting: WaitingReport; readonly mark: string }[],
  context: Context,
  gone = 0,
): Decision => ({
  person: withoutPrompt(person),
  intent: {
    kind: 'signReports',
    reports: shown.map(({ waiting, mark }) => toSign(waiting, mark, context)),
    gone,
  },
});

const toSign = (
  { record, step, capacity, center }: WaitingReport,
  shown: string,
  context: Context,
): IntentOf<'signReports'>['reports'][number] => ({
  report: record.id,
  step: step.id,
  shown,
  position: positionOf(capacity, center?.name, context),
  ...(!capacity.delegated && { capacity }),
});

/** As it stands under a name in official papers, which are Thai; who stands in for a vacant seat says so. */
function positionOf(
  { role, scope, delegated }: Capacity,
  centerName: string | undefined,
  { render }: Context,
): string {
  const position = bindingText({ role, scope, ...(centerName && { centerName }) });
  return render(delegated ? t('chain:actingFor', { position }) : position, 'th');
}
