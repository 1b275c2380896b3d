import type { Answered, Draft, Proposed } from '../../engine/draft.ts';
import type { Json } from '../../engine/ids.ts';
import { type Slot, toKey, walk } from '../../engine/walk.ts';
import { type Block, type Card, type Option, type Reply, type Text, t } from '../reply.ts';
import { type FormTalk, nameOf, stepKey } from './talk.ts';
import { standingText, valueText } from './value.ts';

/** Whether several answers wait to be confirmed and nothing more is asked for them. */
export const isCardShown = ({ proposed }: Draft): boolean => proposed?.shared.length === 0;

/** Whether the card is the review as well: a form that is kept, with which nothing is left to answer. */
export const endsWithCard = (talk: FormTalk, filled: Draft): boolean =>
  talk.keeps === true && !talk.previews && !walk(talk.form, filled, talk.derived).open;

/** The card of several answers, with the buttons that settle it; where they complete the item of a list, also the one that ends the list. */
export function cardReply(talk: FormTalk, draft: Draft, { event, answers, unclear }: Proposed): Reply {
  const option = (act: string, label: Text): Option => ({
    label,
    tap: { kind: 'act', flow: 'form', act, value: event, draft: draft.id },
  });
  const filled = withAnswers(draft, answers);
  const mayEnd = unclear.length === 0 && mayEndAfter(talk, filled, answers);
  const isLast = endsWithCard(talk, filled);
  const onwards = isLast && talk.leadsOn === true;
  // With the list at its end nothing else would be asked, so the card is the review as well.
  const endsAll = mayEnd && endsWithCard(talk, ended(talk, filled));
  const buttons = [
    option('keepSeveral', t('common:confirm')),
    ...(onwards ? [option('keepOnwards', t('common:confirmOnwards'))] : []),
    ...(mayEnd ? [option('keepAndEnd', t('common:done'))] : []),
    ...(endsAll ? [option('keepWhole', t('common:doneAndConfirm'))] : []),
    option('dropSeveral', t('common:no')),
  ];
  const blocks: readonly Block[] = [
    ...(isLast || endsAll ? [...(talk.summary?.(filled) ?? []), ...standingRows(talk, draft, answers)] : []),
    ...answerRows(talk, draft, answers),
    ...(unclear.length > 0 ? [unclearBlock(unclear)] : []),
    { kind: 'text', text: t(howOf({ onwards, mayEnd, endsAll })), tone: 'quiet' },
  ];
  const card: Card = { heading: t('common:severalHeading', { count: answers.length }), blocks, buttons };
  return { messages: [{ kind: 'card', card }], options: buttons, asks: true };
}

/** The draft as it would be with the list that is open at its end. */
function ended(talk: FormTalk, filled: Draft): Draft {
  const { open } = walk(talk.form, filled, talk.derived);
  const last = filled.log.at(-1);
  if (!open?.item || !last) return filled;
  const key = toKey(`${open.item.of.id}.${open.item.no}`);
  return { ...filled, log: [...filled.log, { do: 'end', key, at: last.at, event: last.event }] };
}

/** Whether nothing but another item of a list would be asked, of which the answers say nothing. */
function mayEndAfter(talk: FormTalk, filled: Draft, answers: readonly Answered[]): boolean {
  const { open } = walk(talk.form, filled, talk.derived);
  if (!open?.item?.mayEnd) return false;
  const item = `${open.item.of.id}.${open.item.no}.`;
  return answers.every(({ key }) => !key.startsWith(item));
}

type Ends = 'onwards' | 'mayEnd' | 'endsAll';

const howOf = ({ onwards, mayEnd, endsAll }: Record<Ends, boolean>) => {
  if (onwards) return 'common:severalLastOnwards';
  if (endsAll) return 'common:severalOrEndWhole';
  return mayEnd ? 'common:severalOrEnd' : 'common:severalChoices';
};

/** What was typed, each in marks of quotation. */
export const quoted = (typed: readonly string[]): readonly Text[] =>
  typed.map((words) => t('common:quoted', { words }));

const unclearBlock = (unclear: readonly string[]): Block => ({
  kind: 'text',
  text: t('common:severalUnclear', { words: quoted(unclear) }),
  tone: 'warning',
});

/** What was answered before the card. */
const standingRows = (talk: FormTalk, draft: Draft, answers: readonly Answered[]): readonly Block[] =>
  walk(talk.form, draft, talk.derived).slots.flatMap((slot) =>
    slot.entry && !answers.some(({ key }) => key === slot.key)
      ? [{ kind: 'fact', label: nameOf(talk, draft, slot), value: standingText(talk, draft, slot) } as const]
      : [],
  );

/** Each answer beside its question; one that was asked once for many is said once. */
function answerRows(talk: FormTalk, draft: Draft, answers: readonly Answered[]): readonly Block[] {
  const before = new Map(walk(talk.form, draft, talk.derived).slots.map((slot) => [slot.key, slot]));
  const filled = withAnswers(draft, answers);
  const after = walk(talk.form, filled, talk.derived).slots;
  const said = new Set<string>();
  return answers.flatMap(({ key, value }): readonly Block[] => {
    const slot = after.find((one) => one.key === key);
    if (!slot) return [];
    const { once } = slot.step;
    const isShared = once !== undefined && after.filter(({ step }) => step.once === once).length > 1;
    if (!isShared) return [factOf(talk, filled, slot, { value, before: before.get(key) })];
    if (said.has(once)) return [];
    said.add(once);
    return [
      {
        kind: 'fact',
        label: t(stepKey(talk.form, slot.step, 'forAll')),
        value: valueText(talk.form, slot.step, value),
      },
    ];
  });
}

function factOf(
  talk: FormTalk,
  filled: Draft,
  slot: Slot,
  { value, before }: { readonly value: Json; readonly before: Slot | undefined },
): Block {
  const text = value === null ? t('common:skippedValue') : valueText(talk.form, slot.step, value);
  const name = nameOf(talk, filled, slot);
  const { number } = slot.step;
  const stood = before?.entry?.do === 'answer' ? before.entry.value : undefined;
  return {
    kind: 'fact',
    label: number === undefined ? name : t('common:reviewRow', { number, title: name }),
    value:
      stood === undefined
        ? text
        : t('common:insteadOf', { value: text, before: valueText(talk.form, slot.step, stood) }),
  };
}

/** The draft as it would be. */
const withAnswers = (draft: Draft, answers: readonly Answered[]): Draft => ({
  ...draft,
  log: [
    ...draft.log,
    ...answers.map(({ key, value }) => ({
      ...(value === null ? { do: 'skip' as const, key } : { do: 'answer' as const, key, value }),
      ...{ at: draft.touchedAt, event: draft.proposed?.event ?? ('' as never) },
    })),
  ],
});
