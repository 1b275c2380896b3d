import { withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import { carried } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import type { CaseId } from '../../programme/ids.ts';
import { markOf } from '../../programme/report/hash.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';
import { reportCard } from './card.ts';
import { photosOf } from './photos.ts';
import { type WaitingReport, waitingFor } from './waiting.ts';

/** A report as it was shown: by its id, and the mark of what it said. */
export const shownAs = ({ record, revision }: Pick<WaitingReport, 'record' | 'revision'>): string =>
  carried(record.id, markOf(revision.hash));

/** The label of the button that signs. */
export const signLabel = ({ act }: SignStep): Text =>
  t(act === 'acknowledge' ? 'commands:acknowledge' : 'commands:certify');

/** A report with the buttons of what this person may do with it; to sign it is asked once, by this card. */
export function showReport(
  person: Person,
  filed: FiledReport,
  context: Context,
  notes: readonly Text[] = [],
): Decision {
  const { features, now } = context;
  // While it is frozen there is nothing to ask.
  const [waiting] = waitingFor(person, [filed], features.reports, now).filter(({ freeze }) => !freeze);
  const others = besides(filed, context);
  const card = waiting
    ? reportCard(filed, context, { question: questionOf(waiting), buttons: [...signing(waiting), ...others] })
    : reportCard(filed, context, { buttons: others });
  const reply = {
    messages: [{ kind: 'card', card } as const],
    ...(waiting ? { options: signing(waiting), asks: true } : { options: [says('tasks'), toMenu] }),
  };
  return {
    person: waiting
      ? withPrompt(person, 'chain', 'card', { of: shownAs(waiting), back: 'list' })
      : withoutPrompt(person),
    reply: withFirst(reply, notes),
    audits: [{ did: 'sawReport', record: filed.record.id, scope: scopeOfUnit(filed.record.unit) }],
  };
}

const questionOf = ({ step }: WaitingReport): Text => t(`chain:ask.${step.act}`);

const signing = (waiting: WaitingReport): readonly Option[] => [
  button(signLabel(waiting.step), 'sign', shownAs(waiting)),
  button(t('commands:returnReport'), 'return', shownAs(waiting)),
];

/** What may be looked at before one signs. */
function besides(filed: FiledReport, { features }: Context): readonly Option[] {
  const count = photosOf(filed, features).length;
  return count > 0 ? [button(t('chain:photos', { count }), 'photos', filed.record.id)] : [];
}

export const button = (label: Text, act: string, value: CaseId | string): Option => ({
  label,
  tap: { kind: 'act', flow: 'chain', act, value },
});
