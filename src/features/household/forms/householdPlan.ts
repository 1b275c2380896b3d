/** แผนการแก้ไขปัญหาหนี้สินภาคครัวเรือน ปีงบประมาณ พ.ศ. 2565, made before step 4; its page is the product's own. */

import type { Form } from '../../../engine/form.ts';
import { planYearsAhead } from '../../../programme/planLimits.ts';
import { aims } from '../rules/debtPlan.ts';
import { methodKinds } from '../rules/method.ts';
import { longest } from '../rules/problem.ts';

export const householdPlan: Form = {
  id: 'household-plan',
  version: 2565,
  source: 'แผนการแก้ไขปัญหาหนี้สินภาคครัวเรือน ปีงบประมาณ พ.ศ. 2565',
  steps: [
    { id: 'aim', part: 'plan', kind: 'choice', options: [...aims], suggest: 'aim' },
    { id: 'methods', part: 'plan', kind: 'many', options: [...methodKinds], suggest: 'methods' },
    {
      id: 'occupation',
      part: 'plan',
      kind: 'text',
      max: longest.line,
      optional: true,
      suggest: 'occupation',
    },
    { id: 'together', part: 'plan', kind: 'text', max: longest.line, optional: true, suggest: 'together' },
    { id: 'who', part: 'plan', kind: 'text', max: longest.line, suggest: 'who' },
    { id: 'by', part: 'plan', kind: 'date', only: 'future', yearsAhead: planYearsAhead, suggest: 'by' },
  ],
};
