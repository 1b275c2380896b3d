import type { Draft } from '../../../engine/draft.ts';
import type { Slot } from '../../../engine/walk.ts';
import type { Joined } from '../debts.ts';
import { type Contract, type InformalLeft, isOwed } from '../rules/contract.ts';
import { madeNewContract, type UsedMethod } from '../rules/method.ts';
import { loansFact } from './contractsFact.ts';
import type { Known } from './draft.ts';

/**
 * What a household's result begins with: of each contract at joining its fund and terms, so that only what is owed now
 * is asked. No other contract is expected unless a method made one; one may still be added.
 */
export function knownAfterwards({ work: { before, methods } }: Joined): readonly Known[] {
  const contracts = before.filter(isOwed).flatMap((contract, place): readonly Known[] => {
    const of = (field: string): string => `contracts.${place + 1}.${field}`;
    return [
      { do: 'answer', key: of('fund'), value: contract.fund },
      { do: 'answer', key: of('rate'), value: rateAfter(contract, methods) / 100 },
      { do: 'answer', key: of('overdue'), value: contract.overdue ? 'overdue' : 'onTime' },
    ];
  });
  const next = before.filter(isOwed).length + 1;
  return madeNewContract(methods) ? contracts : [...contracts, { do: 'end', key: `contracts.${next}` }];
}

/** In hundredths of a percent; what was lowered from just that is as it was lowered. */
function rateAfter({ rateBasisPoints }: Contract, methods: readonly UsedMethod[]): number {
  const lowered = methods.find((method) => method.kind === 'lowerInterest');
  return lowered?.fromBasisPoints === rateBasisPoints ? lowered.toBasisPoints : rateBasisPoints;
}

/** The informal debt at joining of which a question asks what is left. */
export function informalAsked(draft: Draft, { step, item }: Slot): InformalLeft | undefined {
  if (step.id !== 'informalLeft' || !item) return undefined;
  const loan = loansFact(draft).find(({ no }) => no === item.no);
  return loan && { no: loan.no, lender: loan.lender, satang: loan.outstandingSatang ?? 0 };
}

/** The contract at joining whose outstanding amount a question asks. */
export function contractAsked(
  { log }: Draft,
  { step, item }: Slot,
  before: readonly Contract[],
): Contract | undefined {
  if (step.id !== 'outstanding' || !item) return undefined;
  const isKnown = log.some(({ key, known }) => known && key === `contracts.${item.no}.fund`);
  return isKnown ? before.filter(isOwed)[item.no - 1] : undefined;
}
