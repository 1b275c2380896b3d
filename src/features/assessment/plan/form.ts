/** แนวทางการพัฒนา of the assessment form FY2565, part 5: how one line of it is carried out. No official form. */

import type { Form, Test } from '../../../engine/form.ts';
import { planStages } from '../rules/planState.ts';

/** A line that is not begun has neither a date nor photos. */
const begun: Test = { not: { is: ['state', 'notBegun'] } };

export const planLine: Form = {
  id: 'plan-line',
  version: 2565,
  source: 'แนวทางการพัฒนาศูนย์จัดการกองทุนชุมชน ปีงบประมาณ พ.ศ. 2565 (คำถามของระบบ ไม่ใช่แบบของทางราชการ)',
  steps: [
    { id: 'state', part: 'line', kind: 'choice', options: [...planStages] },
    { id: 'on', part: 'line', kind: 'date', only: 'past', when: begun },
    {
      id: 'photos',
      part: 'line',
      kind: 'repeat',
      min: 0,
      max: 10,
      when: begun,
      steps: [{ id: 'photo', part: 'line', kind: 'photo' }],
    },
  ],
};
