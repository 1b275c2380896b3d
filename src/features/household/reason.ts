import { type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { headText, type Joined, placeKey } from './debts.ts';
import { backToHousehold } from './show.ts';

const acts = ['withdraw', 'reopen'] as const;
type ReasonAct = (typeof acts)[number];
export const isReasonAct = (act: string): act is ReasonAct => acts.some((one) => one === act);

/** A result is taken back, or a closed household taken up again, with a reason. */
export function askReason({ person, debts }: AtCenter, act: ReasonAct, joined: Joined): Decision {
  const { id, place } = joined.household;
  const question: Text = t(`household:why.${act}`, { no: place.no, head: headText(joined) });
  const data = { center: placeKey(debts), household: id, free: 'yes' };
  return {
    person: withPrompt(person, 'household', act, data),
    reply: {
      messages: [{ kind: 'text', text: [question] }],
      options: [backToHousehold(debts, joined)],
      asks: true,
    },
  };
}

export function reasonAnswer(
  at: AtCenter,
  act: ReasonAct,
  { household }: Joined,
  { text }: { readonly data: PromptData; readonly text: string },
): Decision {
  const { person, debts } = at;
  const reason = text.trim();
  const work =
    act === 'withdraw' ? { kind: 'withdrawResult' as const, reason } : { kind: 'reopen' as const, reason };
  const { center, year } = debts;
  return {
    person,
    intent: { kind: 'workHousehold', center: center.id, year, household: household.id, work },
  };
}
