import type { LeafStep } from '../../engine/form.ts';
import {
  type CorrectableField,
  correctableFields,
  correctionLimits as limits,
} from '../../programme/center/correction.ts';

const part = 'registry';

/** Which field is to be corrected. */
export const whichFieldStep: LeafStep = {
  id: 'field',
  part,
  kind: 'choice',
  options: [...correctableFields],
};

/** Why an entry is not correct. */
export const reasonStep: LeafStep = { id: 'reason', part, kind: 'text', max: limits.reason };

/** How the right value of each field is read. */
export const fieldSteps: { readonly [F in CorrectableField]: LeafStep } = {
  founded: {
    id: 'founded',
    part,
    kind: 'date',
    only: 'past',
    anyYear: true,
    yearAlone: true,
    ...limits.founded,
  },
  chairName: { id: 'chairName', part, kind: 'text', max: limits.name, letters: true },
  chairPhone: { id: 'chairPhone', part, kind: 'phone' },
  committeeSize: {
    id: 'committeeSize',
    part,
    kind: 'number',
    counts: 'people',
    ...limits.committeeSize,
    whole: true,
  },
  divisions: { id: 'divisions', part, kind: 'text', names: true, max: limits.list },
  memberFunds: { id: 'memberFunds', part, kind: 'text', names: true, max: limits.list },
};
