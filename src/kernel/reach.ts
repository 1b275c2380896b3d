import type { Preview } from '../programme/quota/monthQuota.ts';
import { clauses } from './clauses.ts';
import { type Block, type Option, type Reply, type Text, t } from './reply.ts';

/** How many people something would reach now, and what of the month's pushes it takes. */
export type Reach = Preview & {
  readonly people: number;
  /** Of the audience, but blocked the bot: they are not among the people. */
  readonly away: number;
  /** The next time at which it may go, where now is not the time. */
  readonly opensAt?: Date;
};

/** The figures of a preview. */
export function reachBlocks({ people, away, granted, left, reserved, opensAt }: Reach): readonly Block[] {
  const kept = people - granted;
  return [
    fact('people', t('reach:people', { count: people })),
    fact('pushes', t('reach:pushes', { count: granted })),
    left === 'none'
      ? fact('left', t('reach:noLimit'))
      : fact('left', t('reach:leftAfter', { count: left, after: left - granted })),
    ...(reserved > 0 ? [fact('reserved', t('reach:pushes', { count: reserved }))] : []),
    ...(kept > 0 ? [quiet(t('reach:willKeep', { count: kept }))] : []),
    ...(away > 0 ? [quiet(t('reach:away', { count: away }))] : []),
    ...(opensAt ? [quiet(t('reach:closedNow', { at: { instant: opensAt } }))] : []),
  ];
}

const fact = (label: 'people' | 'pushes' | 'left' | 'reserved', value: Text): Block => ({
  kind: 'fact',
  label: t(`reach:label.${label}`),
  value,
});

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });

/** How many came to which end, where there are any; how many it was sent to always. */
export function countsText(counts: { readonly [E in CountedEnd]?: number }): Text {
  const ends = countedEnds.filter((end) => end === 'sent' || (counts[end] ?? 0) > 0);
  return clauses(ends.map((end) => t(`reach:count.${end}`, { count: counts[end] ?? 0 })));
}

const countedEnds = ['sent', 'kept', 'skipped', 'blocked', 'merged', 'cancelled', 'failed'] as const;
type CountedEnd = (typeof countedEnds)[number];

/** What the button says that sends now, or at an instant to come, as the open question keeps it. */
export const sendLabel = (from: string | undefined): Text =>
  from ? t('reach:sendAt', { at: { instant: new Date(from) } }) : t('common:submit');

/** The card stands above: what it asks is said once more, with its buttons. */
export const askedAgain = (notes: readonly Text[], question: Text, buttons: readonly Option[]): Reply => ({
  messages: [
    {
      kind: 'card',
      card: { heading: question, blocks: notes.map((text) => ({ kind: 'text', text })), buttons },
    },
  ],
  asks: true,
});
