import type { Deed } from '../../programme/people/actor.ts';

export const workHouseholds: Deed = { id: 'workHouseholds', roles: ['officer'] };

export const seeHouseholds: Deed = {
  id: 'seeHouseholds',
  roles: ['officer', 'districtHead', 'chair', 'province', 'director', 'provinceHead'],
};

/** Who sees how many there are, but no names. */
export const seeHouseholdCounts: Deed = {
  id: 'seeHouseholdCounts',
  roles: ['districtHead', 'province', 'director', 'provinceHead', 'department'],
};
