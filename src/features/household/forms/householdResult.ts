/** What a household has afterwards, for the report of round 2, FY2565. No official form. */

import { z } from 'zod';
import type { Facts } from '../../../engine/draft.ts';
import type { Form } from '../../../engine/form.ts';
import type { Values } from '../../../engine/walk.ts';
import { mostContracts, mostOwed } from '../rules/contract.ts';
import { longest } from '../rules/problem.ts';
import { contractDerived, contractSteps } from './householdJoin.ts';

/**
 * What has to be known when it is started: the debt at joining, the informal debt then, and what was moved in, in
 * satang; whether a new contract was made; and the lenders outside, by their numbers.
 */
export const householdResultFacts = [
  'debtBefore',
  'informalBefore',
  'movedIn',
  'newContract',
  'outside',
] as const;

export const householdResult: Form = {
  id: 'household-result',
  version: 2565,
  source: 'ผลการบริหารจัดการหนี้ครัวเรือน รายงานครั้งที่ 2 ปีงบประมาณ พ.ศ. 2565 (คำถามของระบบ ไม่ใช่แบบของทางราชการ)',
  steps: [
    {
      id: 'contracts',
      part: 'after',
      kind: 'repeat',
      min: 0,
      max: mostContracts,
      steps: contractSteps('after', 0),
    },
    {
      // An item is a lender, by the loan's number in the household; only those are asked about.
      id: 'informal',
      part: 'after',
      kind: 'repeat',
      min: mostContracts,
      max: mostContracts,
      steps: [
        {
          ...{ id: 'informalLeft', part: 'after', kind: 'money', min: 0, max: mostOwed },
          when: { fact: 'owedInformal' },
        },
      ],
      when: { fact: 'owesInformal' },
    },
    { id: 'growthReason', part: 'after', kind: 'text', max: longest.line, when: { fact: 'grew' } },
    {
      id: 'clearedReason',
      part: 'after',
      kind: 'text',
      max: longest.line,
      when: { fact: 'newContractMissing' },
    },
  ],
};

export const householdResultDerived = {
  ...contractDerived,
  /** More is owed than at joining. */
  grew: (values: Values, { debtBefore, movedIn }: Facts = {}): boolean =>
    owed(values) - Number(movedIn ?? 0) > Number(debtBefore ?? Number.POSITIVE_INFINITY),
  owesInformal: (_values: Values, { informalBefore }: Facts = {}): boolean => Number(informalBefore ?? 0) > 0,
  /** Whether the item is an informal lender to whom anything was owed. */
  owedInformal: (_values: Values, facts: Facts, prefix: string): boolean => informalItems(facts).has(prefix),
  /** Nothing is owed, although a consolidation or refinance made a new contract. */
  newContractMissing: (values: Values, { newContract }: Facts = {}): boolean =>
    newContract === true && owed(values) === 0,
};

const loans = z.array(z.object({ no: z.number(), informal: z.boolean().optional() })).catch([]);
/** Facts never change, and a turn asks many times of each item. */
const itemsRead = new WeakMap<Facts, ReadonlySet<string>>();

function informalItems(facts: Facts): ReadonlySet<string> {
  const before = itemsRead.get(facts);
  if (before) return before;
  const informal = loans.parse(facts.outside).filter((loan) => loan.informal);
  const items = new Set(informal.map(({ no }) => `informal.${no}.`));
  itemsRead.set(facts, items);
  return items;
}

/** All that is owed afterwards, in satang. */
function owed(values: Values): number {
  const amounts = Object.entries(values).filter(([key]) => /^contracts\.\d+\.outstanding$/.test(key));
  return amounts.reduce((sum, [, satang]) => sum + Number(satang), 0);
}
