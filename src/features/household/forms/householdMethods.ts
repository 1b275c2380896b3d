/** The seven methods of restructuring, FY2565: which were used at step 4, and what each changed. No official form. */

import type { Form, LeafStep, Test } from '../../../engine/form.ts';
import type { Values } from '../../../engine/walk.ts';
import { mostContracts, mostOwed, mostPercent } from '../rules/contract.ts';
import { type MethodKind, methodKinds, pauseVariants } from '../rules/method.ts';
import { longest } from '../rules/problem.ts';

const factOf = (kind: MethodKind) => `uses${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** No loan of a fund in a village is as old as 2500, and none is paid off later than a generation ahead. */
const terms = { from: '1957-01-01', yearsAhead: 30 } as const;

type Question = LeafStep extends infer S ? (S extends LeafStep ? Omit<S, 'part' | 'when'> : never) : never;

/** Questions that are asked when a method is among those used. */
const askedOf = (kind: MethodKind, questions: readonly Question[]): readonly LeafStep[] =>
  questions.map((question) => ({ ...question, part: 'changes', when: whenAsked(kind, question.id) }));

/** What was moved in is asked of a lender outside alone. */
const whenAsked = (kind: MethodKind, id: string): Test =>
  id === 'movedIn'
    ? { all: [{ fact: factOf(kind) }, { is: ['oldLender', 'outside'] }] }
    : { fact: factOf(kind) };

export const householdMethods: Form = {
  id: 'household-methods',
  version: 2565,
  source: 'การปรับโครงสร้างหนี้ 7 วิธี ปีงบประมาณ พ.ศ. 2565 (คำถามของระบบ ไม่ใช่แบบของทางราชการ)',
  steps: [
    { id: 'methods', part: 'methods', kind: 'many', options: [...methodKinds], suggest: 'methods' },
    ...askedOf('consolidation', [
      { id: 'joinedContracts', kind: 'number', counts: 'contracts', min: 2, max: mostContracts, whole: true },
      { id: 'joinedFund', kind: 'text', figures: true, none: true, max: longest.name, suggest: 'fund' },
    ]),
    ...askedOf('longerTerm', [
      { id: 'termFrom', kind: 'date', ...terms },
      { id: 'termTo', kind: 'date', coming: true, ...terms },
    ]),
    ...askedOf('lowerInterest', [
      // What is no interest cannot be lowered.
      { id: 'rateFrom', kind: 'number', counts: 'percent', min: 0.01, max: mostPercent, suggest: 'rate' },
      { id: 'rateTo', kind: 'number', counts: 'percent', min: 0, max: 100 },
    ]),
    ...askedOf('pause', [
      { id: 'pauseVariant', kind: 'choice', options: [...pauseVariants] },
      { id: 'pauseUntil', kind: 'date', coming: true, ...terms },
    ]),
    ...askedOf('freeze', [{ id: 'freezeUntil', kind: 'date', coming: true, ...terms }]),
    ...askedOf('waiver', [{ id: 'waived', kind: 'money', min: 100, max: mostOwed, optional: true }]),
    ...askedOf('refinance', [
      { id: 'oldLender', kind: 'choice', options: ['fund', 'outside'] },
      { id: 'oldLenderName', kind: 'text', figures: true, none: true, max: longest.name, suggest: 'fund' },
      { id: 'movedIn', kind: 'money', min: 100, max: mostOwed, suggest: 'movedIn' },
      { id: 'newFund', kind: 'text', figures: true, none: true, max: longest.name, suggest: 'fund' },
      { id: 'newTerm', kind: 'date', coming: true, ...terms, optional: true },
    ]),
  ],
};

export const householdMethodsDerived = Object.fromEntries(
  methodKinds.map((kind) => [
    factOf(kind),
    ({ methods }: Values): boolean => Array.isArray(methods) && methods.includes(kind),
  ]),
);
