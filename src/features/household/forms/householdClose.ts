/** การปิดครัวเรือนเป้าหมาย: a household that moved away, died or left; its history stays. */

import type { Form } from '../../../engine/form.ts';
import { closings } from '../rules/household.ts';

export const householdClose: Form = {
  id: 'household-close',
  version: 2565,
  source: 'ทะเบียนครัวเรือนเป้าหมายของศูนย์จัดการกองทุนชุมชน ปีงบประมาณ พ.ศ. 2565',
  steps: [
    { id: 'why', part: 'close', kind: 'choice', options: [...closings] },
    { id: 'on', part: 'close', kind: 'date', only: 'past' },
    { id: 'reason', part: 'close', kind: 'text', max: 500, when: { is: ['why', 'left'] } },
    {
      id: 'note',
      part: 'close',
      kind: 'text',
      max: 500,
      optional: true,
      when: { not: { is: ['why', 'left'] } },
    },
  ],
};
