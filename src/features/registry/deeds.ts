import type { Deed } from '../../programme/people/actor.ts';

export const keepRegistry: Deed = { id: 'keepRegistry', roles: ['officer'] };

export const confirmRegistry: Deed = {
  id: 'confirmRegistry',
  roles: ['officer', 'districtHead', 'province', 'director', 'provinceHead'],
};
