import type { Deed } from '../../../programme/people/actor.ts';

export const carryPlan: Deed = { id: 'carryPlan', roles: ['officer'] };

/** Besides who works with it, who certifies the report that it belongs to, and who may be named to. */
export const seePlan: Deed = {
  id: 'seePlan',
  roles: ['officer', 'chair', 'districtHead', 'province', 'director', 'provinceHead'],
};

/** To whom the menu offers it. */
export const workWithPlan: Deed = { id: 'workWithPlan', roles: ['officer', 'chair'] };
