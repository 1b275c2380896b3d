/**
 * Joining of a household, for the debtor database (step 1 of the household debt work) and the report of round 1.
 * The papers preserve no form for it: the questions are the programme's, their order and wording the product's own.
 */

import { z } from 'zod';
import type { Facts } from '../../../engine/draft.ts';
import type { Form, LeafStep, Test } from '../../../engine/form.ts';
import type { Values } from '../../../engine/walk.ts';
import { mostContracts, mostOwed, mostPercent } from '../rules/contract.ts';
import { isUnclear, readFundName } from '../rules/fundName.ts';
import { mostMembers } from '../rules/join.ts';
import { longest } from '../rules/problem.ts';

/** One baht, in satang. */
const leastOwed = 100;

const consented: Test = { is: ['consent', 'accept'] };

const noted: Test = { is: ['lender', 'outside'] };

/** What the name of a contract's lender tells. */
export const contractDerived = {
  /** Nothing, so that it is asked whether it is a fund. */
  unclearLender: (values: Values, facts: Facts, prefix: string): boolean =>
    lenderNamed(String(values[`${prefix}fund`] ?? ''), facts).isUnclear,
  informalLender: (values: Values, facts: Facts, prefix: string): boolean =>
    values[`${prefix}lender`] === 'informal' ||
    lenderNamed(String(values[`${prefix}fund`] ?? ''), facts).isInformal,
};

type Lender = { readonly isUnclear: boolean; readonly isInformal: boolean };

/** Facts never change, and a turn asks many times of each of a hundred names. */
const lendersRead = new WeakMap<Facts, Map<string, Lender>>();
const knownFunds = z.array(z.string()).catch([]);

function lenderNamed(name: string, facts: Facts): Lender {
  const read = lendersRead.get(facts) ?? new Map<string, Lender>();
  lendersRead.set(facts, read);
  const before = read.get(name);
  if (before) return before;
  const known = knownFunds.parse(facts.funds);
  const reading = readFundName(name, known);
  const lender: Lender = {
    isUnclear: isUnclear(name, known),
    isInformal: reading.kind === 'outside' && reading.lender === 'informal',
  };
  read.set(name, lender);
  return lender;
}

/**
 * The questions about a contract; before the work each owes something, afterwards it may be paid off and has no terms.
 * Before, a lender that is no fund is noted; of an informal one only what is owed is asked. Afterwards it is left out.
 */
export function contractSteps(part: string, least: number): LeafStep[] {
  const isBefore = least > 0;
  const owed: { readonly when: Test } = {
    when: { not: { any: [noted, isBefore ? { fact: 'informalLender' } : { is: ['outstanding', 0] }] } },
  };
  return [
    { id: 'fund', part, kind: 'text', figures: true, none: true, max: longest.name, suggest: 'fund' },
    {
      id: 'lender',
      part,
      kind: 'choice',
      options: isBefore ? ['fund', 'informal', 'outside'] : ['fund', 'outside'],
      when: { fact: 'unclearLender' },
    },
    { id: 'outstanding', part, kind: 'money', min: least, max: mostOwed, when: { not: noted } },
    // A contract is recorded as it is found; here only what is no rate at all is refused.
    { id: 'rate', part, kind: 'number', counts: 'percent', min: 0, max: mostPercent, ...owed },
    { id: 'overdue', part, kind: 'choice', options: ['overdue', 'onTime'], ...owed },
  ];
}

export const householdJoin: Form = {
  id: 'household-join',
  version: 2565,
  source: 'ครัวเรือนที่เข้าร่วมการบริหารจัดการหนี้ ปีงบประมาณ พ.ศ. 2565 (คำถามของระบบ ไม่ใช่แบบของทางราชการ)',
  steps: [
    { id: 'consent', part: 'consent', kind: 'choice', options: ['accept', 'decline'] },
    { id: 'head', part: 'household', kind: 'text', letters: true, max: longest.name, when: consented },
    { id: 'houseNo', part: 'household', kind: 'text', figures: true, max: longest.houseNo, when: consented },
    {
      id: 'members',
      part: 'household',
      kind: 'number',
      counts: 'people',
      min: 1,
      max: mostMembers,
      whole: true,
      when: consented,
    },
    { id: 'phone', part: 'household', kind: 'phone', optional: true, when: consented },
    {
      id: 'contracts',
      part: 'contracts',
      kind: 'repeat',
      min: 1,
      max: mostContracts,
      steps: contractSteps('contracts', leastOwed),
      when: consented,
    },
  ],
};
