import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { headText, type Joined, placeKey } from './debts.ts';
import type { HouseholdWork } from './intent.ts';
import { backToHousehold, showHousehold } from './show.ts';

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

/** A reason that was typed; a result is taken back only when that is confirmed. */
export function reasonAnswer(
  at: AtCenter,
  act: ReasonAct,
  joined: Joined,
  { text }: { readonly data: PromptData; readonly text: string },
): Decision {
  const reason = text.trim();
  return act === 'withdraw'
    ? askWithdrawal(at, joined, reason)
    : work(at, joined, { kind: 'reopen', reason });
}

/** Asks once whether a result is taken back. */
function askWithdrawal(
  { person, debts }: AtCenter,
  joined: Joined,
  reason: string,
  { notes = [], misses = 0 }: { readonly notes?: readonly Text[]; readonly misses?: number } = {},
): Decision {
  const { id, place } = joined.household;
  const value = `${placeKey(debts)}/${id}`;
  const option = (label: Text, act: WithdrawAct): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value },
  });
  const data = { center: placeKey(debts), household: id, reason, misses: String(misses) };
  const question = t('household:confirmWithdraw', {
    no: place.no,
    head: headText(joined),
    reason: said(reason),
  });
  return {
    person: withPrompt(person, 'household', 'withdrawConfirm', data),
    reply: {
      messages: [{ kind: 'text', text: [...notes, question] }],
      options: [option(t('common:yes'), 'withdrawYes'), option(t('common:no'), 'withdrawNo')],
      asks: true,
    },
  };
}

const withdrawActs = ['withdrawYes', 'withdrawNo'] as const;
type WithdrawAct = (typeof withdrawActs)[number];
export const isWithdrawAct = (act: string): act is WithdrawAct => withdrawActs.some((one) => one === act);

/** By an old button the reason is asked anew. */
export function withdrawAct(at: AtCenter, act: WithdrawAct, joined: Joined): Decision {
  const { person, debts } = at;
  const { open } = person;
  if (act === 'withdrawNo') return notWithdrawn(at, joined);
  const isAsked =
    open.kind === 'prompt' &&
    open.flow === 'household' &&
    open.act === 'withdrawConfirm' &&
    open.data.center === placeKey(debts) &&
    open.data.household === joined.household.id;
  return isAsked
    ? work(at, joined, { kind: 'withdrawResult', reason: open.data.reason ?? '' })
    : askReason(at, 'withdraw', joined);
}

export function withdrawAnswer(
  at: AtCenter,
  joined: Joined,
  data: PromptData,
  event: InboundEvent,
): Decision {
  const reason = data.reason ?? '';
  const once = readOnce(at.person, event, missesOf(data));
  if (once.kind === 'again') return askWithdrawal(at, joined, reason, once);
  return once.kind === 'yes'
    ? work(at, joined, { kind: 'withdrawResult', reason })
    : notWithdrawn(at, joined);
}

const notWithdrawn = ({ person, debts }: AtCenter, joined: Joined): Decision =>
  showHousehold(person, joined, debts, { notes: [t('household:notWithdrawn')] });

const work = (
  { person, debts: { center, year } }: AtCenter,
  { household }: Joined,
  work: HouseholdWork,
): Decision => ({
  person,
  intent: { kind: 'workHousehold', center: center.id, year, household: household.id, work },
});
