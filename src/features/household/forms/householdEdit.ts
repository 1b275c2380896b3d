/** Corrections of what a household said of itself when it joined: one field at a time. */
import { z } from 'zod';
import type { Facts } from '../../../engine/draft.ts';
import type { Form, LeafStep, Test } from '../../../engine/form.ts';
import type { Values } from '../../../engine/walk.ts';
import { mostOwed } from '../rules/contract.ts';
import { outsideKind } from '../rules/fundName.ts';
import { longest } from '../rules/problem.ts';
import { contractDerived, contractSteps, householdJoin } from './householdJoin.ts';

export const editableFields = [
  'head',
  'houseNo',
  'members',
  'phone',
  'joinedOn',
  'contract',
  'newContract',
  'dropContract',
  'outside',
] as const;
export type EditableField = (typeof editableFields)[number];

/** What is done with a lender outside; where none is noted, one can only be added. */
export const outsideDeeds = ['add', 'correct', 'drop'] as const;

/** What has to be known when it is started: the lenders outside at joining, with their numbers. */
export const householdEditFacts = ['outside'] as const;

const field = (name: EditableField): Test => ({ is: ['field', name] });
const part = 'edit';

/** The joining's own question about a field, asked when that field was chosen. */
function ofJoining(id: 'head' | 'houseNo' | 'members' | 'phone'): LeafStep {
  const step = householdJoin.steps.find((one) => one.id === id);
  if (!step || step.kind === 'repeat') throw new Error(`joining has no question ${id}`);
  return { ...step, part, when: field(id) };
}

const aboutOne: Test = { any: [field('contract'), field('dropContract')] };
const aboutTerms: Test = { any: [field('contract'), field('newContract')] };
const leastSatang = 100;

const deed = (one: (typeof outsideDeeds)[number]): Test => ({ is: ['outsideDeed', one] });
const aboutLoan: Test = { all: [field('outside'), { not: deed('drop') }] };

export const householdEdit: Form = {
  id: 'household-edit',
  version: 2565,
  source: 'ทะเบียนครัวเรือนเป้าหมายของศูนย์จัดการกองทุนชุมชน ปีงบประมาณ พ.ศ. 2565',
  steps: [
    { id: 'field', part, kind: 'choice', options: [...editableFields] },
    ofJoining('head'),
    ofJoining('houseNo'),
    ofJoining('members'),
    ofJoining('phone'),
    { id: 'joinedOn', part, kind: 'date', only: 'past', when: field('joinedOn') },
    { id: 'contractNo', part, kind: 'number', min: 1, max: 1000, whole: true, when: aboutOne },
    ...contractSteps(part, leastSatang).map(
      (step): LeafStep => ({ ...step, when: step.when ? { all: [aboutTerms, step.when] } : aboutTerms }),
    ),
    {
      id: 'outsideDeed',
      part,
      kind: 'choice',
      options: [...outsideDeeds],
      when: { all: [field('outside'), { fact: 'owesOutside' }] },
    },
    {
      id: 'outsideNo',
      part,
      kind: 'number',
      min: 1,
      max: 1000,
      whole: true,
      when: { all: [field('outside'), { any: [deed('correct'), deed('drop')] }] },
    },
    {
      id: 'outsideName',
      part,
      kind: 'text',
      figures: true,
      none: true,
      max: longest.name,
      when: aboutLoan,
    },
    {
      id: 'outsideKind',
      part,
      kind: 'choice',
      options: ['informal', 'outside'],
      when: { all: [aboutLoan, { fact: 'unlistedLender' }] },
    },
    {
      id: 'informalOwed',
      part,
      kind: 'money',
      min: leastSatang,
      max: mostOwed,
      when: { all: [aboutLoan, { fact: 'isInformal' }] },
    },
  ],
};

const someNoted = z.array(z.unknown()).min(1);
const kindNamed = ({ outsideName }: Values) => outsideKind(String(outsideName ?? ''));

export const householdEditDerived = {
  ...contractDerived,
  owesOutside: (_values: Values, { outside }: Facts): boolean => someNoted.safeParse(outside).success,
  /** The name of a lender outside does not tell whether it is an informal one. */
  unlistedLender: (values: Values): boolean => kindNamed(values) === undefined,
  isInformal: (values: Values): boolean => (kindNamed(values) ?? values.outsideKind) === 'informal',
};
