import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { sameWords } from '../../../engine/parse/clean.ts';
import type { Slot, Values } from '../../../engine/walk.ts';
import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { type Params, said, type Text, t } from '../../../kernel/reply.ts';
import { contractDerived, householdJoin } from '../forms/householdJoin.ts';
import {
  type Contract,
  isAboveLimit,
  isAsFound,
  newRateProblem,
  type OutsideLoan,
  toBasisPoints,
} from '../rules/contract.ts';
import { problemText } from '../text/problem.ts';
import { contractsFact } from './contractsFact.ts';
import { notesIn } from './draft.ts';
import { judgeFund, outsideKey } from './fund.ts';
import { refused } from './refused.ts';
import { soLittle } from './soLittle.ts';

const owed = z.object({
  fund: z.string(),
  outstanding: z.number().positive(),
  rate: z.number(),
  overdue: z.enum(['overdue', 'onTime']),
});
const paidOff = z
  .object({ fund: z.string(), outstanding: z.literal(0) })
  .transform((told) => ({ ...told, rate: 0, overdue: 'onTime' as const }));
const contract = z.union([owed, paidOff]);

type Item = { readonly [field: string]: Json };

function itemsIn(values: Values): readonly Item[] {
  const items = new Map<string, Item>();
  for (const [key, value] of Object.entries(values)) {
    const [, no, field] = /^contracts\.(\d+)\.(\w+)$/.exec(key) ?? [];
    if (no !== undefined && field !== undefined) items.set(no, { ...items.get(no), [field]: value });
  }
  return [...items.values()];
}

const informalDebt = z.object({ fund: z.string(), outstanding: z.number().positive() });

/** The informal debts that were told among the contracts. */
export const informalIn = ({ facts }: Draft, values: Values): readonly OutsideLoan[] =>
  itemsIn(values).flatMap((item) => {
    const { data } = informalDebt.safeParse(item);
    return data && contractDerived.informalLender(item, facts, '')
      ? [{ lender: data.fund, informal: true as const, outstandingSatang: data.outstanding }]
      : [];
  });

/** The contracts of a form, as far as they are told in full. */
export function contractsIn(values: Values): readonly Contract[] {
  return itemsIn(values).flatMap((item) => {
    const { data } = contract.safeParse(item);
    if (!data) return [];
    const { fund, outstanding, rate, overdue } = data;
    return [
      {
        fund,
        outstandingSatang: outstanding,
        rateBasisPoints: toBasisPoints(rate),
        overdue: overdue === 'overdue',
      },
    ];
  });
}

const outsider = z.object({ fund: z.string(), lender: z.literal('outside') });

/** Lenders outside that were noted by name alone: beside a form, and among the contracts. */
export const outsideIn = (draft: Draft, values: Values): readonly string[] => [
  ...notesIn(draft, outsideKey).map(String),
  ...itemsIn(values).flatMap((item) => outsider.safeParse(item).data?.fund ?? []),
];

/** What the questions about a contract are filled in with: its number, and who lent it. */
export const contractParams = (draft: Draft, slot: Slot): Params => ({
  n: slot.item?.no ?? 1,
  lender: said(String(besideIn(draft, slot, 'fund') ?? '')),
});

/** What is wrong with an answer about a contract: hardly an amount, a lender outside, an end that is no name. */
export function judgeContract(judged: Judged): Judgement | undefined {
  if (judged.slot.step.id !== 'fund') return soLittle(judged);
  return (
    allPaid(judged) ??
    judgeFund(judged, { mayNote: judged.before.form === householdJoin.id }) ??
    askedAnew(judged, 'lender')
  );
}

/** What was answered about the name that stood before, such as whether it is a fund, is asked of another one anew. */
export function askedAnew({ after, slot, value }: Judged, question: string): Judgement | undefined {
  const about = beside(slot, question);
  const isSame = slot.entry?.do === 'answer' && slot.entry.value === value;
  if (isSame || after.log.every(({ key }) => key !== about)) return undefined;
  return {
    draft: { ...after, log: after.log.filter(({ key }) => key !== about) },
    notes: [t('common:answered', { value: said(String(value)) })],
  };
}

/** `หมดแล้ว` may mean that all is told, or that all is paid. */
function allPaid({ before, value, context }: Judged): Judgement | undefined {
  const isSaid = context.wordings(t('household:allPaidWord')).some((word) => sameWords(String(value), word));
  // At joining a contract that is paid off is none; afterwards it is told with nothing outstanding.
  const isJoining = before.form === householdJoin.id;
  return isSaid
    ? refused(before, t(isJoining ? 'household:allToldOrDone' : 'household:allPaidOrDone'))
    : undefined;
}

/** Of a contract afterwards besides: a new one is held to the law's interest. */
export function judgeContractAfter(judged: Judged): Judgement | undefined {
  const { before, after, slot, context } = judged;
  if (slot.step.id !== 'rate') return judgeContract(judged);
  const terms = {
    fund: String(besideIn(after, slot, 'fund')),
    rateBasisPoints: toBasisPoints(Number(judged.value)),
  };
  const wrong = isAsFound(terms, contractsFact(before))
    ? undefined
    : newRateProblem(terms.rateBasisPoints, context.debtLimits);
  return wrong && refused(before, problemText(wrong));
}

/** An interest above the law's limit is taken as it was found, and said to be too high. */
export function remarkOnContract({ slot, value, context: { debtLimits } }: Judged): readonly Text[] {
  const basisPoints = toBasisPoints(Number(value));
  return slot.step.id === 'rate' && isAboveLimit(basisPoints, debtLimits)
    ? [t('household:aboveLimit', { rate: Number(value), maxPercent: debtLimits.rateBasisPoints / 100 })]
    : [];
}

/** What was answered about the same contract. */
function besideIn({ log }: Draft, slot: Slot, field: string): Json | undefined {
  const told = log.findLast((entry) => entry.do === 'answer' && entry.key === beside(slot, field));
  return told?.do === 'answer' ? told.value : undefined;
}

/** The key of another question about the same contract. */
const beside = ({ key, step }: Slot, field: string): string => `${key.slice(0, -step.id.length)}${field}`;
