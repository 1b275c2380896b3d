/** The six steps of the debt work, FY2565: one step of a household, or of all in a center. No official form. */

import type { Facts } from '../../../engine/draft.ts';
import type { Form, Test } from '../../../engine/form.ts';
import type { Values } from '../../../engine/walk.ts';
import { longest } from '../rules/problem.ts';
import { debtorClasses, debtSteps, needsReason, type Standing, turnOf } from '../rules/steps.ts';

/** What has to be known when it is started: the step that the household reached, 0 for none, and those done. */
export const householdStepFacts = ['reached', 'done'] as const;

const forAll: Test = { is: ['wholeCenter', true] };

export const householdStep: Form = {
  id: 'household-step',
  version: 2565,
  source: 'การบริหารจัดการหนี้ 6 ขั้นตอน ปีงบประมาณ พ.ศ. 2565 (คำถามของระบบ ไม่ใช่แบบของทางราชการ)',
  steps: [
    { id: 'step', part: 'step', kind: 'choice', options: debtSteps.map(String) },
    {
      id: 'wholeCenter',
      part: 'step',
      kind: 'yesNo',
      when: { any: [{ is: ['step', '1'] }, { is: ['step', '2'] }] },
    },
    {
      id: 'reason',
      part: 'step',
      kind: 'text',
      max: longest.line,
      when: { all: [{ fact: 'outOfTurn' }, { not: forAll }] },
    },
    { id: 'on', part: 'step', kind: 'date', only: 'past' },
    {
      id: 'classes',
      part: 'step',
      kind: 'many',
      options: [...debtorClasses],
      suggest: 'classes',
      when: { all: [{ is: ['step', '2'] }, { not: forAll }] },
    },
    { id: 'together', part: 'step', kind: 'text', max: longest.line, optional: true },
    { id: 'note', part: 'step', kind: 'text', max: longest.note, optional: true },
    { id: 'photo', part: 'step', kind: 'photo', optional: true },
  ],
};

/** How far the household is, as the form was begun with it. */
export function standingIn({ reached, done }: Facts): Standing {
  return {
    reached: debtSteps.find((one) => one === reached) ?? 0,
    done: Array.isArray(done) ? debtSteps.filter((one) => done.includes(one)) : [],
  };
}

export const householdStepDerived = {
  /** The step chosen jumps over another one or goes back. */
  outOfTurn: ({ step: chosen }: Values, facts: Facts = {}): boolean => {
    const step = debtSteps.find((one) => String(one) === chosen);
    return step !== undefined && needsReason(turnOf(standingIn(facts), step));
  },
};
