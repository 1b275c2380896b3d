import type { Deed } from '../../programme/people/actor.ts';

export const seeSummary: Deed = {
  id: 'seeSummary',
  roles: ['districtHead', 'province', 'director', 'provinceHead', 'department'],
};
