import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import type { OutcomeOf } from '../../../kernel/intent.ts';
import { commandOfYear } from '../../../kernel/ofYear.ts';
import { t } from '../../../kernel/reply.ts';
import type { AtCenter } from '../atCenter.ts';
import { inTheirYear } from '../debts.ts';
import type { Settled } from '../settled.ts';
import { showCenter } from '../show.ts';
import { flagText } from './card.ts';
import { obstacleTexts } from './round.ts';

/** The receipt of a round, with what the province will look at; or why nothing was sent. */
export function roundOutcome(
  { person, debts, context }: AtCenter,
  { round, result, sent }: OutcomeOf<'submitRound'>,
): Settled {
  if (result.kind !== 'submitted' || !sent)
    return { ...showCenter(person, debts, { notes: obstacleTexts(round, result) }), done: false };
  const { receipt, revision } = result;
  const { households, flags } = sent;
  const params = { round, center: debts.center.name, count: households, at: { instant: context.now } };
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
      options: [{ label: commandOfYear('debt', debts.year, debts.newest), tap: { kind: 'say' } }],
      receipt: true,
    },
  };
}
