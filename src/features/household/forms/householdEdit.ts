/** Corrections of what a household said of itself when it joined: one field at a time. */
import type { Form, LeafStep, Test } from '../../../engine/form.ts';
import { contractSteps, householdJoin } from './householdJoin.ts';

export const editableFields = [
  'head',
  'houseNo',
  'members',
  'phone',
  'joinedOn',
  'contract',
  'newContract',
  'dropContract',
] as const;
export type EditableField = (typeof editableFields)[number];

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
    ...contractSteps(part, leastSatang).map((step): LeafStep => ({ ...step, when: aboutTerms })),
  ],
};
