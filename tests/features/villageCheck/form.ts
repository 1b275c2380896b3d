import type { Form } from '../../../src/engine/form.ts';

export const villageForm: Form = {
  id: 'village-check',
  version: 2565,
  source: 'A form of the tests',
  numbered: 3,
  steps: [
    { id: 'funds', part: 'village', kind: 'number', number: 1, min: 0, max: 99, whole: true },
    { id: 'members', part: 'village', kind: 'number', number: 2, min: 0, max: 9999, whole: true },
    { id: 'leader', part: 'village', kind: 'text', number: 3, max: 100 },
  ],
};
