import { type Block, type Card, said, type Text, t } from '../../../kernel/reply.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { type CenterDebts, centerStepsOf, gapsOf, type Joined } from '../debts.ts';
import { type Contract, totalsOf } from '../rules/contract.ts';
import type { Household, Work } from '../rules/household.ts';
import { lendersIn, resultIn } from '../rules/result.ts';
import { planOf } from '../talk/ofHousehold.ts';
import { resultBlocks } from '../talk/result.ts';
import { methodText } from '../text/form.ts';
import { informalBlocks } from '../text/informal.ts';
import { moreContracts } from '../text/moreContracts.ts';
import { rateText } from '../text/rate.ts';
import { stepText } from '../text/step.ts';
import { totalText } from '../text/total.ts';
import { fact } from './center.ts';
import { historyBlocks } from './history.ts';
import { headingOf, stateBlock, wholeButtons } from './household.ts';

/** All that is known of a household: what it owed, its plan, its steps, methods and result, and what was done when. */
export function wholeCard(joined: Joined, debts: CenterDebts, mayWork: boolean): Card {
  const { household, work } = joined;
  return {
    heading: headingOf(joined, debts),
    blocks: [
      stateBlock(joined, debts),
      ...particulars(household, work),
      ...contracts(work, debts.limits),
      ...planBlocks(joined),
      ...steps(joined, debts),
      ...work.methods.map((method): Block => ({ kind: 'text', text: methodText(method) })),
      ...result(work, debts.limits),
      ...historyBlocks(household),
    ],
    buttons: wholeButtons(joined, debts, mayWork),
  };
}

function particulars({ houseNo, members, phone }: Household, { joinedOn }: Work): readonly Block[] {
  return [
    fact(t('household:houseNo'), said(houseNo)),
    fact(t('household:members'), t('household:people', { count: members })),
    ...(phone === undefined ? [] : [fact(t('household:phone'), said(phone))]),
    fact(t('household:joinedOn'), t('common:date', { date: { date: joinedOn } })),
  ];
}

/** Contracts on the card, so that plan, steps and result stay on it; the rest is counted. */
const contractsShown = 12;

function contracts({ before, outside }: Work, limits: DebtLimits): readonly Block[] {
  const lenders = outside.filter(({ informal }) => !informal).map(({ lender }) => said(lender));
  return [
    { kind: 'title', text: totalText(totalsOf(before)) },
    ...contractLines(before, limits),
    ...informalBlocks(outside),
    ...(lenders.length > 0 ? [quiet(t('household:notCounted', { lenders }))] : []),
  ];
}

function contractLines(
  contracts: readonly (Contract & { readonly no?: number })[],
  limits: DebtLimits,
): readonly Block[] {
  const line = (contract: Contract & { readonly no?: number }, place: number): Block => {
    const { no = place + 1, fund, outstandingSatang, rateBasisPoints, overdue } = contract;
    const label = t('household:contractOf', { n: no, fund: said(fund) });
    if (outstandingSatang === 0) return fact(label, t('household:paidOff'));
    const terms = { amount: { baht: outstandingSatang }, rate: rateText(rateBasisPoints, limits) };
    return fact(label, t(overdue ? 'household:termsOverdue' : 'household:terms', terms));
  };
  return [
    ...contracts.slice(0, contractsShown).map(line),
    ...moreContracts(contracts.length - contractsShown),
  ];
}

function planBlocks(joined: Joined): readonly Block[] {
  const plan = planOf(joined);
  return [
    { kind: 'title', text: t('household:planTitle') },
    plan ? { kind: 'text', text: plan } : quiet(t('household:missing.plan')),
  ];
}

/** Photos of the steps on the card, the newest. */
const photosShown = 4;

/** The steps that were logged, the center's own among them, and what was left out. */
function steps(joined: Joined, debts: CenterDebts): readonly Block[] {
  const gaps = gapsOf(joined, debts);
  const all = [...centerStepsOf(debts), ...joined.work.steps].toSorted((a, b) => a.step - b.step);
  if (all.length === 0) return [];
  const photos = all.flatMap((step) => step.photos);
  return [
    { kind: 'title', text: t('household:stepsTitle') },
    ...all.map((step): Block => ({ kind: 'text', text: stepText(step) })),
    ...photos.slice(-photosShown).map((file): Block => ({ kind: 'photo', file })),
    ...(photos.length > photosShown
      ? [quiet(t('household:newestPhotos', { shown: photosShown, all: photos.length }))]
      : []),
    ...(gaps.length > 0
      ? [
          {
            kind: 'text',
            text: t('household:missing.gap', { steps: gaps.join(', '), count: gaps.length }),
            tone: 'warning',
          } as const,
        ]
      : []),
  ];
}

function result(work: Work, limits: DebtLimits): readonly Block[] {
  if (!work.result) return [];
  const { after, reason } = work.result;
  return [
    { kind: 'title', text: t('household:resultTitle') },
    ...resultBlocks(resultIn(work, work.result), lendersIn(work.outside, work.result)),
    ...contractLines(after, limits),
    ...(reason === undefined ? [] : [quiet(t('household:because', { reason: said(reason) }))]),
  ];
}

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
