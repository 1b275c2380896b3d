import type { Role } from '../people/actor.ts';
import type { SignStep } from './rules.ts';

/** The steps that reports of centers go through (form of the assessment, part 6; guideline of the debt rounds, 2565). */
export const chairStep: SignStep = {
  id: 'chair',
  role: 'chair',
  act: 'acknowledge',
  onPaper: true,
};

export const districtStep: SignStep = {
  id: 'district',
  role: 'districtHead',
  act: 'certify',
};

export const provinceStep: SignStep = {
  id: 'province',
  role: 'provinceHead',
  act: 'certify',
};

/** Who signs reports of centers, in the order in which these pass them. */
export const signingRoles: readonly Role[] = [chairStep, districtStep, provinceStep].map(({ role }) => role);
