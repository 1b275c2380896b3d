import type { Deed } from '../../../programme/people/actor.ts';

export const carryPlan: Deed = { id: 'carryPlan', roles: ['officer'] };

export const seePlan: Deed = { id: 'seePlan', roles: ['officer', 'chair'] };
