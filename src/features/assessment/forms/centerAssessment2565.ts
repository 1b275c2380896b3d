/**
 * แบบประเมินผลการจัดระดับการพัฒนาศูนย์จัดการกองทุนชุมชน ปีงบประมาณ พ.ศ. 2565 (กรมการพัฒนาชุมชน).
 * Part 3 is computed from part 2 by its scoring note: below 26 of 42 points level 1, 26 to 33 level 2, from 34 level 3.
 * Part 6, the certification, happens after the report was submitted.
 */

import { assessmentForm } from './assessmentForm.ts';

export const centerAssessment2565 = assessmentForm(
  2565,
  'แบบประเมินผลการจัดระดับการพัฒนาศูนย์จัดการกองทุนชุมชน ประจำปีงบประมาณ พ.ศ. 2565',
  {
    aspects: [
      { id: 'administration', numbers: [1, 2, 3, 4, 5, 6] },
      { id: 'process', numbers: [7, 8, 9, 10, 11] },
      { id: 'outcomes', numbers: [12, 13, 14] },
    ],
    levelFrom: { 2: 26, 3: 34 },
  },
  {
    3: { timesFrom: [1, 3, 6] },
    4: { definitions: ['household'] },
    7: { definitions: ['debt'] },
    8: { definitions: ['debt'] },
    9: { definitions: ['household', 'debt', 'methods'] },
    10: {
      evidence: [
        { id: 'i10Groups', kind: 'text', max: 500 },
        { id: 'i10Principal', kind: 'money', min: 0, max: 100_000_000_00 },
      ],
    },
    12: { definitions: ['household', 'debt', 'reduced'] },
    13: {
      definitions: ['household', 'debt'],
      evidence: [{ id: 'i13Trainings', kind: 'text', max: 500 }],
    },
  },
);
