import { settled } from '../../../kernel/ask/prompt.ts';
import type { HouseholdsOutcome } from '../../../kernel/intent.ts';
import { t } from '../../../kernel/reply.ts';
import type { Settled } from '../settled.ts';
import { showCenter } from '../show.ts';
import type { Turn } from '../turn.ts';
import { obstacleText, showRound } from './round.ts';

/** The receipt of a round, with what the province will look at; or why nothing was sent. */
export function roundOutcome(
  { person, debts, context, event }: Turn,
  { round, result }: Extract<HouseholdsOutcome, { of: 'submitRound' }>,
): Settled {
  if (result.kind === 'changed')
    return {
      ...showRound({ person, debts, context, event }, round, [t('household:round.changed')]),
      done: false,
    };
  if (result.kind !== 'submitted')
    return { ...showCenter(person, debts, { notes: [obstacleText(round, result)] }), done: false };
  const { receipt, revision, households, flags } = result;
  const flagged = flags.map(({ code, nos }) =>
    t('household:round.flag', { flag: t(`household:flag.${code}`), nos: nos.join(', ') }),
  );
  const params = { round, center: debts.center.name, households, at: { instant: context.now } };
  return {
    done: true,
    person: settled(person),
    reply: {
      messages: [
        {
          kind: 'text',
          text: [
            t('household:round.receipt', { receipt }),
            t('household:round.submitted', params),
            ...(revision > 1 ? [t('household:round.supplementary', { revision })] : []),
            ...flagged,
            t('household:round.whoIsTold'),
          ],
        },
      ],
      options: [{ label: t('commands:debt'), tap: { kind: 'say' } }],
      receipt: true,
    },
  };
}
