import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { nextAfterReport } from '../../../kernel/duty/next.ts';
import { says } from '../../../kernel/feature.ts';
import type { Context } from '../../../kernel/flow.ts';
import type { OutcomeOf } from '../../../kernel/intent.ts';
import { commandOfYear } from '../../../kernel/ofYear.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Option, t } from '../../../kernel/reply.ts';
import type { Duty } from '../../../programme/duty/duty.ts';
import type { AtCenter } from '../atCenter.ts';
import { backButton } from '../card/household.ts';
import { inTheirYear } from '../debts.ts';
import { nextButton, nextInCenter } from '../next.ts';
import { roundRules } from '../rules/round.ts';
import type { Settled } from '../settled.ts';
import { showCenter } from '../show.ts';
import { flagText } from './card.ts';
import { obstacleTexts } from './round.ts';

/** The receipt for who handed the area over while the round was submitted: the center by its name, and nothing else. */
export function receiptAlone(
  person: Person,
  { round, result, sent }: OutcomeOf<'submitRound'>,
  { now }: Pick<Context, 'now'>,
): Decision {
  if (result.kind !== 'submitted' || sent?.centerName === undefined) return { person };
  const { receipt } = result;
  const params = { round, center: sent.centerName, count: sent.households, at: { instant: now } };
  const text = [t('household:round.receipt', { receipt }), t('household:round.submitted', params)];
  return { person, reply: { messages: [{ kind: 'text', text }], receipt: true } };
}

/** The receipt of a round, with what the province will look at and what comes next; or why nothing was sent. */
export function roundOutcome(
  { person, debts, context }: AtCenter,
  { round, result, sent }: OutcomeOf<'submitRound'>,
  duties: readonly Duty[],
): Settled {
  if (result.kind !== 'submitted' || !sent)
    return { ...showCenter(person, debts, { notes: obstacleTexts(round, result) }), done: false };
  const { receipt, revision } = result;
  const { households, flags } = sent;
  const { center, year, newest } = debts;
  // This command asks which center, also of whoever types it on seeing its label.
  const others: Option = { label: commandOfYear('debt', year, newest), tap: { kind: 'say' } };
  // With the joinings reported the work with the households goes on.
  const nextSteps = round === 1 ? nextInCenter(debts).map((next) => nextButton(next, debts)) : [];
  const done = { kind: roundRules[round].id, year, of: center.id };
  const params = { round, center: center.name, count: households, at: { instant: context.now } };
  return {
    done: true,
    person: withoutPrompt(person),
    reply: {
      messages: [
        {
          kind: 'text',
          text: [
            t('household:round.receipt', { receipt }),
            inTheirYear(t('household:round.submitted', params), debts),
            ...(revision > 1 ? [t('household:round.supplementary', { revision })] : []),
            ...flags.map(flagText),
            t('household:round.whoIsTold'),
          ],
        },
      ],
      options: [
        ...nextSteps,
        backButton(debts),
        ...nextAfterReport(duties, done, context),
        others,
        says('tasks'),
      ],
      receipt: true,
    },
  };
}
