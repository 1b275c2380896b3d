import type { Deed } from '../../programme/people/actor.ts';

export const assess: Deed = { id: 'assess', roles: ['officer'] };

export const seeLevel: Deed = {
  id: 'seeLevel',
  roles: ['officer', 'districtHead', 'chair', 'province', 'director', 'provinceHead', 'department'],
};
